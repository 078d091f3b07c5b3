import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { getPayload, type Payload } from 'payload'
import { cache } from 'react'
import { audienceOf } from '@/access/audience'
import { type Client, clientOf } from '@/front/client'
import { type Session, sessionOf } from '@/front/sessions'
import { isLanguage, type Language, languageCookie } from '@/i18n/language'
import type { LiveContact, Reader } from '@/reading/live'
import { type Entry, entryFrom } from '@/reading/readEntry'
import { previewOf } from '@/workflow/reviewing/preview'

type Person = Extract<Session, { kind: 'person' }>

type Visitor = {
  payload: Payload
  language: Language
  /** The signed-in person; a machine's key opens no pages. */
  person: Person | null
  /** Reads as the person, or as the public. */
  reader: Reader
  client: Client
}

/** Who opened this page, asked once a request. */
export const visitor = cache(async (): Promise<Visitor> => {
  // First, because it tells `next build` that the page depends on its reader: no database is opened there.
  const asked = new Headers(await headers())
  const payload = await getPayload({ config })
  const session = await sessionOf(payload, asked)
  const person = session?.kind === 'person' ? session : null
  const audience = person?.audience ?? audienceOf(null)
  return {
    payload,
    language: await pageLanguage(),
    person,
    reader: { payload, audience, now: new Date() },
    client: clientOf((name) => asked.get(name)),
  }
})

/** Chinese unless the reader chose otherwise in the footer. */
export async function pageLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(languageCookie)?.value
  return isLanguage(chosen) ? chosen : 'zh'
}

/**
 * The text this person asked to preview, null for everybody else. What stands around it (related entries, the
 * unit's phone) is what citizens may read, or for agents' eyes what this person may read.
 */
export const previewedEntry = cache(
  async (token: string, by: 'citizens' | 'agents'): Promise<Entry | null> => {
    const { reader, person } = await visitor()
    const row = person && previewOf(person.id, token)
    if (!row) return null
    const audience = by === 'citizens' ? audienceOf(null) : reader.audience
    // What was never saved is no revision yet.
    const entry = await entryFrom({ ...reader, audience }, { ...row, revision: 0 })
    const isContact = row.topic === 'office' || row.topic === 'contact'
    return isContact ? { ...entry, contact: contactFrom(entry, row.contact) } : entry
  },
)

/** What is written in 办公地址 and 联络方式 is the unit's contact once it is approved. */
function contactFrom({ contact }: Entry, written: unknown): Entry['contact'] {
  const { phone, address, hours } = (written ?? {}) as LiveContact
  return {
    phone: phone || contact?.phone || null,
    address: address || contact?.address || null,
    hours: hours || contact?.hours || null,
    number: null,
  }
}

import { cookies, headers } from 'next/headers'
import { getPayload, type Payload } from 'payload'
import { cache } from 'react'
import config from '@payload-config'
import { audienceOf } from '@/access/audience'
import { clientOf, type Client } from '@/front/client'
import { sessionOf, type Session } from '@/front/sessions'
import { isLanguage, languageCookie, type Language } from '@/i18n/language'
import type { Reader } from '@/reading/live'

type Person = Extract<Session, { kind: 'person' }>

export type Visitor = {
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

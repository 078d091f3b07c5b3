import { cache } from 'react'
import { audienceOf } from '@/access/audience'
import type { LiveContact } from '@/reading/live'
import { entryFrom, type Entry } from '@/reading/readEntry'
import { previewOf } from '@/workflow/reviewing/preview'
import { visitor } from './visitor'

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
    const entry = await entryFrom({ ...reader, audience }, row)
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

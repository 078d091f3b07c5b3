import type { Where } from 'payload'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { findLive, type Reader } from './live'
import { readContact, type Contact } from './readContact'

/** How to reach a unit, and the entries that say so to this audience: 联络方式, 办公地址. Rejects as the database does. */
export async function readContactEntries(
  reader: Reader,
  unit: string,
): Promise<{ contact: Contact | null; entries: EntrySummary[] }> {
  const where: Where = {
    and: [{ unit: { equals: unit } }, { topic: { in: ['contact', 'office'] } }],
  }
  const [contact, { rows }] = await Promise.all([
    readContact(reader, unit),
    findLive(reader, { columns: summaryColumns, where, limit: 2 }),
  ])
  return { contact, entries: rows.map(entrySummary) }
}

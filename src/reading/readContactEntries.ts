import type { Where } from 'payload'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import { findLive, type Reader } from './live'
import { contactColumns, contactIn, type Contact } from './readContact'

/** How to reach a unit, and the entries that say so to this audience: 联络方式, 办公地址. Rejects as the database does. */
export async function readContactEntries(
  reader: Reader,
  unit: string,
): Promise<{ contact: Contact | null; entries: EntrySummary[] }> {
  const where: Where = {
    and: [{ unit: { equals: unit } }, { topic: { in: ['contact', 'office'] } }],
  }
  const columns = [...new Set([...summaryColumns, ...contactColumns])]
  const { rows } = await findLive(reader, { columns, where, limit: 2 })
  return { contact: contactIn(rows), entries: rows.map(entrySummary) }
}

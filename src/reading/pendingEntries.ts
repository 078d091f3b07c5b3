import type { Payload } from 'payload'
import { readRows } from '@/tables'

/** Entries whose last change the search index may not have taken yet: left out of every query. */
export async function pendingEntries(payload: Payload): Promise<string[]> {
  const rows = await readRows(payload, {
    collection: 'publications',
    columns: ['entry'],
    where: { dirty: { equals: true } },
    limit: 0,
  })
  return [...new Set(rows.map(({ entry }) => String(entry)))]
}

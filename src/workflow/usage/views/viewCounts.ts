import { readRows, type Database } from '@/tables'

/** 阅读次数 of these entries, by id; what nobody has read yet is not among them. */
export async function viewCounts(
  database: Database,
  entries: readonly string[],
): Promise<Map<string, number>> {
  if (entries.length === 0) return new Map()
  const rows = await readRows(database, {
    collection: 'viewed',
    where: { id: { in: [...entries] } },
    columns: ['id', 'count'],
    limit: 0,
  })
  return new Map(rows.map(({ id, count }) => [String(id), Number(count)]))
}

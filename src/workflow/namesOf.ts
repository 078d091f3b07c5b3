import type { Payload } from 'payload'
import { readRows } from '@/tables'

/** What people or nodes are called, by their ids. Neither is ever deleted while something names it. */
export async function namesOf(
  payload: Payload,
  ids: readonly (string | null | undefined)[],
  collection: 'users' | 'nodes' = 'users',
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  if (known.length === 0) return new Map()
  const rows = await readRows(payload, {
    collection,
    where: { id: { in: known } },
    columns: ['id', 'name'],
    limit: 0,
  })
  return new Map(rows.map(({ id, name }) => [String(id), String(name)]))
}

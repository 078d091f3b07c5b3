import type { Listed } from '../../paging/page'
import type { SearchQuery } from '../../types'
import type { Connection } from './connection'
import { allowed, type Condition } from './filters'

/** An entry of the result, and where it lies. */
export type Located = Listed & { row: number }

/** Everything that may be found, as rows. */
export const everything: Condition = { sql: 'SELECT row FROM documents', values: [] }

/** The entries put first that the filters allow, in the order they were put. */
export function pinnedOf(db: Connection, query: SearchQuery): Located[] {
  const first = [...new Set(query.first ?? [])]
  if (first.length === 0) return []
  const condition = allowed(query)
  const rows = db.rows<Located>(
    `SELECT d.row, d.id, d.version, 0 AS score, 0 AS key FROM documents d
     WHERE d.id IN (SELECT value FROM json_each(?)) AND ${condition.sql}`,
    [JSON.stringify(first), ...condition.values],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return first.flatMap((id) => byId.get(id) ?? [])
}

/** What words found and what was put first, as rows, each once. */
export function together(found: Condition | null, { first = [] }: SearchQuery): Condition {
  const pins: Condition = {
    sql: 'SELECT row FROM documents WHERE id IN (SELECT value FROM json_each(?))',
    values: [JSON.stringify(first)],
  }
  if (!found) return pins
  if (first.length === 0) return found
  return { sql: `${found.sql} UNION ${pins.sql}`, values: [...found.values, ...pins.values] }
}

/** How many of these rows the filters allow: no limit of a page touches it. */
export function countOf(db: Connection, found: Condition, query: SearchQuery): number {
  const condition = allowed(query)
  const [count] = db.rows<{ total: number }>(
    `SELECT count(*) AS total FROM (${found.sql}) JOIN documents d USING (row)
     WHERE ${condition.sql}`,
    [...found.values, ...condition.values],
  )
  return count?.total ?? 0
}

import type { SearchFilters } from '../../types'
import type { Connection } from './connection'
import { allowed } from './filters'
import type { Plan } from './plan'

/** A row that matched, with how well its words and the sound of its title did. */
export type Candidate = { row: number; words: number; sound: number }

const tables = [
  { table: 'words', scores: '-bm25(words, 2.5, 2.0, 1.5, 1.0, 1.0, 0.5) AS words, 0 AS sound' },
  // Single characters only let a title in; what it is worth shows in the second scoring.
  { table: 'titles', scores: '0 AS words, -bm25(titles, 1.0, 1.0, 0.0) AS sound' },
] as const

/** The best candidates of the first scoring and the number of all that match. */
export function candidatesOf(
  db: Connection,
  plan: Plan,
  filters: SearchFilters,
  limit: number,
): { best: Candidate[]; total: number } {
  const asked = tables.filter(({ table }) => plan[table] !== null)
  if (asked.length === 0) return { best: [], total: 0 }
  const condition = allowed(filters)
  const values = [...asked.map(({ table }) => plan[table]), ...condition.values]
  const find = asked.length > 1 ? findInBoth : findIn
  const best = db.rows<Candidate>(find(asked, condition.sql), [...values, limit])
  // A question of its own: counted while sorting, every match would be kept until the end.
  const rows = asked.map(({ table }) => `SELECT rowid AS row FROM ${table} WHERE ${table} MATCH ?`)
  const [count] = db.rows<{ total: number }>(
    `SELECT count(*) AS total FROM (${rows.join(' UNION ')}) JOIN documents d USING (row)
     WHERE ${condition.sql}`,
    values,
  )
  return { best, total: count?.total ?? 0 }
}

type Asked = readonly (typeof tables)[number][]

function findIn(asked: Asked, condition: string): string {
  return `SELECT row, words, sound FROM (${matchesIn(asked)}) JOIN documents d USING (row)
    WHERE ${condition} ORDER BY words + sound DESC, row LIMIT ?`
}

/** Materialised: bm25 works only where its own table is being read, not after grouping. */
function findInBoth(asked: Asked, condition: string): string {
  return `WITH matched AS MATERIALIZED (${matchesIn(asked)})
    SELECT row, sum(words) AS words, sum(sound) AS sound
    FROM matched JOIN documents d USING (row) WHERE ${condition}
    GROUP BY row ORDER BY sum(words) + sum(sound) DESC, row LIMIT ?`
}

function matchesIn(asked: Asked): string {
  return asked
    .map(
      ({ table, scores }) => `SELECT rowid AS row, ${scores} FROM ${table} WHERE ${table} MATCH ?`,
    )
    .join(' UNION ALL ')
}

import type { SearchFilters } from '../../types'
import type { Connection } from './connection'
import { allowed } from './filters'
import type { Plan } from './plan'

/** A row that matched, with how well its words and the sound of its title did. */
export type Candidate = { row: number; words: number; sound: number }

const matches = {
  words: `SELECT rowid AS row, -bm25(words, 2.5, 2.0, 1.5, 1.0, 1.0, 0.5) AS words, 0 AS sound
    FROM words WHERE words MATCH ?`,
  // Single characters only let a title in; what it is worth shows in the second scoring.
  titles: `SELECT rowid AS row, 0 AS words, -bm25(titles, 1.0, 1.0, 0.0) AS sound
    FROM titles WHERE titles MATCH ?`,
}

/** The best candidates of the first scoring and the number of all. */
export function candidatesOf(
  db: Connection,
  plan: Plan,
  filters: SearchFilters,
  limit: number,
): { best: Candidate[]; total: number } {
  const asked = [
    ...(plan.words ? [{ sql: matches.words, value: plan.words }] : []),
    ...(plan.titles ? [{ sql: matches.titles, value: plan.titles }] : []),
  ]
  if (asked.length === 0) return { best: [], total: 0 }
  const condition = allowed(filters)
  const best = db.rows<Candidate & { total: number }>(
    // Materialised: bm25 works only where its own table is being read, not after grouping.
    `WITH matched AS MATERIALIZED (${asked.map(({ sql }) => sql).join(' UNION ALL ')})
     SELECT row, sum(words) AS words, sum(sound) AS sound, count(*) OVER () AS total
     FROM matched JOIN documents d USING (row)
     WHERE ${condition.sql}
     GROUP BY row ORDER BY sum(words) + sum(sound) DESC, row LIMIT ?`,
    [...asked.map(({ value }) => value), ...condition.values, limit],
  )
  return { best, total: best[0]?.total ?? 0 }
}

import type { Listed, Behind } from '../../paging'
import type { Candidate } from '../../ranking/score'
import type { Wanted } from '../../ranking/searchBy'
import type { SearchFilters, VersionedId, SearchQuery } from '../../types'
import type { Connection } from './connection'
import { allowed, type Condition } from './filters'
import type { Matches } from './matches'

const kinds = [
  {
    ask: 'words',
    table: 'words',
    scores: '-bm25(words, 2.5, 2.0, 1.5, 1.0, 1.0, 1.0, 0.5) AS words, 0 AS sound',
  },
  { ask: 'figures', table: 'figures', scores: '-bm25(figures) AS words, 0 AS sound' },
  { ask: 'runs', table: 'characters', scores: '-bm25(characters, 2.5, 1.0) AS words, 0 AS sound' },
  { ask: 'sounds', table: 'titles', scores: '0 AS words, -bm25(titles) AS sound' },
  { ask: 'sounds', table: 'names', scores: '0 AS words, -0.8 * bm25(names) AS sound' },
  // Single characters only let a title in; what it is worth shows in the second scoring. Scores over them take longest.
  { ask: 'characters', table: 'titles', scores: '0 AS words, 0 AS sound' },
] as const

type Found = {
  best: (Located & Candidate)[]
  /** How many match, of all or of those behind; null where that did not come by the way. */
  total: number | null
}

/** The best candidates of the first scoring, or the best that come behind one of them. */
export function candidatesOf(
  db: Connection,
  asks: Matches,
  filters: SearchFilters,
  { limit, behind }: Wanted,
): Found {
  const asked = askedIn(asks)
  if (asked.length === 0) return { best: [], total: 0 }
  const allow = both(allowed(filters), holding(asks.phrases))
  const place = behind ? standing(db, asks, behind) : anywhere
  const find = asked.length > 1 || behind ? findInSeveral : findIn
  const rows = db.rows<Candidate & VersionedId & { total: number | null }>(
    find(asked, allow.sql, place.sql),
    [...textsOf(asks), ...allow.values, ...place.values, limit],
  )
  const best = rows.map(({ row, id, version, words, sound }) => {
    return { row, id, version, words, sound, score: words, key: words + sound }
  })
  return { best, total: best.length < limit ? best.length : (rows[0]?.total ?? null) }
}

/** The rows that match, as a query of its own; null where nothing is asked. */
export function foundBy(asks: Matches): Condition | null {
  const asked = askedIn(asks)
  if (asked.length === 0) return null
  const rows = asked.map(({ table }) => `SELECT rowid AS row FROM ${table} WHERE ${table} MATCH ?`)
  const held = holding(asks.phrases)
  return {
    sql: `SELECT d.row FROM (${rows.join(' UNION ')}) d WHERE ${held.sql}`,
    values: [...textsOf(asks), ...held.values],
  }
}

/** Of the rows of `d`, those whose normalised text holds every phrase. */
function holding(phrases: readonly string[]): Condition {
  const each = `EXISTS (SELECT 1 FROM texts t WHERE t.row = d.row AND (
    instr(t.title_form, ?) OR instr(t.names_form, ?) OR instr(t.body_form, ?)))`
  return phrases.reduce<Condition>(
    (all, phrase) => both(all, { sql: each, values: [phrase, phrase, phrase] }),
    anywhere,
  )
}

function both(one: Condition, other: Condition): Condition {
  return { sql: `${one.sql} AND ${other.sql}`, values: [...one.values, ...other.values] }
}

type Asked = readonly (typeof kinds)[number][]

function askedIn(asks: Matches): Asked {
  return kinds.filter(({ ask }) => asks[ask] !== null)
}

function textsOf(asks: Matches): string[] {
  return askedIn(asks).flatMap(({ ask }) => asks[ask] ?? [])
}

/** Not counted: to count the matches by themselves is faster than to keep them all. */
function findIn(asked: Asked, condition: string): string {
  return `SELECT row, d.id, d.version, words, sound, NULL AS total FROM (${matchesIn(asked)}) JOIN documents d USING (row)
    WHERE ${condition} ORDER BY words + sound DESC, d.id LIMIT ?`
}

/** Materialised: bm25 works only where its own table is being read, not after grouping. */
function findInSeveral(asked: Asked, condition: string, behind: string): string {
  return `WITH matched AS MATERIALIZED (${matchesIn(asked)})
    SELECT row, d.id, d.version, sum(words) AS words, sum(sound) AS sound, count(*) OVER () AS total
    FROM matched JOIN documents d USING (row) WHERE ${condition}
    GROUP BY row HAVING ${behind} ORDER BY sum(words) + sum(sound) DESC, d.id LIMIT ?`
}

function matchesIn(asked: Asked): string {
  return asked
    .map(
      ({ table, scores }) => `SELECT rowid AS row, ${scores} FROM ${table} WHERE ${table} MATCH ?`,
    )
    .join(' UNION ALL ')
}

const anywhere: Condition = { sql: 'TRUE', values: [] }

/**
 * Scores move a little with everything that is written, so the place is where the last entry shown stands now.
 * One that was changed meanwhile may stand anywhere: then the one before it says where.
 */
function standing(db: Connection, asks: Matches, behind: Behind): Condition {
  const now = askedIn(asks).map(
    ({ table, scores }) => `SELECT rowid AS row, ${scores} FROM ${table}
      WHERE ${table} MATCH ? AND rowid IN (
        SELECT row FROM documents WHERE id IN (SELECT value FROM json_each(?))
      )`,
  )
  const ids = JSON.stringify(behind.map(({ id }) => id))
  const standing = db.rows<Behind[number]>(
    `WITH now AS MATERIALIZED (${now.join(' UNION ALL ')})
     SELECT d.id, d.version, sum(words) + sum(sound) AS key
     FROM now JOIN documents d USING (row) GROUP BY row`,
    textsOf(asks).flatMap((match) => [match, ids]),
  )
  const unchanged = behind.flatMap(
    ({ id, version }) => standing.find((each) => each.id === id && each.version === version) ?? [],
  )
  const last = unchanged.at(-1) ?? behind.at(-1)
  if (!last) return anywhere
  return {
    sql: '(sum(words) + sum(sound) < ? OR (sum(words) + sum(sound) = ? AND d.id > ?))',
    values: [last.key, last.key, last.id],
  }
}

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

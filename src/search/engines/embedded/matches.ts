import { charactersOf } from '@/search/text/normalise'
import { isFigureForm } from '../../text/figures/figure'
import type { Counts, Plan, TitlePart } from '../../ranking/plan'
import type { Connection } from './connection'

/** What is asked of the tables, in FTS5's language; null where nothing is. */
export type Matches = {
  words: string | null
  /** Figures of any text. */
  figures: string | null
  /** What any text holds, character by character. */
  runs: string | null
  /** What titles, other questions and key words sound like. */
  sounds: string | null
  /** What titles are written with. */
  characters: string | null
  /** What an entry must hold literally. */
  phrases: readonly string[]
}

export function matchesOf({ words, figures, runs, titles, phrases }: Plan): Matches {
  return {
    words: anyOf(words.map((parts) => quoted(parts.join(' ')))),
    figures: anyOf(figures.map(quoted)),
    runs: anyOf(runs.map((run) => quoted(charactersOf(run).join(' ')))),
    sounds: anyOf(titles.filter((part) => part.by !== 'characters').map(titlePart)),
    characters: anyOf(titles.filter((part) => part.by === 'characters').map(titlePart)),
    phrases,
  }
}

export function titlePart(part: TitlePart): string {
  switch (part.by) {
    case 'pinyin':
      return `pinyin : ${quoted(part.spoken.join(' '))}${part.isUnfinished ? ' *' : ''}`
    case 'initials':
      return `initials : ${quoted(part.letters)} *`
    case 'characters':
      return `(characters : (${nearlyAll(part.nearlyAll)}))`
  }
}

/**
 * All but one: one half of them whole, and of the other all but one. Leaving out each in turn would read
 * every character's list as often as there are characters.
 */
function nearlyAll(characters: readonly string[]): string {
  const middle = Math.ceil(characters.length / 2)
  const halves = [characters.slice(0, middle), characters.slice(middle)] as const
  return [halves, [...halves].reverse()]
    .map(([whole = [], other = []]) => {
      const all = whole.map(quoted).join(' AND ')
      return other.length > 1 ? `(${all} AND (${nearlyAll(other)}))` : `(${all})`
    })
    .join(' OR ')
}

export function anyOf(parts: readonly string[]): string | null {
  return parts.length > 0 ? [...new Set(parts)].join(' OR ') : null
}

/** Quoted for FTS5: nothing in it is read as an operator. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** How often words stand that stand often: to count one of a hundred thousand takes as long as to search. */
type Known = { since: number; counts: Map<string, number> }
const knownIn = new WeakMap<Connection, Known>()
/** A word that stands in so many entries is not found better by knowing of the next. */
const OFTEN = 200
/** Milliseconds. */
const KNOWN_FOR = 10 * 60_000

export function countsIn(db: Connection): Counts {
  // The highest row stands for the number of rows: counting would read the whole table.
  const sql = 'SELECT coalesce(max(row), 0) AS size FROM documents'
  const counts = countsKnown(db)
  const asked = new Map<string, number>()
  return {
    size: db.rows<{ size: number }>(sql)[0]?.size ?? 0,
    of: (word) => {
      const known = counts.get(word) ?? asked.get(word)
      if (known !== undefined) return known
      const table = isFigureForm(word) ? 'figure_vocabulary' : 'vocabulary'
      const sql = `SELECT doc FROM ${table} WHERE term = ?`
      const count = db.rows<{ doc: number }>(sql, [word])[0]?.doc ?? 0
      ;(count >= OFTEN ? counts : asked).set(word, count)
      return count
    },
  }
}

function countsKnown(db: Connection): Map<string, number> {
  const now = performance.now()
  const known = knownIn.get(db)
  if (known && now - known.since < KNOWN_FOR) return known.counts
  const counts = new Map<string, number>()
  knownIn.set(db, { since: now, counts })
  return counts
}

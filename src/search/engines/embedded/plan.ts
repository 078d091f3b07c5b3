import { readingsOf, soundOf } from '../../text/pinyin'
import type { Segmenter } from '../../text/segment'
import { syllables } from '../../text/syllables'
import type { QueryText, Term } from '../../text/terms'
import type { Connection } from './connection'

/** A term with the number of documents that hold it; never more than the index holds in all. */
export type WeighedTerm = Term & { count: number; rarity: number }

/** What is asked of the two tables; null where nothing is. */
export type Plan = {
  terms: WeighedTerm[]
  words: string | null
  titles: string | null
}

/**
 * Documents a query may visit. A sentence of common words over a large index takes a second without a
 * limit; the rarest words alone find the same documents, and the second scoring counts the rest again.
 */
const LEAST_BUDGET = 5_000
const BUDGET_SHARE = 0.03

/** A word in more of the texts than this is common, in an index of more than a few. */
const COMMON_SHARE = 0.25
const FEW = 20

export function planOf(db: Connection, segmenter: Segmenter, query: QueryText): Plan {
  const size = sizeOf(db)
  const terms = query.terms.map((term) => weigh(db, segmenter, term, size))
  const known = terms.filter((term) => term.count > 0).sort((a, b) => a.count - b.count)
  const words = affordable(
    tellingOf(known, terms, size),
    Math.max(LEAST_BUDGET, size * BUDGET_SHARE),
  )
    .flatMap((term) => term.forms)
    .map((form) => phrase(form, db, segmenter))
  const titles = query.terms.flatMap((term) => soundsOf(term, terms))
  return { terms, words: anyOf(words), titles: anyOf(titles) }
}

export function anyOf(parts: readonly string[]): string | null {
  return parts.length > 0 ? [...new Set(parts)].join(' OR ') : null
}

/** How many documents hold this word; what was removed may still be counted for a while. */
export function countOf(db: Connection, word: string): number {
  const sql = 'SELECT doc FROM vocabulary WHERE term = ?'
  return db.rows<{ doc: number }>(sql, [word])[0]?.doc ?? 0
}

/** Quoted for FTS5: nothing in it is read as an operator. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

/** Syllables one after the other in a title. */
export function sounding(spoken: readonly string[]): string {
  const isUnfinished = !syllables.has(spoken.at(-1) ?? '')
  return isUnfinished ? beginning(spoken) : `pinyin : ${quoted(spoken.join(' '))}`
}

/** The same, where the last syllable may go on: `jia` on the way to `jiao`. */
export function beginning(spoken: readonly string[]): string {
  return `pinyin : ${quoted(spoken.join(' '))} *`
}

function weigh(db: Connection, segmenter: Segmenter, term: Term, size: number): WeighedTerm {
  const counts = term.forms.map((form) => formCount(db, segmenter, form))
  const count = Math.min(size, Math.max(...counts))
  return { ...term, count, rarity: Math.log(1 + (size - count + 0.5) / (count + 0.5)) }
}

/** A name of several words is at most as frequent as its rarest word. */
function formCount(db: Connection, segmenter: Segmenter, form: string): number {
  const whole = countOf(db, form)
  if (whole > 0) return whole
  const parts = segmenter.forIndex(form)
  return parts.length > 1 ? Math.min(...parts.map((part) => countOf(db, part))) : 0
}

function phrase(form: string, db: Connection, segmenter: Segmenter): string {
  return quoted(countOf(db, form) > 0 ? form : segmenter.forIndex(form).join(' '))
}

/**
 * Words that stand nearly everywhere (怎么, 办理) find nothing by themselves where something else was typed:
 * what nobody wrote about shall find nothing, and a total shall mean something.
 */
function tellingOf(
  known: readonly WeighedTerm[],
  all: readonly WeighedTerm[],
  size: number,
): readonly WeighedTerm[] {
  const telling = known.filter(({ count }) => count <= Math.max(FEW, size * COMMON_SHARE))
  const isAllKnown = all.every(({ count, isSynonym }) => count > 0 || isSynonym)
  return telling.length > 0 || !isAllKnown ? telling : known
}

/** The rarest terms first, as many as the budget allows, and always one. */
function affordable(rarestFirst: readonly WeighedTerm[], budget: number): WeighedTerm[] {
  let spent = 0
  return rarestFirst.filter((term, at) => {
    spent += term.count
    return at === 0 || spent <= budget
  })
}

/** Letters may be pinyin or initials; a Chinese word nobody wrote may be a slip of the same sound. */
function soundsOf(term: Term, weighed: readonly WeighedTerm[]): string[] {
  const { word } = term
  if (/^[a-z]{2,}$/.test(word)) {
    return [...readingsOf(word).map(sounding), `initials : ${quoted(word)} *`]
  }
  const isUnknown = weighed.some((each) => each.word === word && each.count === 0)
  return isUnknown && /^\p{Script=Han}{2,}$/u.test(word) ? [sounding(soundOf(word))] : []
}

/** The highest row stands for the number of rows: counting would read the whole table. */
function sizeOf(db: Connection): number {
  return (
    db.rows<{ size: number }>('SELECT coalesce(max(row), 0) AS size FROM documents')[0]?.size ?? 0
  )
}

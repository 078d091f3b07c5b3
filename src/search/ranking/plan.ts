import { INITIALS, readingsOf, soundOf } from '../text/pinyin'
import { syllables } from '../text/syllables'
import type { QueryText, Term } from '../text/terms'
import { rarityOf, type WeighedTerm } from './weighedTerm'

/** What an index tells of itself before it is searched. */
export type Counts = {
  /** All documents; what was removed may still be counted for a while. */
  size: number
  /** How many of them hold this word. */
  of(word: string): number
}

/** Something that a title may hold. */
export type TitlePart =
  /** Syllables one after the other; the last may go on, as `jia` on the way to `jiao`. */
  | { by: 'pinyin'; spoken: readonly string[]; isUnfinished: boolean }
  /** A word's initials and those of the words behind it, by their beginning. */
  | { by: 'initials'; letters: string }
  /** These characters, three at least, all or all but one of them, wherever they stand. */
  | { by: 'characters'; nearlyAll: readonly string[] }

/** What to look for first, in no engine's language; the best of it is scored again. */
export type Plan = {
  terms: WeighedTerm[]
  /** Any of these, each one word or several that follow one another. */
  words: (readonly string[])[]
  /** Or any of these. */
  titles: TitlePart[]
  /** All of these, literally, in the normalised text. */
  phrases: readonly string[]
}

/**
 * Documents a query may visit. A sentence of common words over a large index takes a second without a
 * limit; the rarest words alone find the same documents, and the second scoring counts the rest again.
 */
const LEAST_BUDGET = 5_000
const BUDGET_SHARE = 0.03

/**
 * Where so many documents hold words that tell more, one that tells this little beside the rarest lets nothing
 * in by itself; the second scoring counts it. Measured: a third faster, and nothing is found worse.
 */
const PLENTY = 300
const TELLS_LITTLE = 0.4

/** So many syllables tell a title from others. */
const WINDOW = 4

/** A word in more of the texts than this is common, in an index of more than a few. */
const COMMON_SHARE = 0.25
const FEW = 20

export function planOf(query: QueryText, counts: Counts): Plan {
  const terms = query.terms.map((term) => weighed(term, query, counts))
  const known = terms.filter((term) => term.count > 0).sort((a, b) => a.count - b.count)
  const words = affordable(
    tellingOf(known, terms, counts.size),
    Math.max(LEAST_BUDGET, counts.size * BUDGET_SHARE),
  )
    .flatMap((term) => term.forms)
    .map((form) => (counts.of(form) > 0 ? [form] : (query.parts[form] ?? [])))
  return {
    terms,
    words,
    titles: [...terms.flatMap(soundsOf), ...spelledOut(query.text)],
    phrases: query.phrases,
  }
}

/** All words whose counts `planOf` looks at. */
export function wordsToCount({ parts }: QueryText): string[] {
  return [...new Set(Object.entries(parts).flatMap(([form, words]) => [form, ...words]))]
}

/** Syllables one after the other in a title. */
export function sounding(spoken: readonly string[]): TitlePart {
  return { by: 'pinyin', spoken, isUnfinished: !syllables.has(spoken.at(-1) ?? '') }
}

/** The same, where the last syllable may go on. */
export function beginning(spoken: readonly string[]): TitlePart {
  return { by: 'pinyin', spoken, isUnfinished: true }
}

function weighed(term: Term, { parts }: QueryText, counts: Counts): WeighedTerm {
  const each = term.forms.map((form) => formCount(form, parts[form] ?? [], counts))
  const count = Math.min(counts.size, Math.max(...each))
  return { ...term, count, rarity: rarityOf(count, counts.size) }
}

/** A name of several words is at most as frequent as its rarest word. */
function formCount(form: string, parts: readonly string[], counts: Counts): number {
  const whole = counts.of(form)
  if (whole > 0) return whole
  return parts.length > 1 ? Math.min(...parts.map((part) => counts.of(part))) : 0
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

/** The rarest terms first, as many as are needed and the budget allows, and always one. */
function affordable(rarestFirst: readonly WeighedTerm[], budget: number): WeighedTerm[] {
  const little = TELLS_LITTLE * (rarestFirst[0]?.rarity ?? 0)
  let spent = 0
  return rarestFirst.filter((term, at) => {
    if (spent >= PLENTY && term.rarity < little) return false
    spent += term.count
    return at === 0 || spent <= budget
  })
}

/** Letters may be pinyin or initials; a Chinese word nobody wrote may be a slip of the same sound. */
function soundsOf({ word, count }: WeighedTerm): TitlePart[] {
  if (/^[a-z]{2,}$/.test(word)) return lettersIn(word)
  return count === 0 && /^\p{Script=Han}{2,}$/u.test(word) ? [sounding(soundOf(word))] : []
}

function lettersIn(letters: string): TitlePart[] {
  const readings = readingsOf(letters)
  return [
    ...readings.map(sounding),
    ...readings.flatMap((reading) => windowsOf(reading, WINDOW)),
    { by: 'initials', letters: letters.slice(0, INITIALS) },
  ]
}

/** Syllables typed apart, `zhu fang gong ji jin`: what they are together. */
function spelledOut(text: string): TitlePart[] {
  const parts = text.split(' ')
  return parts.length > 1 && parts.every((part) => syllables.has(part))
    ? [sounding(parts), ...windowsOf(parts, WINDOW)]
    : []
}

/** Parts of a long sequence: it may have been read or typed wrong at one place, and most of it is right. */
export function windowsOf(spoken: readonly string[], size: number): TitlePart[] {
  if (spoken.length <= size) return []
  const places = Array.from({ length: spoken.length - size + 1 }, (_, at) => at)
  return places.map((at) => ({
    by: 'pinyin',
    spoken: spoken.slice(at, at + size),
    isUnfinished: false,
  }))
}

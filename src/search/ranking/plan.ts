import { isToldBeside } from '../text/figures/figure'
import { spokenIn } from '../text/hearing'
import { INITIALS, readingsOf, soundOf, syllables } from '../text/pinyin'
import type { QueryText, Term } from '../text/terms'
import { rarityOf, type WeighedTerm } from './weighedTerm'

/** What an index tells of itself before it is searched. */
export type Counts = {
  /** All documents; what was removed may still be counted for a while. */
  size: number
  /** How many of them hold this word. */
  of(word: string): number
}

/** Something that a text sounds like. */
export type HeardPart =
  /** Syllables one after the other; the last may go on, as `jia` on the way to `jiao`. */
  | { by: 'pinyin'; spoken: readonly string[]; isUnfinished: boolean }
  /** A word's initials and those of the words behind it, by their beginning. */
  | { by: 'initials'; letters: string }

/** Something that a title may hold; what is heard may stand in a similar question or a key word too. */
export type TitlePart =
  | HeardPart
  /** These characters, three at least, all or all but one of them, wherever they stand. */
  | { by: 'characters'; nearlyAll: readonly string[] }

/** What to look for first, in no engine's language; the best of it is scored again. */
export type Plan = {
  terms: WeighedTerm[]
  /** Any of these, each one word or several that follow one another. */
  words: (readonly string[])[]
  /** Or any of these figures, by their forms. */
  figures: readonly string[]
  /** Or any of these, as characters one after the other, however the text around them was cut. */
  runs: readonly string[]
  /** Or any of these. */
  titles: TitlePart[]
  /** All of these, literally, in the normalised text. */
  phrases: readonly string[]
  /** What a candidate is scored by: the best of these counts. */
  questions: readonly Question[]
}

/** Something asked, with its terms. */
export type Question = { asked: QueryText; terms: readonly WeighedTerm[] }

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

/** Sentences of a story that are looked for. */
const MOST_QUESTIONS = 6
/** Each is looked for in the lists of its characters, which are long. */
const MOST_RUNS = 3
/** A figure that more entries tell lets none in by itself, where more than it was asked. */
const MOST_TOLD = 1_000
/** A sentence has other words that lead to the answer. */
const LONGEST_WITH_RUNS = 20

export function planOf(query: QueryText, counts: Counts): Plan {
  return query.told.length > 0 ? planOfStory(query, counts) : planOfSentence(query, counts)
}

/**
 * The sentences that ask, with what was said before them, and those whose words tell most: one of them is the
 * question, and which, only the entries can tell.
 */
function planOfStory({ told, phrases }: QueryText, counts: Counts): Plan {
  const plans = told
    .map(({ asked, weight }) => {
      const plan = planOfSentence(asked, counts)
      const telling = plan.terms.filter(({ count }) => count > 0)
      return { plan, worth: weight * telling.reduce((sum, { rarity }) => sum + rarity, 0) }
    })
    .sort((one, other) => other.worth - one.worth)
    .slice(0, MOST_QUESTIONS)
    .map(({ plan }) => plan)
  const terms = new Map(plans.flatMap((plan) => plan.terms.map((term) => [term.word, term])))
  return {
    terms: [...terms.values()],
    words: [
      ...new Map(
        plans.flatMap((plan) => plan.words.map((word) => [word.join(' '), word])),
      ).values(),
    ],
    figures: [...new Set(plans.flatMap(({ figures }) => figures))],
    ...{ runs: [], titles: [], phrases },
    questions: plans.flatMap(({ questions }) => questions),
  }
}

function planOfSentence(query: QueryText, counts: Counts): Plan {
  const terms = chosen(query.terms.map((term) => weighed(term, query, counts)))
  const ordinary = terms.filter(({ kind }) => kind !== 'figure')
  const known = ordinary.filter((term) => term.count > 0).sort((a, b) => a.count - b.count)
  const words = affordable(
    tellingOf(known, ordinary, counts.size),
    Math.max(LEAST_BUDGET, counts.size * BUDGET_SHARE),
  )
    .flatMap((term) => term.forms)
    .map((form) => (counts.of(form) > 0 ? [form] : (query.parts[form] ?? [])))
  return {
    terms,
    words: words.filter((parts) => parts.length > 0 && parts.every((part) => counts.of(part) > 0)),
    figures: terms
      .filter(({ kind, count }) => kind === 'figure' && (query.onlyFigure || count <= MOST_TOLD))
      .flatMap(({ forms }) => forms)
      .filter((form) => counts.of(form) > 0),
    runs: runsIn(query, terms),
    titles: [...terms.flatMap(soundsOf), ...spokenIn(query.text).flatMap(heardInPart)],
    phrases: query.phrases,
    questions: [{ asked: query, terms }],
  }
}

/** A figure where an index knows it, in place of its parts where it is what is meant. */
function chosen(all: readonly WeighedTerm[]): WeighedTerm[] {
  const figures = all.filter(({ kind, count }) => kind === 'figure' && count > 0)
  const meant = new Set(
    figures.filter(({ forms: [first = ''] }) => !isToldBeside(first)).map(({ word }) => word),
  )
  return all.filter((term) =>
    term.kind === 'figure' ? figures.includes(term) : !meant.has(term.within ?? ''),
  )
}

/** A single character may stand inside any word, and a word of no dictionary be cut in any way. */
function runsIn({ text, bare }: QueryText, terms: readonly WeighedTerm[]): string[] {
  if (/^\p{Script=Han}$/u.test(text)) return [text]
  if (bare.length > LONGEST_WITH_RUNS) return []
  const isAnyKnown = terms.some(({ count }) => count > 0)
  return terms
    .filter(({ word, kind, count }) => {
      const isHan = /^\p{Script=Han}+$/u.test(word)
      const isLong = /^\p{Script=Han}{2}/u.test(word) || !isAnyKnown
      return isHan && isLong && (kind !== 'word' || count === 0)
    })
    .sort((one, other) => other.word.length - one.word.length)
    .slice(0, MOST_RUNS)
    .map(({ word }) => word)
}

/** All words whose counts `planOf` looks at. */
export function wordsToCount({ parts }: QueryText): string[] {
  return [...new Set(Object.entries(parts).flatMap(([form, words]) => [form, ...words]))]
}

/** Syllables one after the other in a title. */
export function sounding(spoken: readonly string[]): HeardPart {
  return { by: 'pinyin', spoken, isUnfinished: !syllables.has(spoken.at(-1) ?? '') }
}

/** The same, where the last syllable may go on. */
export function beginning(spoken: readonly string[]): HeardPart {
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
  return [
    ...readingsOf(letters).flatMap(heardInPart),
    { by: 'initials', letters: letters.slice(0, INITIALS) },
  ]
}

/** All of a sequence, or most of it: a part may have been read or typed wrong. */
function heardInPart(spoken: readonly string[]): TitlePart[] {
  return [sounding(spoken), ...windowsOf(spoken, WINDOW)]
}

/** So many syllables one after the other, at every place of a longer sequence. */
export function windowsOf(spoken: readonly string[], size: number): TitlePart[] {
  if (spoken.length <= size) return []
  const places = Array.from({ length: spoken.length - size + 1 }, (_, at) => at)
  return places.map((at) => ({
    by: 'pinyin',
    spoken: spoken.slice(at, at + size),
    isUnfinished: false,
  }))
}

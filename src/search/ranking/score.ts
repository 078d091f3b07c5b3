import { bareText } from '../text/normalise'
import type { Cuts } from '../text/cuts'
import { isToldBeside } from '../text/figures/figure'
import { bareWithFigures } from '../text/figures/figuresIn'
import type { Explanation, SearchQuery } from '../types'
import { districtOf, polarityTo, likenessTo, gentle } from './factors'
import { NAMES, occurrencesOf, type Occurrences, type Parts, creditOf } from './occurrences'
import type { Question } from './plan'
import { rarityOf, type WeighedTerm } from './weighedTerm'

/** A document that matched, with how well its words and the sound of its title did in the first scoring. */
export type Candidate = { row: number; words: number; sound: number }

/** A candidate with the normalised text it is scored again by. */
export type Scorable = Candidate &
  Parts & {
    id: string
    unit: string
    approvedAt: number
    length: number
    titleCuts: Cuts
    namesCuts: Cuts
    /** Figures of all its texts, blanks between them. */
    figures: string
  }

export type Scored = Scorable & {
  score: number
  isExact: boolean
  /** Which part of what was asked for this holds, rare words counting more. */
  held: number
  explanation?: Explanation
}

/**
 * BM25 over title, names and body as one, then more for holding all that was asked for, for holding it in the
 * title, and for a title that asks the same as a whole. Words put side by side are all meant and may stand
 * anywhere; a sentence is compared with titles. Measured in bench/relevance.
 */
const SENTENCE = { saturation: 1, lengthShare: 0.9, pairs: 0.8, inTitle: 0.25, likeness: 8 }
const LIST = { saturation: 0.5, lengthShare: 0.75, pairs: 0.5, inTitle: 0, likeness: 0 }
/** Half the characters alike is little, nearly all is the question itself. */
const STEEPNESS = 3

type Weights = typeof SENTENCE

/** A shorter sentence of a story, such as a greeting, is not its question. */
const SHORTEST_SENTENCE = 6
/** A figure in another of its forms, as a telephone number without its area code, is worth less, down to this. */
const LEAST_LIKE = 0.5

type Asker = Pick<SearchQuery, 'now' | 'uses' | 'ownUnit' | 'nearness' | 'explain'>

/**
 * Scores candidates again by everything the query says, best first; an exact question before all. Of the
 * sentences of a story the one counts that a candidate answers best.
 */
export function scored(
  candidates: readonly Scorable[],
  questions: readonly Question[],
  query: Asker,
): Scored[] {
  const isStory = questions.length > 1
  const [first = [], ...others] = questions.map((question) =>
    scoredBy(candidates, question, { query, isStory }),
  )
  return first
    .map((one, at) => others.reduce((best, each) => better(best, each[at] ?? best), one))
    .sort(
      (a, b) =>
        Number(b.isExact) - Number(a.isExact) ||
        b.score - a.score ||
        b.approvedAt - a.approvedAt ||
        (a.id < b.id ? -1 : 1),
    )
}

const better = (one: Scored, other: Scored): Scored => {
  if (one.isExact !== other.isExact) return one.isExact ? one : other
  return other.score > one.score ? other : one
}

type How = { query: Asker; isStory: boolean }

/** In the order of the candidates. */
function scoredBy(
  candidates: readonly Scorable[],
  { asked, terms }: Question,
  { query, isStory }: How,
): Scored[] {
  const weights = asked.isList ? LIST : SENTENCE
  const average = mean(candidates.map(({ length }) => length)) || 1
  const written = terms.filter(({ kind }) => kind !== 'figure').flatMap((term) => term.forms)
  const forms = [...new Set([...asked.pairs, ...written])]
  const placeOf = new Map(forms.map((form, at) => [form, at]))
  const occurrences = candidates.map(occurrencesOf(forms))
  // The pairs are the first forms.
  const pairRarities = asked.pairs.map((_, at) => {
    const holding = occurrences.filter(({ times }) => times[at] !== 0).length
    return rarityOf(holding, candidates.length)
  })
  const placed = terms.map((term) => ({
    ...term,
    places: term.kind === 'figure' ? [] : term.forms.flatMap((form) => placeOf.get(form) ?? []),
  }))
  const credit = creditOf(terms, placeOf)
  const hasFigures = terms.some(({ kind }) => kind === 'figure')
  const questions = candidates.map(questionsOf(hasFigures ? bareWithFigures : bareText))
  const likeness = weights.likeness > 0 ? likenessTo(asked.plain, questions) : []
  // A list of words says nothing of how they belong together.
  const polarity = asked.isList ? () => 1 : polarityTo(asked.polarity)
  const isAsked = (question: string) =>
    question === asked.plain && (!isStory || question.length >= SHORTEST_SENTENCE)
  return candidates.map((candidate, at) => {
    const saturated = saturation(candidate.length / average, weights)
    const standing = occurrences[at] ?? { times: new Float64Array(), inTitle: new Uint8Array() }
    const figures = new Set(hasFigures ? candidate.figures.split(' ') : [])
    credit(standing, figures)
    const words = wordsIn(standing, placed, { saturated, figures })
    const pairs =
      weights.pairs *
      pairRarities.reduce(
        (total, rarity, pair) => total + rarity * saturated(standing.times[pair] ?? 0),
        0,
      )
    const held = share(words, ({ score }) => score > 0)
    const factors = {
      held: 1 + held,
      inTitle: 1 + weights.inTitle * share(words, ({ inTitle }) => inTitle),
      likeness: 1 + weights.likeness * (likeness[at] ?? 0) ** STEEPNESS,
      polarity: polarity(candidate),
      ...gentle(candidate, query),
      district: districtOf(candidate, query),
    }
    const { freshness, use, ownUnit, district } = factors
    const sum = words.reduce((total, { score }) => total + score, 0) + pairs
    const text =
      sum * factors.held * factors.inTitle * factors.likeness * factors.polarity + candidate.sound
    // The same question of another district is not this caller's.
    const isExact =
      district >= 1 &&
      ((questions[at]?.some(isAsked) ?? false) ||
        (asked.onlyFigure !== null && figures.has(asked.onlyFigure)))
    return {
      ...candidate,
      score: text * freshness * use * ownUnit * district,
      isExact,
      held,
      ...(query.explain && {
        explanation: {
          place: isExact ? ('exact' as const) : ('scored' as const),
          words: words.map(({ word, rarity, score, isSynonym }) => ({
            ...{ word, rarity, score, isSynonym },
          })),
          pairs,
          sound: candidate.sound,
          factors,
        },
      }),
    }
  })
}

/** What so many occurrences are worth in an entry of this length, from 0 to a limit: twice is not twice as much. */
function saturation(relativeLength: number, { saturation: limit, lengthShare }: Weights) {
  const length = limit * (1 - lengthShare + lengthShare * relativeLength)
  return (times: number) => (times === 0 ? 0 : (times * (limit + 1)) / (times + length))
}

type Found = {
  word: string
  rarity: number
  isSynonym: boolean
  score: number
  inTitle: boolean
}

type Standing = { saturated: (times: number) => number; figures: ReadonlySet<string> }

function wordsIn(
  { times, inTitle }: Occurrences,
  terms: readonly (WeighedTerm & { places: readonly number[] })[],
  { saturated, figures }: Standing,
): Found[] {
  return terms.map(({ word, places, rarity, isSynonym, kind, forms }) => {
    if (kind === 'figure') {
      // What is told beside counts by its parts.
      const worth = isToldBeside(forms[0] ?? '') ? 0 : likeFigure(forms, figures)
      const score = rarity * worth * saturated(NAMES)
      return { word, rarity, isSynonym, score, inTitle: false }
    }
    let most = 0
    let isInTitle = false
    for (const place of places) {
      most = Math.max(most, times[place] ?? 0)
      isInTitle ||= inTitle[place] === 1
    }
    return { word, rarity, isSynonym, score: rarity * saturated(most), inTitle: isInTitle }
  })
}

/** How near the nearest form is that an entry holds, from 0 to 1. */
function likeFigure(forms: readonly string[], figures: ReadonlySet<string>): number {
  const at = forms.findIndex((form) => figures.has(form))
  if (at < 0) return 0
  return 1 - ((1 - LEAST_LIKE) * at) / Math.max(1, forms.length - 1)
}

/** Which part of what was typed this is, rare words counting more. */
function share(words: readonly Found[], isMeant: (word: Found) => boolean): number {
  let all = 0
  let some = 0
  for (const word of words) {
    if (word.isSynonym) continue
    all += word.rarity
    if (isMeant(word)) some += word.rarity
  }
  return all > 0 ? some / all : 0
}

/** What an entry asks, its title first, letters and digits alone. */
const questionsOf =
  (bare: (text: string) => string) =>
  ({ title, names }: Parts): string[] =>
    [title, ...(names === '' ? [] : names.split('\n'))].map(bare)

function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0) / numbers.length
}

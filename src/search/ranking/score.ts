import { bareText } from '../text/bareText'
import type { QueryText } from '../text/terms'
import type { Explanation, SearchQuery } from '../types'
import { gentle } from './gentle'
import { likenessTo } from './likeness'
import { occurrencesOf, type Occurrences, type Parts } from './occurrences'
import { rarityOf, type WeighedTerm } from './weighedTerm'

/** A document that matched, with how well its words and the sound of its title did in the first scoring. */
export type Candidate = { row: number; words: number; sound: number }

/** A candidate with the normalised text it is scored again by. */
export type Scorable = Candidate &
  Parts & { id: string; unit: string; approvedAt: number; length: number }

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

/** Scores candidates again by everything the query says, best first; an exact question before all. */
export function scored(
  candidates: readonly Scorable[],
  asked: QueryText,
  terms: readonly WeighedTerm[],
  query: Pick<SearchQuery, 'now' | 'uses' | 'ownUnit' | 'explain'>,
): Scored[] {
  const weights = asked.isList ? LIST : SENTENCE
  const average = mean(candidates.map(({ length }) => length)) || 1
  const forms = [...new Set([...asked.pairs, ...terms.flatMap((term) => term.forms)])]
  const placeOf = new Map(forms.map((form, at) => [form, at]))
  const occurrences = candidates.map(occurrencesOf(forms))
  // The pairs are the first forms.
  const pairRarities = asked.pairs.map((_, at) => {
    const holding = occurrences.filter(({ times }) => times[at] !== 0).length
    return rarityOf(holding, candidates.length)
  })
  const placed = terms.map((term) => ({
    ...term,
    places: term.forms.flatMap((form) => placeOf.get(form) ?? []),
  }))
  const questions = candidates.map(questionsOf)
  const likeness = weights.likeness > 0 ? likenessTo(asked.bare, questions) : []
  return candidates
    .map((candidate, at) => {
      const saturated = saturation(candidate.length / average, weights)
      const standing = occurrences[at] ?? { times: new Float64Array(), inTitle: new Uint8Array() }
      const words = wordsIn(standing, placed, saturated)
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
        ...gentle(candidate, query),
      }
      const { freshness, use, ownUnit } = factors
      const sum = words.reduce((total, { score }) => total + score, 0) + pairs
      const text = sum * factors.held * factors.inTitle * factors.likeness + candidate.sound
      const isExact = questions[at]?.includes(asked.bare) ?? false
      return {
        ...candidate,
        score: text * freshness * use * ownUnit,
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
    .sort(
      (a, b) =>
        Number(b.isExact) - Number(a.isExact) ||
        b.score - a.score ||
        b.approvedAt - a.approvedAt ||
        (a.id < b.id ? -1 : 1),
    )
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

function wordsIn(
  { times, inTitle }: Occurrences,
  terms: readonly (WeighedTerm & { places: readonly number[] })[],
  saturated: (times: number) => number,
): Found[] {
  return terms.map(({ word, places, rarity, isSynonym }) => {
    let most = 0
    let isInTitle = false
    for (const place of places) {
      most = Math.max(most, times[place] ?? 0)
      isInTitle ||= inTitle[place] === 1
    }
    return { word, rarity, isSynonym, score: rarity * saturated(most), inTitle: isInTitle }
  })
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
function questionsOf({ title, names }: Parts): string[] {
  return [title, ...(names === '' ? [] : names.split('\n'))].map(bareText)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0) / numbers.length
}

import { bareText, type QueryText } from '../../text/terms'
import type { SearchQuery } from '../../types'
import type { Candidate } from './candidates'
import type { WeighedTerm } from './plan'

/** A candidate with the normalised text it is scored again by. */
export type Scorable = Candidate & {
  id: string
  unit: string
  approvedAt: number
  title: string
  names: string
  body: string
  length: number
}

export type Scored = Scorable & { score: number; isExact: boolean; held: number }

/**
 * BM25 over title, names and body as one, then more for holding all that was asked for and a little more
 * for holding it in the title. Measured in bench/relevance.
 */
const SATURATION = 1
const LENGTH_SHARE = 0.75
const TITLE = 2.5
const NAMES = 2
/** Pairs of characters beside words: what segmentation cut differently still counts. */
const PAIRS = 0.5
const TITLE_BONUS = 0.25
const FRESH_BONUS = 0.05
const OWN_UNIT_BONUS = 0.1
const YEAR = 365 * 24 * 3_600_000

/** Scores candidates again by everything the query says, best first; an exact question before all. */
export function scored(
  candidates: readonly Scorable[],
  asked: QueryText,
  terms: readonly WeighedTerm[],
  query: SearchQuery,
): Scored[] {
  const average = mean(candidates.map((candidate) => candidate.length)) || 1
  const pairs = asked.pairs.map((pair) => ({ pair, rarity: rarityAmong(candidates, pair) }))
  const typed = terms.filter((term) => !term.isSynonym)
  return candidates
    .map((candidate) => {
      const weight = (form: string) => saturated(candidate, form, average)
      const byWords = sum(terms, (term) => term.rarity * Math.max(...term.forms.map(weight)))
      const byPairs = sum(pairs, ({ pair, rarity }) => rarity * weight(pair))
      const held = share(typed, (term) => holds(candidate, term))
      const inTitle = share(typed, (term) => holdsIn(candidate.title, term))
      const closeness = (1 + held) * (1 + TITLE_BONUS * inTitle)
      const relevance = (byWords + PAIRS * byPairs) * closeness + candidate.sound
      return {
        ...candidate,
        score: relevance * gentle(candidate, query),
        isExact: isExact(candidate, asked.bare),
        held,
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

function saturated(candidate: Scorable, form: string, average: number): number {
  const times =
    TITLE * count(candidate.title, form) +
    NAMES * count(candidate.names, form) +
    count(candidate.body, form)
  const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * candidate.length) / average
  return (times * (SATURATION + 1)) / (times + SATURATION * length)
}

/** Which part of what was asked for this is, rare words counting more. */
function share(typed: readonly WeighedTerm[], isHeld: (term: WeighedTerm) => boolean): number {
  const all = sum(typed, (term) => term.rarity)
  return all > 0 ? sum(typed, (term) => (isHeld(term) ? term.rarity : 0)) / all : 0
}

/** Freshness and the own unit decide among equals, never against relevance. */
function gentle(candidate: Scorable, query: SearchQuery): number {
  const age = Math.max(0, query.now - candidate.approvedAt)
  const fresh = 1 + FRESH_BONUS * 0.5 ** (age / YEAR)
  return candidate.unit === query.ownUnit ? fresh * (1 + OWN_UNIT_BONUS) : fresh
}

function isExact(candidate: Scorable, bare: string): boolean {
  const questions = [candidate.title, ...candidate.names.split('\n')]
  return questions.some((question) => bareText(question) === bare)
}

function holds(candidate: Scorable, term: WeighedTerm): boolean {
  return [candidate.title, candidate.names, candidate.body].some((text) => holdsIn(text, term))
}

function holdsIn(text: string, term: WeighedTerm): boolean {
  return term.forms.some((form) => text.includes(form))
}

/** How rare a pair is among the candidates: no index of pairs is needed for it. */
function rarityAmong(candidates: readonly Scorable[], pair: string): number {
  const holding = candidates.filter(
    ({ title, names, body }) => title.includes(pair) || names.includes(pair) || body.includes(pair),
  ).length
  return Math.log(1 + (candidates.length - holding + 0.5) / (holding + 0.5))
}

function count(text: string, form: string): number {
  let times = 0
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) times++
  return times
}

function sum<Item>(items: readonly Item[], worth: (item: Item) => number): number {
  return items.reduce((total, item) => total + worth(item), 0)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0) / numbers.length
}

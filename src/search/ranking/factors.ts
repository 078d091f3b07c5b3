import { askedPlainly } from '../text/asking'
import { piecesBy, type Cuts } from '../text/cuts'
import { agreement, polarityOf, wordsIn, type Polarity } from '../text/negation'
import { charactersOf } from '../text/normalise'
import type { Explanation, SearchQuery } from '../types'
import { rarityOf } from './weighedTerm'

const SAME = 1.1
const OPPOSITE = 0.5

const denies = /[不没未无非禁]/

type Titled = { title: string; titleCuts: Cuts; names: string; namesCuts: Cuts }

/**
 * What it is worth that an entry asks about the same side: 没缴 and 缴 share nearly all characters and have
 * opposite answers. One of its questions that denies the same is enough; else its title says which side it is on.
 */
export function polarityTo(asked: Polarity): (entry: Titled) => number {
  const isDenied = asked.denied.length > 0
  return ({ title, titleCuts, names, namesCuts }) => {
    if (!isDenied && !denies.test(title)) return 1
    const said = agreement(asked, polarityOf(wordsBy(title, titleCuts)))
    const isSame = (words: readonly string[]) => agreement(asked, polarityOf(words)) === 'same'
    if (said === 'same' || (denies.test(names) && linesBy(names, namesCuts).some(isSame)))
      return SAME
    return said === 'opposite' ? OPPOSITE : 1
  }
}

const wordsBy = (text: string, cuts: Cuts): string[] => wordsIn(piecesBy(text, cuts))

function linesBy(text: string, cuts: Cuts): string[][] {
  const lines: string[][] = [[]]
  for (const piece of piecesBy(text, cuts)) {
    if (piece.includes('\n')) lines.push([])
    else lines.at(-1)?.push(piece)
  }
  return lines.map(wordsIn)
}

/** What a title or another question of an entry is asked by; the rest of a longer one is detail. */
const LONGEST = 60
/** An entry may list hundreds of questions. */
const MOST_QUESTIONS = 20
/** What a character is worth beyond its being there, by its rarity among the candidates. */
const RARITY_SHARE = 0.5

/**
 * How alike the question asked and the questions of each candidate are as wholes, from 0 to 1: characters in
 * common by weight, whatever their order, with one form for all ways of asking. What the question says too
 * little and what the title says too much count alike, which no sum over the words asked for can tell. Of a
 * candidate its bare title is given, and behind it its other questions.
 */
export function likenessTo(bare: string, candidates: readonly (readonly string[])[]): number[] {
  const asked = partsOf(bare)
  const questions = candidates.map((each) => each.slice(0, 1 + MOST_QUESTIONS).map(partsOf))
  const worth = worthAmong(questions.flatMap(([title]) => title ?? []))
  const weightOf = (characters: ReadonlySet<string>) => sum(characters, worth)
  const all = weightOf(asked)
  return questions.map((each) =>
    Math.max(
      ...each.map((question) => {
        const both = sum(asked, (character) => (question.has(character) ? worth(character) : 0))
        return both === 0 ? 0 : (2 * both) / (all + weightOf(question))
      }),
    ),
  )
}

function partsOf(bare: string): Set<string> {
  return new Set(charactersOf(askedPlainly(bare.slice(0, LONGEST))))
}

function worthAmong(titles: readonly ReadonlySet<string>[]): (character: string) => number {
  const counts = new Map<string, number>()
  for (const title of titles) {
    for (const character of title) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const worths = new Map<string, number>()
  return (character) => {
    const known = worths.get(character)
    if (known !== undefined) return known
    const worth = 1 + RARITY_SHARE * rarityOf(counts.get(character) ?? 0, titles.length)
    worths.set(character, worth)
    return worth
  }
}

function sum(characters: ReadonlySet<string>, worth: (character: string) => number): number {
  let total = 0
  for (const character of characters) total += worth(character)
  return total
}

const FRESHNESS = 0.03
const USE = 0.03
const OWN_UNIT = 0.1
const YEAR = 365 * 24 * 3_600_000

type Entry = { id: string; unit: string; approvedAt: number }

/** What answers the same is read from the caller's district first, then from the city, then from elsewhere; what answers better stays before. */
const DISTRICT = { own: 1.5, other: 0.6 }

export const districtOf = (
  { unit }: Pick<Entry, 'unit'>,
  { nearness }: Pick<SearchQuery, 'nearness'>,
): number => {
  const near = nearness?.[unit]
  return near ? DISTRICT[near] : 1
}

/**
 * Freshness, use and the own unit decide among equals. Freshness and use together are less than what one more
 * of the words asked for brings, so that they never beat text.
 */
export function gentle(
  entry: Entry,
  { now, uses, ownUnit }: Pick<SearchQuery, 'now' | 'uses' | 'ownUnit'>,
): Pick<Explanation['factors'], 'freshness' | 'ownUnit' | 'use'> {
  const age = Math.max(0, now - entry.approvedAt)
  const used = Math.min(1, Math.max(0, uses?.[entry.id] ?? 0))
  return {
    freshness: 1 + FRESHNESS * 0.5 ** (age / YEAR),
    use: 1 + USE * used,
    ownUnit: entry.unit === ownUnit ? 1 + OWN_UNIT : 1,
  }
}

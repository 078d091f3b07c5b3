import { askedPlainly } from '../text/asking'
import { charactersOf } from '../text/characters'
import { rarityOf } from './weighedTerm'

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

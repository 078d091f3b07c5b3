import { readingsOf, soundOf } from '../../text/pinyin'
import type { QueryText } from '../../text/terms'
import { slipsOf } from '../../text/typos'
import type { Connection } from './connection'
import { anyOf, beginning, countOf, quoted, sounding, type Plan } from './plan'

/** A whole sentence has other words that lead to the answer. */
const LONGEST = 12
const SHORTEST_WORD = 4
const LONGEST_WORD = 20

/** The plan widened by what the reader may have meant, unfinished or one slip away; null for nothing. */
export function forgiving(db: Connection, plan: Plan, query: QueryText): Plan | null {
  if (query.bare.length > LONGEST + LONGEST_WORD) return null
  const letters = plan.terms.filter(({ word, count }) => count === 0 && isLatinWord(word))
  const words = letters.flatMap(({ word }) => slipsOf(word).filter((slip) => countOf(db, slip) > 0))
  const titles = [
    ...letters.flatMap(({ word }) => [...readingsOf(word).map(beginning), ...misspelt(word)]),
    ...likeTitles(query.bare),
  ]
  if (words.length + titles.length === 0) return null
  return {
    terms: plan.terms,
    words: joined(plan.words, anyOf(words.map(quoted))),
    titles: joined(plan.titles, anyOf(titles)),
  }
}

function joined(one: string | null, other: string | null): string | null {
  return anyOf([one, other].filter((part) => part !== null))
}

function isLatinWord(word: string): boolean {
  return /^[a-z]+$/.test(word) && word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD
}

/** Pinyin with one wrong letter. Unfinished syllables are left out: nearly anything begins one. */
function misspelt(word: string): string[] {
  return slipsOf(word)
    .flatMap((slip) => readingsOf(slip).filter((reading) => reading.join('') === slip))
    .filter((reading) => reading.length > 1)
    .map((reading) => `pinyin : ${quoted(reading.join(' '))}`)
}

/** Titles that sound the same, and titles that hold all characters but one. */
function likeTitles(bare: string): string[] {
  const characters = [...new Set(bare)]
  if (!/^\p{Script=Han}{2,}$/u.test(bare) || characters.length > LONGEST) return []
  const sound = sounding(soundOf(bare))
  if (characters.length < 3) return [sound]
  const allButOne = characters.map((wrong) => {
    const others = characters.filter((character) => character !== wrong)
    return `(characters : (${others.map(quoted).join(' AND ')}))`
  })
  return [sound, ...allButOne]
}

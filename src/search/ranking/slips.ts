import { INITIALS, mixedReadingsOf, readingsOf, soundOf } from '../text/pinyin'
import { piecesAsked } from '../text/asking'
import type { QueryText } from '../text/terms'
import { beginning, sounding, windowsOf, type Counts, type Plan, type TitlePart } from './plan'

/** A whole sentence has other words that lead to the answer. */
const LONGEST = 12
/** So many syllables in their order are hardly there by chance. */
const HEARD = 3
const SHORTEST_WORD = 4
const LONGEST_WORD = 20

const alphabet = 'abcdefghijklmnopqrstuvwxyz'

/** The plan widened by what the reader may have meant, unfinished or one slip away; null for nothing. */
export function forgiving(plan: Plan, query: QueryText, counts: Counts): Plan | null {
  if (isLong(query)) return null
  const letters = unknownLetters(plan)
  const words = letters.flatMap(slipsOf).filter((slip) => counts.of(slip) > 0)
  const titles = [
    ...letters.flatMap((word) => [
      ...readingsOf(word).map(beginning),
      ...misspelt(word),
      ...mixedReadingsOf(word).map(byInitials),
    ]),
    ...likeTitles(query.bare),
    ...likeTitles(piecesAsked(query.text).join('')),
  ]
  if (words.length + titles.length === 0) return null
  return {
    ...plan,
    words: [...plan.words, ...words.map((word) => [word])],
    titles: [...plan.titles, ...titles],
  }
}

/** All words whose counts `forgiving` looks at. */
export function slipsToCount(plan: Plan, query: QueryText): string[] {
  return isLong(query) ? [] : unknownLetters(plan).flatMap(slipsOf)
}

function isLong({ bare }: QueryText): boolean {
  return bare.length > LONGEST + LONGEST_WORD
}

function unknownLetters({ terms }: Plan): string[] {
  return terms.filter(({ word, count }) => count === 0 && isLatinWord(word)).map(({ word }) => word)
}

function isLatinWord(word: string): boolean {
  return /^[a-z]+$/.test(word) && word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD
}

/** Pinyin with one wrong letter. Unfinished syllables are left out: nearly anything begins one. */
function misspelt(word: string): TitlePart[] {
  return slipsOf(word)
    .flatMap((slip) => readingsOf(slip).filter((reading) => reading.join('') === slip))
    .filter((reading) => reading.length > 1)
    .map((spoken) => ({ by: 'pinyin', spoken, isUnfinished: false }))
}

function byInitials(reading: readonly string[]): TitlePart {
  const letters = reading.map(([first]) => first).join('')
  return { by: 'initials', letters: letters.slice(0, INITIALS) }
}

/** Titles that sound the same, and titles that hold all characters but one. */
function likeTitles(bare: string): TitlePart[] {
  const characters = [...new Set(bare)]
  if (!/^\p{Script=Han}{2,}$/u.test(bare) || characters.length > LONGEST) return []
  const sound = sounding(soundOf(bare))
  if (characters.length < 3) return [sound]
  const letIn: TitlePart = { by: 'characters', nearlyAll: characters }
  return [sound, ...windowsOf(soundOf(bare), HEARD), letIn]
}

/** Every word one slip away: a letter missing, added, wrong, or two swapped. */
function slipsOf(word: string): string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    const after = word.slice(at)
    if (after) found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after[1] + after[0] + after.slice(2))
    for (const letter of alphabet) {
      found.add(before + letter + after)
      if (after) found.add(before + letter + after.slice(1))
    }
  }
  found.delete(word)
  return [...found]
}

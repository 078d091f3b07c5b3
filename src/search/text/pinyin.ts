import { pinyin } from 'pinyin-pro'
import { syllables } from './syllables'

/** How many letters of initials are kept; more tell no titles apart. */
export const INITIALS = 12
/** Readings of one run of letters worth trying: `xian` is 先 and 西安. */
const READINGS = 4
const LONGEST_SYLLABLE = 6
/** Longer runs of letters are no pinyin anybody typed. */
const LONGEST_RUN = 80

/** The sound of each Chinese character, in order; other characters are left out. */
export function soundOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
}

/** For each word the initials from there to the end, so that `gjj` finds 住房公积金 by a prefix. */
export function initialsOf(words: readonly string[]): string[] {
  const letters = words.map((word) => initialsOfWord(word))
  return letters
    .map((_, at) =>
      letters
        .slice(at, at + INITIALS)
        .join('')
        .slice(0, INITIALS),
    )
    .filter((initials) => initials.length > 1)
}

function initialsOfWord(word: string): string {
  return /^[a-z0-9]+$/.test(word)
    ? word
    : soundOf(word)
        .map((sound) => sound[0])
        .join('')
}

/** Ways to read letters as syllables; the last one may still be unfinished while typing. */
export function readingsOf(letters: string): string[][] {
  if (letters.length > LONGEST_RUN) return []
  const readings: string[][] = []
  /** Places from which nothing can be read, so that a long run does not try them again. */
  const dead = new Set<number>()
  const read = (at: number, before: string[]) => {
    if (readings.length >= READINGS || dead.has(at)) return
    if (at === letters.length) return void readings.push(before)
    const found = readings.length
    for (let end = Math.min(letters.length, at + LONGEST_SYLLABLE); end > at; end--) {
      const part = letters.slice(at, end)
      if (syllables.has(part)) read(end, [...before, part])
    }
    const rest = letters.slice(at)
    if (at > 0 && isBeginning(rest)) readings.push([...before, rest])
    if (readings.length === found) dead.add(at)
  }
  read(0, [])
  return readings.slice(0, READINGS)
}

const beginnings = new Set(
  [...syllables].flatMap((sound) => [...sound].map((_, at) => sound.slice(0, at + 1))),
)

function isBeginning(part: string): boolean {
  return beginnings.has(part) && !syllables.has(part)
}

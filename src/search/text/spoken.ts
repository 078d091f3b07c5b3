import { isBeginning, readingsOf, soundOf } from './pinyin'
import { syllables } from './syllables'

/** What is longer is a sentence with letters in it. */
const LONGEST = 24
const MOST = 4

/**
 * What a whole query sounds like where pinyin was typed apart or between characters, as in `lao nian z` and
 * `shebao卡`: sequences of syllables, the last perhaps unfinished.
 */
export function spokenIn(text: string): string[][] {
  const parts = text.match(/[a-z]+|\p{Script=Han}+|\S/gu) ?? []
  if (parts.length < 2 || text.length > LONGEST || !parts.some((part) => /[a-z]/.test(part)))
    return []
  return parts.reduce<string[][]>(
    (before, part, at) => {
      const ways = waysToSay(part, at === parts.length - 1)
      return before.flatMap((said) => ways.map((way) => [...said, ...way])).slice(0, MOST)
    },
    [[]],
  )
}

function waysToSay(part: string, isLast: boolean): string[][] {
  if (/^\p{Script=Han}/u.test(part)) return [soundOf(part)]
  const finished = readingsOf(part).filter(
    (way) => isLast || way.every((each) => syllables.has(each)),
  )
  return finished.length === 0 && isLast && isBeginning(part) ? [[part]] : finished
}

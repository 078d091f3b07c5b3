import { normalisedText } from './normalise'
import { mixedReadingsOf, readingsOf, soundOf, isBeginning, syllables } from './pinyin'

/** A sequence of sounds to listen for: whole syllables, or the letters they begin with. */
export type Hearing = { sounds: readonly string[]; isInitials: boolean }

/** What a word that nobody wrote may sound like. */
export function hearingsOf(word: string): Hearing[] {
  if (/^\p{Script=Han}{2,}$/u.test(word)) {
    const sounds = soundOf(word)
    // Characters without a known sound would be heard everywhere.
    return sounds.length > 0 ? [{ sounds, isInitials: false }] : []
  }
  if (!/^[a-z]{2,}$/.test(word)) return []
  return [
    ...readingsOf(word).map((sounds) => ({ sounds, isInitials: false })),
    ...[[...word], ...mixedReadingsOf(word)].map((sounds) => ({ sounds, isInitials: true })),
  ]
}

/** What a whole query of pinyin typed apart, or between characters, may sound like. */
export const hearingsIn = (text: string): Hearing[] =>
  spokenIn(text).map((sounds) => ({ sounds, isInitials: false }))

/** The pieces of a text that sound so, in normalised form: what to mark where a sound was matched. */
export function piecesSounding(text: string, hearings: readonly Hearing[]): string[] {
  if (hearings.length === 0) return []
  const runs = normalisedText(text).match(/\p{Script=Han}+/gu) ?? []
  return runs
    .flatMap(heardApart)
    .flatMap(({ characters, heard }) =>
      hearings.flatMap((hearing) =>
        placesOf(heard, hearing).map((at) =>
          characters.slice(at, at + hearing.sounds.length).join(''),
        ),
      ),
    )
}

type Heard = { characters: string[]; heard: string[] }

/** A rare character without a known sound would shift all that follow: what stands around it is heard by itself. */
function heardApart(run: string): Heard[] {
  const characters = [...run]
  const heard = soundOf(run)
  if (heard.length === characters.length) return [{ characters, heard }]
  const parts: Heard[] = [{ characters: [], heard: [] }]
  for (const character of characters) {
    const [sound, ...others] = soundOf(character)
    const part = parts.at(-1)
    if (sound === undefined || others.length > 0) parts.push({ characters: [], heard: [] })
    else {
      part?.characters.push(character)
      part?.heard.push(sound)
    }
  }
  return parts
}

function placesOf(heard: readonly string[], { sounds, isInitials }: Hearing): number[] {
  const last = sounds.length - 1
  return heard.flatMap((_, at) =>
    sounds.every((sound, place) => {
      const here = heard[at + place]
      return isInitials || place === last ? here?.startsWith(sound) : here === sound
    })
      ? [at]
      : [],
  )
}

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

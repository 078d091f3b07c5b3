import { normalisedText } from './normalise'
import { readingsOf, soundOf } from './pinyin'

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
    { sounds: [...word], isInitials: true },
  ]
}

/** The pieces of a title that sound so, in normalised form: what to mark where a sound was matched. */
export function piecesSounding(title: string, hearings: readonly Hearing[]): string[] {
  if (hearings.length === 0) return []
  const runs = normalisedText(title).match(/\p{Script=Han}+/gu) ?? []
  return runs.flatMap((run) => {
    const characters = [...run]
    const heard = soundOf(run)
    // A rare character without a known sound would shift all that follow.
    if (heard.length !== characters.length) return []
    return hearings.flatMap((hearing) =>
      placesOf(heard, hearing).map((at) =>
        characters.slice(at, at + hearing.sounds.length).join(''),
      ),
    )
  })
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

import type { Vocabulary } from '../types'
import { normalisedText } from './normalise'

/** All of the hotline's own language, from which each query takes what it touches. */
export type Language = {
  touching(typed: string): Vocabulary
  /** A normalised text with one name for each thing, so that 最低生活保障 and 低保 compare as equal. */
  withOneName(text: string): string
}

/**
 * @param words names and terms to keep whole: units, places, what the centre added
 * @param groups words for the same thing, each line one group
 */
export function createLanguage(
  words: readonly string[],
  groups: readonly (readonly string[])[],
): Language {
  const whole = wordsIn(withoutSingles(words))
  const known = groups.map(withoutSingles).filter((group) => group.length > 1)
  const groupsOf = new Map<string, (readonly string[])[]>()
  for (const group of known) {
    for (const word of group) groupsOf.set(word, [...(groupsOf.get(word) ?? []), group])
  }
  const named = wordsIn([...groupsOf.keys()])
  const names = new Map(known.flatMap(([head = '', ...rest]) => rest.map((word) => [word, head])))
  const renamed = wordsIn([...names.keys()])
  return {
    touching: (typed) => {
      const text = normalisedText(typed)
      const synonyms = [...named(text)].flatMap(({ word }) => groupsOf.get(word) ?? [])
      return {
        words: [...new Set([...whole(text)].map(({ word }) => word))],
        synonyms: [...new Set(synonyms)],
      }
    },
    withOneName: (text) => {
      let one = ''
      let at = 0
      for (const { word, from } of renamed(text)) {
        if (from < at) continue
        one += text.slice(at, from) + (names.get(word) ?? word)
        at = from + word.length
      }
      return one + text.slice(at)
    },
  }
}

type Standing = { word: string; from: number }

/**
 * Finds where words of at least two characters stand in a text, in its order, the longest first: looked up by
 * two characters, so that it takes the time of the text and not of the words.
 */
function wordsIn(words: readonly string[]): (text: string) => Iterable<Standing> {
  const begun = new Map<string, string[]>()
  for (const word of words) {
    const start = word.slice(0, 2)
    begun.set(start, [...(begun.get(start) ?? []), word])
  }
  for (const same of begun.values()) same.sort((one, other) => other.length - one.length)
  return function* (text) {
    for (let from = 0; from + 1 < text.length; from += 1) {
      for (const word of begun.get(text.slice(from, from + 2)) ?? []) {
        if (text.startsWith(word, from)) yield { word, from }
      }
    }
  }
}

/** Normalised, once each; a single character would stand nearly everywhere. */
function withoutSingles(words: readonly string[]): string[] {
  const forms = words.map((word) => normalisedText(word).trim())
  return [...new Set(forms)].filter((form) => form.length > 1)
}

/** Other words for the same thing. */
export function synonymsOf(word: string, groups: Vocabulary['synonyms']): string[] {
  return groups.filter((group) => group.includes(word)).flatMap((group) => without(group, word))
}

const without = (group: readonly string[], word: string) => group.filter((each) => each !== word)

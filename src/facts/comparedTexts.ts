import type { Subject } from './subjects'
import {
  areComparable,
  contradictionsBetween,
  type Contradiction,
  type Stating,
} from './contradictions'

/** Texts to be compared: each is held only against those whose question shares its telling words. */
export type ComparedTexts = {
  /** Those that may be about the same subject as this one; itself left out. */
  nearTo(text: Stating): Stating[]
}

/** Words in more questions than this tell no two of them apart. */
const common = 400
/** Of the words of a question its mate has so many, by their length. */
const leastShared = 0.5

/** An index by the words of all questions, so that of 20,000 texts each is compared with a few. */
export function comparedTexts(texts: readonly Stating[]): ComparedTexts {
  const byForm = new Map<string, number[]>()
  const byWord = new Map<string, number[]>()
  for (const [at, { subjects }] of texts.entries()) {
    for (const subject of subjects) for (const key of keysOf(subject)) put(byForm, key, at)
    for (const word of subjects[0]?.telling ?? []) put(byWord, word, at)
  }
  return {
    nearTo(text) {
      const [title] = text.subjects
      if (!title) return []
      const shared = new Map<number, number>()
      let all = 0
      for (const word of title.telling) {
        const those = byWord.get(word) ?? []
        all += word.length
        if (those.length > common) continue
        for (const at of those) shared.set(at, (shared.get(at) ?? 0) + word.length)
      }
      const near = new Set<number>()
      for (const key of text.subjects.flatMap(keysOf)) {
        const those = byForm.get(key) ?? []
        if (those.length <= common) those.forEach((at) => near.add(at))
      }
      for (const [at, weight] of shared) if (weight >= all * leastShared) near.add(at)
      return [...near].flatMap((at) => {
        const other = texts[at]!
        return other.entry !== text.entry && areComparable(text, other) ? [other] : []
      })
    },
  }
}

/** 的联络方式 is asked of every unit, and of each by few. */
const keysOf = ({ form, of }: Subject) => (of === null ? [form] : [form, `${of} ${form}`])

function put(places: Map<string, number[]>, key: string, at: number): void {
  const there = places.get(key)
  if (there) there.push(at)
  else places.set(key, [at])
}

/** What this text and those say otherwise, for all that are comparable with it. */
export const contradictionsOfText = (text: Stating, among: ComparedTexts): Contradiction[] =>
  among.nearTo(text).flatMap((other) => contradictionsBetween(text, other))

/** All contradictions among these texts, each once, as they are found: whoever asks may breathe between two texts. */
export function* contradictionsAmong(texts: readonly Stating[]): Generator<Contradiction[]> {
  const among = comparedTexts(texts)
  const places = new Map(texts.map(({ entry }, at) => [entry, at]))
  for (const [at, text] of texts.entries()) {
    const later = among.nearTo(text).filter(({ entry }) => (places.get(entry) ?? 0) > at)
    yield later.flatMap((other) => contradictionsBetween(text, other))
  }
}

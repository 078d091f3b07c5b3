import { normalisedText } from './normalise'
import type { Segmenter } from './segment'
import { synonymsOf } from './synonyms'

/** One thing the query asks for: the word typed and other words for it. */
export type Term = { word: string; forms: string[]; isSynonym: boolean }

export type QueryText = {
  /** What was typed, normalised and capped. */
  text: string
  /** `text` without anything but letters and digits, to recognise an exact question. */
  bare: string
  terms: Term[]
  /** Pairs of neighbouring characters: they tell word order and survive a different segmentation. */
  pairs: string[]
}

/** A caller's sentence is shorter; what is longer is cut so that no query costs more than this one. */
const LONGEST_QUERY = 300
const MOST_TERMS = 48
const MOST_PAIRS = 96
/** A name such as 最低生活保障 is several words to the segmenter. */
const LONGEST_NAME = 4

export function readQuery(typed: string, segmenter: Segmenter): QueryText {
  const text = normalisedText(typed.slice(0, LONGEST_QUERY)).trim()
  const words = segmenter.forQuery(text)
  const terms = new Map<string, Term>()
  for (const word of words) {
    terms.set(word, { word, forms: [word, ...synonymsOf(word)], isSynonym: false })
  }
  for (const form of namesWithSynonyms(words)) {
    if (!terms.has(form)) terms.set(form, { word: form, forms: [form], isSynonym: true })
  }
  return {
    text,
    bare: bareText(text),
    terms: [...terms.values()].slice(0, MOST_TERMS),
    pairs: pairsOf(text).slice(0, MOST_PAIRS),
  }
}

/** Letters and digits alone: 「怎么办？」 and 「怎么办」 are the same question. */
export function bareText(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

function namesWithSynonyms(words: readonly string[]): string[] {
  const found: string[] = []
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 2; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
      found.push(...synonymsOf(words.slice(from, to).join('')))
    }
  }
  return found
}

function pairsOf(text: string): string[] {
  const pairs = new Set<string>()
  for (const [run] of text.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2))
  }
  return [...pairs]
}

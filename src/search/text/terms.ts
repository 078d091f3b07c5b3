import type { Vocabulary } from '../types'
import { bareText } from './bareText'
import { normalisedText } from './normalise'
import { phonesIn } from './phones'
import { phrasesIn } from './phrases'
import type { Segmenter } from './segment'
import { synonymsOf } from './vocabulary'

/** One thing the query asks for: the word typed and other words for it. */
export type Term = { word: string; forms: string[]; isSynonym: boolean }

export type QueryText = {
  /** What was typed, normalised and capped. */
  text: string
  /** `text` without anything but letters and digits, to recognise an exact question. */
  bare: string
  /** Are these words put side by side, all of them meant, and no sentence? */
  isList: boolean
  /** What stood in quotes: an entry without it is not found. */
  phrases: string[]
  terms: Term[]
  /** Of each form of the terms the words an index stores it as: itself and the shorter ones inside it. */
  parts: Readonly<Record<string, readonly string[]>>
  /** Pairs of neighbouring characters: they tell word order and survive a different segmentation. */
  pairs: string[]
}

/** A caller's sentence is shorter; what is longer is cut so that no query costs more than this one. */
const LONGEST_QUERY = 300
const MOST_TERMS = 48
const MOST_PAIRS = 96
/** What is longer between two spaces is part of a sentence. */
const LONGEST_LISTED = 8
/** A name such as 最低生活保障 is several words to the segmenter. */
const LONGEST_NAME = 4

const nothing: Vocabulary = { words: [], synonyms: [] }

export function readQuery(
  typed: string,
  segmenter: Segmenter,
  { words: whole, synonyms }: Vocabulary = nothing,
): QueryText {
  const text = normalisedText(typed.slice(0, LONGEST_QUERY)).trim()
  const words = cut(text, segmenter, whole)
  const terms = new Map<string, Term>()
  for (const word of words) {
    terms.set(word, { word, forms: [word, ...synonymsOf(word, synonyms)], isSynonym: false })
  }
  for (const form of namesWithSynonyms(words, synonyms)) {
    if (!terms.has(form)) terms.set(form, { word: form, forms: [form], isSynonym: true })
  }
  for (const forms of phonesIn(text)) {
    const [word = ''] = forms
    terms.set(word, { word, forms, isSynonym: !terms.has(word) })
  }
  const asked = [...terms.values()].slice(0, MOST_TERMS)
  const forms = new Set(asked.flatMap((term) => term.forms))
  return {
    text,
    bare: bareText(text),
    isList: isList(text),
    phrases: phrasesIn(text),
    terms: asked,
    parts: Object.fromEntries([...forms].map((form) => [form, segmenter.forIndex(form)])),
    pairs: pairsOf(text).slice(0, MOST_PAIRS),
  }
}

/** The hotline's words stay whole, beside the words in them: 芷溪镇 is no 芷, no 溪 and no 镇. */
function cut(text: string, segmenter: Segmenter, whole: readonly string[]): string[] {
  const [word] = [...whole].sort((one, other) => other.length - one.length)
  if (word === undefined) return segmenter.forQuery(text)
  const rest = whole.filter((each) => each !== word)
  const parts = segmenter.forQuery(word).filter((part) => part.length > 1 && part !== word)
  return text
    .split(word)
    .flatMap((piece, at) => [...(at > 0 ? [word, ...parts] : []), ...cut(piece, segmenter, rest)])
}

function isList(text: string): boolean {
  const parts = text.split(/[\s,、;]+/)
  return parts.length > 1 && parts.every((part) => part.length <= LONGEST_LISTED)
}

function namesWithSynonyms(words: readonly string[], synonyms: Vocabulary['synonyms']): string[] {
  if (synonyms.length === 0) return []
  const found: string[] = []
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 2; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
      found.push(...synonymsOf(words.slice(from, to).join(''), synonyms))
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

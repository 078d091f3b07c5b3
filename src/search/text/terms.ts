import { LONGEST_QUERY, type Vocabulary } from '../types'
import { piecesAsked } from './asking'
import { bareText, normalisedText, pairsIn } from './normalise'
import { cutQuery, phrasesIn, together, wordsAcrossBlanks, sentencesOf } from './cutQuery'
import { bareWithFigures, figuresIn } from './figures/figuresIn'
import { isToldBeside, type Figure } from './figures/figure'
import type { Mark } from './highlight'
import { denialsIn, polarityOf, wordsIn, type Polarity } from './negation'
import type { Segmenter } from './segment'
import { synonymsOf } from './vocabulary'

/** One thing the query asks for: the word typed and other words for it. */
export type Term = {
  word: string
  forms: string[]
  isSynonym: boolean
  /**
   * A `word` of the dictionary, a `guess` of the segmenter's, which a text may hold and be cut in another way, a
   * `name` the hotline keeps whole, or a `figure`, whose forms are words of its own, the nearest first.
   */
  kind: Mark['kind']
  /** The figure of which this is a part; where that is known, the part asks for nothing of its own. */
  within: string | null
}

export type QueryText = {
  /** What was typed, normalised and capped. */
  text: string
  /** `text` without anything but letters and digits, to recognise an exact question. */
  bare: string
  /** The same, its figures written in one way: what a title may be like. */
  plain: string
  /** Are these words put side by side, all of them meant, and no sentence? */
  isList: boolean
  /** What stood in quotes: an entry without it is not found. */
  phrases: string[]
  terms: Term[]
  /** Of each form of the terms the words an index stores it as: itself and the shorter ones inside it. */
  parts: Readonly<Record<string, readonly string[]>>
  /** Pairs of neighbouring characters: they tell word order and survive a different segmentation. */
  pairs: string[]
  /** What a question says and what it denies; nothing of a long sentence. */
  polarity: Polarity
  /** The form of the figure that is all that was asked; null elsewhere. */
  onlyFigure: string | null
  /** The sentences of a story, each read by itself: one of them is the question. None where all is one. */
  told: Told[]
}

/** A part of a story, and how much it is what was asked. */
export type Told = { asked: QueryText; weight: number }

/** No sentence asks for more. */
const MOST_TERMS = 48
const MOST_PAIRS = 96
/** What is longer between two spaces is part of a sentence. */
const LONGEST_LISTED = 8
/** A name such as 最低生活保障 is several words to the segmenter. */
const LONGEST_NAME = 4
/** What is longer than a title is told in sentences. */
const STORY = 60
/** A shorter one is also taken as a whole. */
const SHORT_STORY = 300
/** In a longer sentence days and amounts are part of what happened. */
const LONGEST_WITH_TOLD = 40
/** A longer sentence tells what happened, and what it denies is not what was asked. */
const LONGEST_QUESTION = 30

const nothing: Vocabulary = { words: [], synonyms: [] }

export function readQuery(
  typed: string,
  segmenter: Segmenter,
  vocabulary: Vocabulary = nothing,
): QueryText {
  const text = together(normalisedText(beginningOf(typed)).trim())
  const read = (sentence: string) => readSentence(sentence, segmenter, vocabulary)
  if (bareText(text).length <= STORY) return read(text)
  const told = sentencesOf(text).map(({ text: sentence, weight }) => ({
    asked: read(sentence),
    weight,
  }))
  // Somebody's words stand in quotes there, and no demand.
  const whole = { ...read(text), phrases: [] }
  if (text.length <= SHORT_STORY) return { ...whole, told: [{ asked: whole, weight: 1 }, ...told] }
  return { ...whole, terms: [], pairs: [], parts: partsOfAll(told), told }
}

/** What an index is asked of before it is known which of the sentences tell. */
const partsOfAll = (told: readonly Told[]): QueryText['parts'] =>
  Object.assign({}, ...told.map(({ asked }) => asked.parts)) as QueryText['parts']

function readSentence(
  text: string,
  segmenter: Segmenter,
  { words: whole, synonyms }: Vocabulary,
): QueryText {
  const bare = bareText(text)
  const terms = termsOf(text, { segmenter, whole, synonyms })
  const isQuestion = bare.length <= LONGEST_QUESTION
  return {
    ...{ text, bare, plain: bareWithFigures(text), isList: isList(text) },
    ...{ phrases: phrasesIn(text), terms, told: [] },
    parts: Object.fromEntries(terms.flatMap((term) => partsOf(term, segmenter))),
    pairs: pairsOf(text).slice(0, MOST_PAIRS),
    polarity: polarityOf(isQuestion ? wordsIn(segmenter.pieces(text)) : []),
    onlyFigure: onlyFigureOf(text),
  }
}

type Reading = Pick<Vocabulary, 'synonyms'> & { segmenter: Segmenter; whole: readonly string[] }

function termsOf(text: string, { segmenter, whole, synonyms }: Reading): Term[] {
  const names = new Set(whole)
  const terms = new Map<string, Term>()
  const cut = (piece: string) => cutQuery(piece, segmenter, whole)
  const add = (word: string, more: Partial<Term> = {}) => {
    // A figure and the word it is written as are two: an index may know but one of them.
    const key = more.kind === 'figure' ? `figure ${word}` : word
    if (terms.has(key)) return
    const kind = names.has(word) ? 'name' : segmenter.pieces(word).length === 1 ? 'word' : 'guess'
    terms.set(key, { word, forms: [word], kind, isSynonym: false, within: null, ...more })
  }
  const addWords = (words: readonly string[], within: string | null = null) => {
    for (const word of words) add(word, { forms: [word, ...synonymsOf(word, synonyms)], within })
  }
  const figures = figuresIn(text).filter(({ forms: [first = ''] }) => {
    return text.length <= LONGEST_WITH_TOLD || !isToldBeside(first)
  })
  addWords(cut(without(text, figures)))
  for (const { from, to, forms } of figures) {
    const word = text.slice(from, to)
    // What is told beside is asked for by its parts.
    add(word, { forms: [...forms], kind: 'figure', isSynonym: isToldBeside(forms[0] ?? '') })
    addWords(cut(word), word)
  }
  const words = cut(text)
  const others = [...namesWithSynonyms(words, synonyms), ...wordsAcrossBlanks(text, segmenter)]
  for (const form of others) add(form, { isSynonym: true })
  for (const { word, forms } of denialsIn(words)) {
    const known = terms.get(word)
    if (known) known.forms = [...new Set([...known.forms, ...forms])]
    else add(word, { forms, isSynonym: true })
  }
  return [...terms.values()].slice(0, MOST_TERMS)
}

/** What of a query is read; never half a character. */
export function beginningOf(typed: string): string {
  if (typed.length <= LONGEST_QUERY) return typed
  return typed.slice(0, LONGEST_QUERY).replace(/[\ud800-\udbff]$/, '')
}

/** The words an index stores a form as. */
function partsOf({ forms, kind }: Term, segmenter: Segmenter): [string, string[]][] {
  return forms.map((form) => [form, kind === 'figure' ? [form] : segmenter.forIndex(form)])
}

/** The text with blanks where its figures stand. */
function without(text: string, figures: readonly Figure[]): string {
  return figures.reduce(
    (rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to),
    text,
  )
}

/** Nothing but one figure, 请问 and who issued it aside. */
function onlyFigureOf(text: string): string | null {
  const [figure, ...others] = figuresIn(text)
  if (!figure || others.length > 0) return null
  const rest = `${text.slice(0, figure.from)} ${text.slice(figure.to)}`
  const issuer = piecesAsked(rest).join('')
  const issued = figure.forms.find((form) => form.split('№')[0] === issuer)
  return issued ?? (issuer === '' ? (figure.forms[0] ?? null) : null)
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

/** Of a number of a document its pairs tell nothing: 20 and 02 stand in every year. */
function pairsOf(text: string): string[] {
  const meant = figuresIn(text).filter(({ forms: [first = ''] }) => !isToldBeside(first))
  return pairsIn(without(text, meant))
}

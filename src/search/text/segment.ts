import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
// Not by `@`, which a thread's loader knows only where the process was started in the project's folder.
import { once } from '../../once'
import { hotlineWords } from './words'

/** Cuts normalised text into words; punctuation and symbols are left out. */
export type Segmenter = {
  /** Every word and the shorter words inside it, in order: what an index stores. */
  forIndex(text: string): string[]
  /** Each place cut once: what a query asks for. */
  forQuery(text: string): string[]
  /**
   * The words of the dictionary and all that stands between them, joined the text: where the dictionary knows
   * nothing each character is a piece, since a guess may be cut elsewhere in another text.
   */
  pieces(text: string): string[]
}

const lettersAndDigits = /[\p{L}\p{N}]+/gu
/** Longer than any word; what is longer is noise that would bloat the index. */
const LONGEST_WORD = 64
/** Enough to win over the segmenter's own ways to cut the same characters. */
const FREQUENCY = 100_000

/** A lone half of a pair, or a control character: the segmenter speaks UTF-8 and stops at a zero. */
const unspeakable =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\0-\x08\x0b\x0c\x0e-\x1f]/g

/**
 * The general dictionary and the hotline's words beside it, normalised as the text will be. One for a process and each
 * of its threads: it takes fifty megabytes.
 */
export function hotlineJieba(): Jieba {
  return once('jieba', () => {
    const jieba = Jieba.withDict(dict)
    jieba.loadDict(Buffer.from(hotlineWords.map((each) => `${each} ${FREQUENCY} n`).join('\n')))
    return jieba
  })
}

export function hotlineSegmenter(): Segmenter {
  const jieba = hotlineJieba()
  return {
    forIndex: (text) => wordsOnly(jieba.cutForSearch(text, true)),
    forQuery: (text) => wordsOnly(jieba.cut(text, true)),
    pieces: (text) => piecesIn(jieba.cut(text, false), text),
  }
}

/** The words of a text with everything between them: joined they are the text, and no pair is cut in two. */
export function piecesOf(text: string): string[] {
  return piecesIn(hotlineJieba().cut(text.replace(unspeakable, ' '), true), text)
}

/** The parts as they stand in the text; its characters where the segmenter lost some of it. */
function piecesIn(parts: readonly string[], text: string): string[] {
  let at = 0
  const pieces = parts.map(({ length }) => text.slice(at, (at += length)))
  return at === text.length ? pieces : [...text]
}

function wordsOnly(parts: string[]): string[] {
  return parts
    .flatMap((part) => part.match(lettersAndDigits) ?? [])
    .map((word) => word.slice(0, LONGEST_WORD))
}

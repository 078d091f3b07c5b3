import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { hotlineWords } from './words'

/** Cuts normalised text into words; punctuation and symbols are left out. */
export type Segmenter = {
  /** Every word and the shorter words inside it, in order: what an index stores. */
  forIndex(text: string): string[]
  /** Each place cut once: what a query asks for. */
  forQuery(text: string): string[]
}

const lettersAndDigits = /[\p{L}\p{N}]+/gu
/** Longer than any word; what is longer is noise that would bloat the index. */
const LONGEST_WORD = 64
/** Enough to win over the segmenter's own ways to cut the same characters. */
const FREQUENCY = 100_000

const key = Symbol.for('zhiku.jieba')

/** One for a process and each of its threads: the dictionary takes fifty megabytes, and a bundle may hold this file twice. */
const holder = globalThis as { [key]?: Jieba }

/** The general dictionary and the hotline's words beside it, normalised as the text will be. */
export function hotlineJieba(): Jieba {
  if (!holder[key]) {
    const jieba = Jieba.withDict(dict)
    jieba.loadDict(Buffer.from(hotlineWords.map((each) => `${each} ${FREQUENCY} n`).join('\n')))
    holder[key] = jieba
  }
  return holder[key]
}

export function hotlineSegmenter(): Segmenter {
  const jieba = hotlineJieba()
  return {
    forIndex: (text) => wordsOnly(jieba.cutForSearch(text, true)),
    forQuery: (text) => wordsOnly(jieba.cut(text, true)),
  }
}

function wordsOnly(parts: string[]): string[] {
  return parts
    .flatMap((part) => part.match(lettersAndDigits) ?? [])
    .map((word) => word.slice(0, LONGEST_WORD))
}

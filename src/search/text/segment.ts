import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

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

/** The general dictionary and these words beside it, normalised as the text will be. */
export function loadJieba(words: readonly string[]): Jieba {
  const jieba = Jieba.withDict(dict)
  if (words.length > 0) {
    jieba.loadDict(Buffer.from(words.map((each) => `${each} ${FREQUENCY} n`).join('\n')))
  }
  return jieba
}

/** `words` are added to the general dictionary. */
export function createSegmenter(words: readonly string[]): Segmenter {
  const jieba = loadJieba(words)
  const wordsOnly = (parts: string[]) =>
    parts
      .flatMap((part) => part.match(lettersAndDigits) ?? [])
      .map((word) => word.slice(0, LONGEST_WORD))
  return {
    forIndex: (text) => wordsOnly(jieba.cutForSearch(text, true)),
    forQuery: (text) => wordsOnly(jieba.cut(text, true)),
  }
}

import type { Segmenter } from './segment'

const han = String.raw`\p{Script=Han}`
/** 霁 川 区: characters set apart, as they come out of a scan or a table. */
const apart = new RegExp(String.raw`(?<=^|\s)${han}(?:\s+${han})+(?=\s|$)`, 'gu')
const blanks = new RegExp(String.raw`(?<=${han})\s+(?=${han})`, 'u')

/** Single characters set apart are read together. */
export const together = (text: string): string =>
  text.replace(apart, (characters) => characters.replace(/\s+/g, ''))

/** The hotline's words stay whole, beside the words in them: 芷溪镇 is no 芷, no 溪 and no 镇. */
export function cutQuery(text: string, segmenter: Segmenter, whole: readonly string[]): string[] {
  return joined(cut(text, segmenter, whole))
}

function cut(text: string, segmenter: Segmenter, whole: readonly string[]): string[] {
  const [word] = [...whole].sort((one, other) => other.length - one.length)
  if (word === undefined) return segmenter.forQuery(text)
  const rest = whole.filter((each) => each !== word)
  const parts = segmenter.forQuery(word).filter((part) => part.length > 1 && part !== word)
  return text
    .split(word)
    .flatMap((piece, at) => [...(at > 0 ? [word, ...parts] : []), ...cut(piece, segmenter, rest)])
}

const denied = new Set(['可以', '需要', '允许', '属于'])

/** The segmenter cuts 不可以 into 不 and 可以, of which the second says the opposite. */
function joined(words: readonly string[]): string[] {
  const all: string[] = []
  for (const word of words) {
    if (all.at(-1) === '不' && denied.has(word)) all.push(`${all.pop()}${word}`)
    else all.push(word)
  }
  return all
}

/** Words that a blank cuts in two, as in 公 积金 or 住房公 积金; of whole words side by side nothing is made. */
export function wordsAcrossBlanks(text: string, segmenter: Segmenter): string[] {
  const parts = text.split(blanks)
  if (parts.length === 1) return []
  const starts: number[] = []
  let length = 0
  for (const part of parts) {
    starts.push(length)
    length += part.length
  }
  const isStart = new Set([...starts, length])
  const isAlone = (at: number) => isStart.has(at) && isStart.has(at + 1)
  let at = 0
  return segmenter.pieces(parts.join('')).flatMap((piece) => {
    const [from, to] = [at, (at += piece.length)]
    if (!starts.some((start) => from < start && start < to)) return []
    const isOfWholeParts = isStart.has(from) && isStart.has(to)
    const hasAlone = [...piece].some((_, place) => isAlone(from + place))
    return isOfWholeParts && !hasAlone ? [] : piece
  })
}

const quoted = /["“”]([^"“”]+)["“”]|「([^」]+)」|『([^』]+)』/g
const MOST_PHRASES = 4

/** What was put in quotes of any form, literally, in normalised text. */
export function phrasesIn(text: string): string[] {
  const phrases = [...text.matchAll(quoted)].map(([, ...each]) => each.find(Boolean)?.trim() ?? '')
  return [...new Set(phrases.filter((phrase) => phrase !== ''))].slice(0, MOST_PHRASES)
}

/** Asked outright, or demanded; a story is told around it. */
const asking =
  /[?]|怎么|怎样|如何|什么|哪[里儿个些家]|谁|多少|几时|何时|多久|能否|能不能|可不可以|是否|有没有|吗|为何|请问|想问|咨询/
const demanding = /诉求|要求|请求|恳请|投诉|举报|希望|建议|求助/
/** What is longer is no sentence that a title could be. */
const LONGEST = 60
const CUT_AT = 40

/** A part of what was told, and how much it is what was asked. */
type Sentence = { text: string; weight: number }

/**
 * The sentences of a normalised text, each once: those that ask before those that demand, those before the rest,
 * and in each group the later first, since a question comes at the end of a story.
 */
export function sentencesOf(text: string): Sentence[] {
  const whole = text.split(/[\n。.!;]+(?!\d)|(?<=\?)/)
  const parts = whole.flatMap((part) => (part.length > LONGEST ? part.split(/[,、:\s]+/) : part))
  const short = parts.flatMap((part) => (part.length > LONGEST ? cutAnywhere(part) : part))
  const each = [...new Set(short.map((part) => part.trim()))].filter((part) =>
    /[\p{L}\p{N}]{2}/u.test(part),
  )
  return each
    .reverse()
    .map((part) => ({ text: part, weight: asking.test(part) ? 2 : demanding.test(part) ? 1.5 : 1 }))
    .sort((one, other) => other.weight - one.weight)
}

/** Nobody set a full stop. */
function cutAnywhere(text: string): string[] {
  const characters = [...text]
  const places = Math.ceil(characters.length / CUT_AT)
  return Array.from({ length: places }, (_, at) =>
    characters.slice(at * CUT_AT, (at + 1) * CUT_AT + CUT_AT / 4).join(''),
  )
}

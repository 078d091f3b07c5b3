/** Asked outright, or demanded; a story is told around it. */
const asking =
  /[?]|怎么|怎样|如何|什么|哪[里儿个些家]|谁|多少|几时|何时|多久|能否|能不能|可不可以|是否|有没有|吗|为何|请问|想问|咨询/
const demanding = /诉求|要求|请求|恳请|投诉|举报|希望|建议|求助/
/** What is longer is no sentence that a title could be. */
const LONGEST = 60
const CUT_AT = 40

/** A part of what was told, and how much it is what was asked. */
export type Sentence = { text: string; weight: number }

/**
 * The sentences of a normalised text, each once: those that ask before those that demand, those before the rest,
 * and in each group the later first, since a question comes at the end of a story.
 */
export function sentencesOf(text: string): Sentence[] {
  const whole = text.split(/[\n。.!;]+(?!\d)|(?<=\?)/)
  const parts = whole.flatMap((part) => (part.length > LONGEST ? part.split(/[,、:\s]+/) : part))
  const short = parts.flatMap((part) => (part.length > LONGEST ? cut(part) : part))
  const each = [...new Set(short.map((part) => part.trim()))].filter((part) =>
    /[\p{L}\p{N}]{2}/u.test(part),
  )
  return each
    .reverse()
    .map((part) => ({ text: part, weight: asking.test(part) ? 2 : demanding.test(part) ? 1.5 : 1 }))
    .sort((one, other) => other.weight - one.weight)
}

/** Nobody set a full stop. */
function cut(text: string): string[] {
  const characters = [...text]
  const places = Math.ceil(characters.length / CUT_AT)
  return Array.from({ length: places }, (_, at) =>
    characters.slice(at * CUT_AT, (at + 1) * CUT_AT + CUT_AT / 4).join(''),
  )
}

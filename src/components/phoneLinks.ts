import { phonesIn } from '@/facts/phones'

/** Whole tags and the text between them, as our own rendering writes it. */
const token = /<(\/?)([a-z0-9]+)[^>]*>|[^<]+/g
/** What a number is called right after it: 12345热线. */
const calledSo = /^\d+\s*(政务服务)?(便民)?(服务)?(热线|专线|平台|总机)/

/**
 * A rendered text with its telephone numbers as links that dial. What is a number of a telephone and what is not says
 * `facts/phones.ts`; in a text that is about nothing else every number counts.
 */
export function withPhoneLinks(html: string, isAboutPhones = false): string {
  let inLink = 0
  return html.replace(token, (piece, slash: string, tag: string | undefined) => {
    if (tag === 'a') inLink += slash ? -1 : 1
    return tag === undefined && inLink === 0 ? linked(piece, isAboutPhones) : piece
  })
}

function linked(words: string, isAboutPhones: boolean): string {
  return phoneParts(words, isAboutPhones)
    .map(({ words, dials }) => (dials ? `<a href="tel:${dials}">${words}</a>` : words))
    .join('')
}

/** A text cut into its telephone numbers, each with what it dials, and what stands between them. */
export function phoneParts(
  words: string,
  isAboutPhones = false,
): { words: string; dials: string | null }[] {
  const about = (at: number) => isAboutPhones || calledSo.test(words.slice(at, at + 20))
  const parts: { words: string; dials: string | null }[] = []
  let last = 0
  for (const { value, from, to } of phonesIn(words, about)) {
    parts.push({ words: words.slice(last, from), dials: null })
    // An extension is dialled after a pause.
    parts.push({ words: words.slice(from, to), dials: value.replace('#', ',') })
    last = to
  }
  return [...parts, { words: words.slice(last), dials: null }].filter(({ words }) => words !== '')
}

import { normalise, normalisedText } from '@/search/text/normalise'

/** A word the centre does not want to read, and what to say instead or why. */
export type ListedWord = { word: string; advice: string }

/** Where listed words stand in a text, however they are written (full-width, traditional, capitals). */
export function findWords(
  original: string,
  words: readonly ListedWord[],
): { listed: ListedWord; range: [number, number] }[] {
  if (words.length === 0) return []
  const { text, from, to } = normalise(original)
  return words.flatMap((listed) => {
    const form = normalisedText(listed.word).trim()
    if (form === '') return []
    const found: { listed: ListedWord; range: [number, number] }[] = []
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      found.push({ listed, range: [from[at] ?? 0, to[at + form.length - 1] ?? 0] })
    }
    return found
  })
}

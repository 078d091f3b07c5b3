import type { Payload, PayloadRequest } from 'payload'
import { normalise, normalisedText } from './text/normalise'

/** A word the centre does not want to read, and what to say instead or why. */
export type ListedWord = { word: string; advice: string }

export type WordFound = { listed: ListedWord; range: [number, number] }

/**
 * Finds where listed words stand in a text, however they are written (full-width, traditional, capitals). The list
 * is brought into form once, for all texts that are asked of.
 */
export function wordFinder(words: readonly ListedWord[]): (original: string) => WordFound[] {
  const forms = words
    .map((listed) => ({ listed, form: normalisedText(listed.word).trim() }))
    .filter(({ form }) => form !== '')
  if (forms.length === 0) return () => []
  return (original) => {
    const { text, from, to } = normalise(original)
    return forms.flatMap(({ listed, form }) => {
      const found: WordFound[] = []
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
        found.push({ listed, range: [from[at] ?? 0, to[at + form.length - 1] ?? 0] })
      }
      return found
    })
  }
}

/** The centre's list as it stands in the settings; `req` where it is read within a transaction. */
export async function readListedWords(
  payload: Payload,
  req?: PayloadRequest,
): Promise<ListedWord[]> {
  const { listedWords } = await payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    ...(req ? { req } : {}),
  })
  return (listedWords ?? []).map(({ word, advice }) => ({ word, advice: advice ?? '' }))
}

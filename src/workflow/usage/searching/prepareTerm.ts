import type { PayloadRequest } from 'payload'
import { longestTerm, termKinds, wordsOfTerm, type TermKind } from '@/access/searching'
import { searchTexts } from '@/i18n/records'
import { askedForm, normalisedText } from '@/search/text/normalise'
import { whoAsks } from '../../audit/recordAudit'
import { findAll } from '../../store'
import { refuseField } from './refuseField'

type Term = { id?: string; kind?: unknown; words?: unknown }

/** The words as they are stored, and who changed them; throws as `checkTerm`. */
export async function prepareTerm(req: PayloadRequest, term: Term) {
  const checked = await checkTerm(req, term)
  // A wrong kind is what the field itself refuses.
  if (!checked) return {}
  const { by, byName } = whoAsks(req)
  return { words: checked.words, title: checked.words.join('、'), by, byName }
}

/**
 * The words trimmed, each once, in no other group; null where the kind is none. Throws Refused that says
 * what is wrong and names the group that has a word already.
 */
export async function checkTerm(req: PayloadRequest, term: Term) {
  const kind = termKinds.find((known) => known === term.kind)
  if (!kind) return null
  const words = trimmed(term.words)
  const { least, most } = wordsOfTerm[kind]
  if (words.length < least || words.length > most)
    refuseField('words', (texts) => texts.wordCount(least, most))
  const tooLong = words.find((word) => word.length > longestTerm)
  if (tooLong) refuseField('words', (texts) => texts.tooLong(tooLong, longestTerm))
  const tooShort = words.find((word) => askedForm(word).length < 2)
  if (tooShort) refuseField('words', (texts) => texts.tooShort(tooShort))
  const twice = words.find((word, at) => formsOf(words).indexOf(formOf(word)) < at)
  if (twice) refuseField('words', (texts) => texts.twice(twice))
  const taken = await takenBy(req, term.id, formsOf(words))
  if (taken)
    refuseField('words', (texts) =>
      texts.taken(taken.word, searchTexts.kinds[taken.kind], taken.title),
    )
  return { kind, words }
}

export const formOf = (word: string): string => normalisedText(word).trim()
const formsOf = (words: readonly string[]) => words.map(formOf)

const trimmed = (words: unknown): string[] =>
  Array.isArray(words) ? words.map((word) => String(word).trim()).filter((word) => word !== '') : []

/** The first of these words that stands in another group, and that group. */
async function takenBy(req: PayloadRequest, own: string | undefined, forms: readonly string[]) {
  const docs = await findAll({
    req,
    collection: 'terms',
    where: own ? { id: { not_equals: own } } : {},
  })
  for (const { kind, words, title } of docs) {
    const word = words.find((each) => forms.includes(formOf(each)))
    if (word) return { word, kind: kind satisfies TermKind, title: title ?? '' }
  }
  return null
}

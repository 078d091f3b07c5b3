import { situationsByWords, type Situation } from '@/access/phrases'
import type { Phrase } from './phrases'

/** Letters and digits in one form: how something is written does not hide what is asked. */
const formOf = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The phrases that a caller's words lead to, in their order. */
export function phrasesFor(phrases: readonly Phrase[], asked: string): Phrase[] {
  const form = formOf(asked)
  return phrases
    .filter(({ situation }) => situationsByWords.includes(situation))
    .filter(({ words }) => words.some((word) => isIn(form, formOf(word))))
}

const isIn = (form: string, word: string): boolean => word !== '' && form.includes(word)

/** The phrases of these situations, in their order. */
export const phrasesOf = (phrases: readonly Phrase[], ...of: readonly Situation[]): Phrase[] =>
  phrases.filter(({ situation }) => of.includes(situation))

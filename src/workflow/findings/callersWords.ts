import { withoutNumbers } from './personalNumbers'

/** Callers' words: beside the numbers of persons, any that is as long as a telephone number may be theirs. */
export const withoutAnyNumbers = (text: string): string =>
  withoutNumbers(text).replace(
    /[0-9０-９]{7,}/g,
    (digits) => `${digits.slice(0, 2)}${'*'.repeat(digits.length - 4)}${digits.slice(-2)}`,
  )

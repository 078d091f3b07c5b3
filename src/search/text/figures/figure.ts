/**
 * Something people write in many ways: a document number, a telephone number, a date, an amount, a code. Its
 * forms are words of an index beside those of the text, each with a sign that no word has.
 */
export type Figure = {
  /** Where it stands in the normalised text. */
  from: number
  to: number
  /** What is asked for, the nearest first: a number without its area code says less. */
  forms: readonly string[]
  /** What is kept of it: every form by which it may be asked for. */
  kept: readonly string[]
  /** The way to write it that stands for all others. */
  plain: string
}

const sign = /[№☎▮◷¥％×]/
const toldBeside = /^[◷¥％×]/

/** Is this the form of a figure, and no word? */
export const isFigureForm = (form: string): boolean => sign.test(form)

/** A day, an amount, so many of something: told beside what is meant, while a number of a document is what is meant. */
export const isToldBeside = (form: string): boolean => toldBeside.test(form)

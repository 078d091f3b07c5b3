import { normalisedText } from './normalise'

/** A whole question in the form by which two are the same: normalised, without spaces and punctuation. */
export const askedForm = (typed: string): string =>
  normalisedText(typed).replace(/[^\p{L}\p{N}]+/gu, '')

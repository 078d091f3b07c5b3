/** What the centre keeps of 规范用语, and the limits of it. */

/** What is said when, in the order of a call. */
export const situations = [
  ...(['searching', 'nothingFound', 'callBack', 'emergency', 'notAccepted'] as const),
]
export type Situation = (typeof situations)[number]

/** These are told by the caller's words: a phrase of theirs is shown where one of its words is asked for. */
export const situationsByWords: readonly Situation[] = ['emergency', 'notAccepted']

/** Characters of a phrase: what can be said in one breath, or two. */
export const longestPhrase = 200

/** So many words lead to one phrase, each of so many characters. */
export const wordsOfPhrase = { most: 60, shortest: 2, longest: 20 } as const

/** The places of phrases of one situation; those of the same place stand as they were written. */
export const placesOfPhrase = { first: 1, last: 99 } as const

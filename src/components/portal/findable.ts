/** What is typed to find a unit, word by word, in the form in which its `findable` is kept. */
export const wordsTyped = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '')

/** Does it hold each of the words? */
export const isFound = (findable: string, words: readonly string[]): boolean =>
  words.every((word) => findable.includes(word))

/** What is typed to find a unit, word by word, in the form in which its `findable` is kept. */
export const wordsTyped = (typed: string): string[] =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '')

/** Does it hold each of the words, or is one a short form of its name: 医保局 of 医疗保障局? */
export const isFound = (findable: string, words: readonly string[]): boolean =>
  words.every(
    (word) => findable.includes(word) || isShortFor(word, findable.split(' ', 1)[0] ?? ''),
  )

/** Chinese names are shortened by leaving characters out. */
function isShortFor(word: string, name: string): boolean {
  if (!/^\p{Script=Han}{2,}$/u.test(word)) return false
  let at = -1
  return [...word].every((character) => (at = name.indexOf(character, at + 1)) >= 0)
}

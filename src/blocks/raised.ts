/** Lexical's marks of a text, as bits. */
export const marks = { bold: 1, struck: 4, lowered: 32, raised: 64 } as const

const raised: Record<string, string> = {
  ...{ '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸' },
  ...{ '9': '⁹', '+': '⁺', '-': '⁻', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', '（': '⁽', '）': '⁾' },
  n: 'ⁿ',
}
const lowered: Record<string, string> = {
  ...{ '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈' },
  ...{ '9': '₉', '+': '₊', '-': '₋', '−': '₋', '=': '₌', '(': '₍', ')': '₎', '（': '₍', '）': '₎' },
}

/**
 * m² is a word, not a mark on one: a raised or lowered number is written with its own characters, which stay
 * what they are in search, in a note and read aloud. Null where a character has none.
 */
export function inOwnCharacters(text: string, format: number): string | null {
  const table = format & marks.raised ? raised : format & marks.lowered ? lowered : null
  if (!table || text === '') return null
  const characters = [...text].map((character) =>
    /\s/.test(character) ? character : table[character],
  )
  return characters.every((character) => character !== undefined) ? characters.join('') : null
}

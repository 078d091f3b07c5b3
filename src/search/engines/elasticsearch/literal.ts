/**
 * Every character as a token, spaces too, so that whatever stands in quotes is found exactly where it is written:
 * with words alone it would depend on how they were cut.
 */
export function literal(text: string): string {
  const tokens = Array.from(text, (character) =>
    /\s/.test(character) ? `s${character.codePointAt(0)}` : character,
  )
  return tokens.join(' ')
}

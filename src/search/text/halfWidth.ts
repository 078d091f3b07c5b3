/** Full-width forms as half-width ones, character for character, so that places stay the same. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )

/** Normalised text as single characters, a Latin word or a number as one of them. */
export function charactersOf(text: string): string[] {
  return text.match(/[a-z0-9]+|[\p{L}\p{N}]/gu) ?? []
}

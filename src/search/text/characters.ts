/** Normalised text as single characters, a Latin word or a number as one of them. */
export function charactersOf(text: string): string[] {
  return text.match(/[a-z0-9]+|[\p{L}\p{N}]/gu) ?? []
}

/** Pairs of neighbouring letters and digits, each once. */
export function pairsIn(text: string): string[] {
  const pairs = new Set<string>()
  for (const [run] of text.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2))
  }
  return [...pairs]
}

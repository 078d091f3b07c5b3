import {
  areComparable,
  contradictionsBetween,
  type Contradiction,
  type Stating,
} from './contradictions'

/**
 * All contradictions among these texts, each once, text by text, so that whoever asks may breathe between two. Each is
 * held only against those of its subject.
 */
export function* contradictionsAmong(texts: Iterable<Stating>): Generator<Contradiction[]> {
  const before = new Map<string, Stating[]>()
  for (const text of texts) {
    const { key } = text.subject
    if (key === null) continue
    const same = before.get(key) ?? []
    yield contradictionsWith(text, same)
    same.push(text)
    before.set(key, same)
  }
}

/** What this text and those say otherwise. */
export const contradictionsWith = (text: Stating, those: readonly Stating[]): Contradiction[] =>
  those
    .filter((other) => areComparable(text, other))
    .flatMap((other) => contradictionsBetween(text, other))

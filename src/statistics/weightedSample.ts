import { createHash } from 'node:crypto'

/** Something that may be drawn, and how much likelier than others it is. */
export type Candidate = { number: string; weight: number }

/**
 * Draws so many without putting any back, each by its weight, from a number on record: the same number, candidates and weights
 * draw the same. By the largest u^(1/weight) (Efraimidis and Spirakis 2006), u being read from a hash of number and
 * candidate, so that no other candidate moves it.
 */
export function weightedSample<One extends Candidate>(
  candidates: readonly One[],
  { seed, size }: { seed: number; size: number },
): One[] {
  return candidates
    .map((one) => ({ one, key: Math.log(evenlyOf(seed, one.number)) / Math.max(one.weight, 1e-9) }))
    .sort((a, b) => b.key - a.key || (a.one.number < b.one.number ? -1 : 1))
    .slice(0, size)
    .map(({ one }) => one)
}

/** Between 0 and 1, evenly, neither included. */
function evenlyOf(seed: number, number: string): number {
  const digest = createHash('sha256').update(`${seed}:${number}`).digest()
  return (digest.readUIntBE(0, 6) + 0.5) / 2 ** 48
}

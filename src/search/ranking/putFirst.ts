import type { Explanation } from '../types'

const nothing = { held: 1, inTitle: 1, likeness: 1, polarity: 1, freshness: 1, ownUnit: 1, use: 1 }

/** Why an entry stands that the centre put first, with what its words were worth where they matched. */
export function putFirst(scored: Explanation | undefined): Explanation {
  const parts = scored ?? { words: [], pairs: 0, sound: 0, factors: nothing }
  return { ...parts, place: 'first' }
}

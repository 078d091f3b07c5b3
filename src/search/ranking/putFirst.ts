import type { Listed } from '../paging/page'
import type { Explanation, SearchQuery } from '../types'

const nothing = { held: 1, inTitle: 1, likeness: 1, polarity: 1, freshness: 1, ownUnit: 1, use: 1 }

/** What the centre put first, worth what its words are worth where they matched, then the others. */
export function putFirst<Each extends Listed>(
  pinned: readonly Each[],
  others: readonly Each[],
  { explain }: Pick<SearchQuery, 'explain'>,
): Each[] {
  const byId = new Map(others.map((each) => [each.id, each]))
  const isPinned = new Set(pinned.map(({ id }) => id))
  return [
    ...pinned.map((pin) => {
      const { score, explanation } = byId.get(pin.id) ?? pin
      return { ...pin, score, ...(explain && { explanation: explained(explanation) }) }
    }),
    ...others.filter(({ id }) => !isPinned.has(id)),
  ]
}

function explained(scored: Explanation | undefined): Explanation {
  const parts = scored ?? { words: [], pairs: 0, sound: 0, factors: nothing }
  return { ...parts, place: 'first' }
}

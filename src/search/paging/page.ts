import { putFirst } from '../ranking/putFirst'
import type { Explanation, SearchQuery, VersionedId } from '../types'
import { markOf, seenIn, seenWith, type Behind, type Place } from './place'

/** One that keeps its place by a key of its own. */
export type Keyed = VersionedId & { key: number }

/** What was found, in order: first what has a place of its own, then the long rest. */
export type Order<Shown, Listed> = {
  /** Put first by the centre; then scored again. Empty where a walk has gone on behind. */
  front: readonly Shown[]
  /** In its own order from the first or from where the walk stands; what is in front may be among it. */
  rest: readonly Listed[]
  isWide: boolean
}

/** How many of the last entries are named in a cursor: one of them is still what it was. */
const NAMED = 3

/** How far the order must be known to fill this page, and to tell whether another follows. */
export function reachOf(query: SearchQuery, place: Place | null): number {
  return endOf(query, place) + 1 + seenIn(place).size
}

/** One page, and where the next one begins; null where nothing follows. */
export function pageOf<Shown extends { id: string }, Listed extends Shown & Keyed>(
  query: SearchQuery,
  place: Place | null,
  { front, rest, isWide }: Order<Shown, Listed>,
): { page: Shown[]; next: Place | null } {
  const seen = seenIn(place)
  const isNew = ({ id }: { id: string }) => seen.size === 0 || !seen.has(markOf(id))
  const inFront = new Set(front.map(({ id }) => id))
  const left = front.filter(isNew)
  const behind = rest.filter((each) => !inFront.has(each.id) && isNew(each))
  const to = endOf(query, place)
  const page = [...left, ...behind].slice(to - query.pageSize, to)
  if (left.length + behind.length <= to) return { page, next: null }
  const shown = left.slice(0, to).map(({ id }) => id)
  const last = behind.slice(0, Math.max(0, to - left.length)).slice(-NAMED)
  return {
    page,
    next: {
      seen: seenWith(place, shown),
      behind: last.length > 0 ? last.map(named) : null,
      isWide,
    },
  }
}

function named({ id, version, key }: Keyed): Behind[number] {
  return { id, version, key }
}

function endOf(query: SearchQuery, place: Place | null): number {
  return (place ? 1 : query.page) * query.pageSize
}

/** What the centre put first, worth what its words are worth, then the others. */
export function inFront<Shown extends { id: string; score: number; explanation?: Explanation }>(
  query: SearchQuery,
  pinned: readonly Shown[],
  again: readonly Shown[],
): Shown[] {
  const byId = new Map(again.map((each) => [each.id, each]))
  const isPinned = new Set(pinned.map(({ id }) => id))
  return [
    ...pinned.map((pin) => {
      const { score, explanation } = byId.get(pin.id) ?? pin
      return { ...pin, score, ...(query.explain && { explanation: putFirst(explanation) }) }
    }),
    ...again.filter(({ id }) => !isPinned.has(id)),
  ]
}

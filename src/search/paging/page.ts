import type { Explanation, SearchQuery, VersionedId } from '../types'
import { markOf, seenIn, seenWith, type Behind, type Place } from './place'

/** An entry of the result, with what it is worth; it keeps its place by a key of its own. */
export type Listed = VersionedId & { key: number; score: number; explanation?: Explanation }

/** What was found, in order: first what has a place of its own, then the long rest. */
type Order<Each> = {
  /** Put first by the centre; then scored again. Empty where a walk has gone on behind. */
  front: readonly Each[]
  /** In its own order from the first or from where the walk stands; what is in front may be among it. */
  rest: readonly Each[]
  isWide: boolean
}

/** How many of the last entries are named in a cursor: one of them is still what it was. */
const NAMED = 3

/** How far the order must be known to fill this page, and to tell whether another follows. */
export function reachOf(query: SearchQuery, place: Place | null): number {
  return endOf(query, place) + 1 + seenIn(place).size
}

/** One page, and where the next one begins; null where nothing follows. */
export function pageOf<Each extends Listed>(
  query: SearchQuery,
  place: Place | null,
  { front, rest, isWide }: Order<Each>,
): { page: Each[]; next: Place | null } {
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

function named({ id, version, key }: Listed): Behind[number] {
  return { id, version, key }
}

function endOf(query: SearchQuery, place: Place | null): number {
  return (place ? 1 : query.page) * query.pageSize
}

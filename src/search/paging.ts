import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BadCursor, type Explanation, type SearchQuery, type VersionedId } from './types'

/** The last entries of a page in the order that is not scored again: at least one is still what it was. */
export type Behind = readonly (VersionedId & { key: number })[]

/** Where a walk stands; short, since it travels in an address. */
export type Place = {
  /** What was put first or scored again and shown already, each as eight characters, in one text. */
  seen: string
  /** Behind these in the order that is not scored again; null while still in front of that. */
  behind: Behind | null
  /** Was the query widened by what the reader may have meant? */
  isWide: boolean
}

const LENGTH = 8

/** Recognised by their marks: a hundred ids would make a cursor too long for an address. */
function seenIn(place: Place | null): Set<string> {
  return new Set(place?.seen.match(/.{8}/g) ?? [])
}

/** What is shown now joins what was. */
function seenWith(place: Place | null, ids: readonly string[]): string {
  return (place?.seen ?? '') + ids.map(markOf).join('')
}

/** 48 bits: among a million entries one in three million walks would miss one. */
function markOf(id: string): string {
  return createHash('sha1').update(id).digest('base64url').slice(0, LENGTH)
}

const shape = z.strictObject({
  seen: z.string(),
  behind: z
    .array(z.strictObject({ key: z.number(), id: z.string(), version: z.number() }))
    .nullable(),
  isWide: z.boolean(),
})

/** Where the query's cursor goes on; null where it has none. Throws `BadCursor`. */
export function placeOf(query: SearchQuery): Place | null {
  if (query.cursor === undefined) return null
  const read = shape.safeParse(readCursor(query, query.cursor))
  if (!read.success) throw new BadCursor('This cursor was altered.')
  return read.data
}

/** Longer than any that was ever given out. */
const LONGEST = 8_000

/** What a cursor belongs to: what was asked, by whomever and whenever. */
type Asked = Pick<SearchQuery, 'text' | 'library' | 'unit' | 'category' | 'theme'>

/** Where a walk through what was found goes on, as a text that says nothing and fits into an address. */
export function writeCursor(asked: Asked, place: unknown): string {
  const body = Buffer.from(JSON.stringify(place)).toString('base64url')
  return `${body}.${sealOf(asked, body)}`
}

/** What was given to `writeCursor`, its shape not yet looked at; throws `BadCursor`. */
function readCursor(asked: Asked, cursor: string): unknown {
  const [body = '', seal] = cursor.length > LONGEST ? [] : cursor.split('.')
  if (seal !== sealOf(asked, body)) throw new BadCursor('This cursor belongs to another search.')
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString())
  } catch {
    throw new BadCursor('This cursor cannot be read.')
  }
}

/** No secret: it tells a mistake from a cursor. Who writes one by hand gets what the filters allow. */
function sealOf({ text, library, unit, category, theme }: Asked, body: string): string {
  const asked = JSON.stringify([text, library, unit, category, theme, body])
  return createHash('sha256').update(asked).digest('base64url').slice(0, 12)
}

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

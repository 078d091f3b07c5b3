import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BadCursor, type SearchQuery, type VersionedId } from '../types'

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
export function seenIn(place: Place | null): Set<string> {
  return new Set(place?.seen.match(/.{8}/g) ?? [])
}

/** What is shown now joins what was. */
export function seenWith(place: Place | null, ids: readonly string[]): string {
  return (place?.seen ?? '') + ids.map(markOf).join('')
}

/** 48 bits: among a million entries one in three million walks would miss one. */
export function markOf(id: string): string {
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
type Asked = Pick<SearchQuery, 'text' | 'library' | 'unit' | 'category'>

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
function sealOf({ text, library, unit, category }: Asked, body: string): string {
  const asked = JSON.stringify([text, library, unit, category, body])
  return createHash('sha256').update(asked).digest('base64url').slice(0, 12)
}

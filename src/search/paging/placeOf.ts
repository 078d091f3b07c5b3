import { z } from 'zod'
import { readCursor } from './cursor'
import { BadCursor, type SearchQuery } from '../types'
import type { Place } from './place'

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

import { createHash } from 'node:crypto'
import { BadCursor, type SearchQuery } from '../types'

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
export function readCursor(asked: Asked, cursor: string): unknown {
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

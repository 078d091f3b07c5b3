import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/env'
import type { EntryFilters } from './listEntries'

/** Where a search goes on. */
export type Place = {
  /** The page it begins, from 1: by it the database goes on where the engine cannot. */
  page: number
  /** The engine's own cursor; null where the database gave the page before. */
  engine: string | null
}

type Searched = EntryFilters & { text: string }

/**
 * A cursor as clients keep it: sealed, so that engines are only asked with what they gave themselves, and
 * good for the question it came with alone.
 */
export function cursorOf(searched: Searched, { page, engine }: Place): string {
  const place = `${page}.${engine ?? ''}`
  return `${sealOf(searched, place)}.${place}`
}

/** What a cursor says, null where it was not made by `cursorOf` for this question. */
export function placeOf(searched: Searched, cursor: string): Place | null {
  const [seal = '', page = ''] = cursor.split('.', 2)
  const place = cursor.slice(seal.length + 1)
  const given = Buffer.from(seal)
  const right = Buffer.from(sealOf(searched, place))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return { page: Number(page), engine: place.slice(page.length + 1) || null }
}

function sealOf({ text, library, unit, category, freshness }: Searched, place: string): string {
  const sealed = ['cursor', text.trim(), library, unit, category, freshness, place]
  return createHmac('sha256', env.secret).update(JSON.stringify(sealed)).digest('base64url')
}

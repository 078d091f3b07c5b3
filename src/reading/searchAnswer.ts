import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import type { Audience } from '@/access/audience'
import { categoryKeys, libraries } from '@/access/rules'
import { env } from '@/env'
import { categoryNames } from '@/i18n/names'
import {
  FRESHNESS_DAYS,
  type Explanation,
  type Facets,
  type SearchEngine,
  type SearchHit,
  type SearchPage,
  type SearchQuery,
} from '@/search/types'
import { readRows } from '@/tables'
import type { EntrySummary } from './entrySummary'
import type { EntryFilters } from './listEntries'
import type { OwnOfCentre } from './placements'
import type { Doubted } from './reliability'
import { themesInUse } from './themes'

/** What `searchEntries` (search.ts) takes: words as typed, filters, and who asks. */
export type SearchAsked = EntryFilters & {
  payload: Payload
  engine: SearchEngine
  audience: Audience
  now: Date
  text: string
  /** The reader's own unit: its entries come first among equals. */
  ownUnit?: string
  /** Where the caller is, and how near each unit is to it. */
  district?: string
  nearness?: SearchQuery['nearness']
  /** From 1; not looked at where there is a cursor. */
  page: number
  /** Goes on behind the page before, as `placeOf` read it. */
  cursor?: Place
  /** Count what was found by library, unit, category, theme and freshness. */
  facets?: boolean
  /** Say of each hit why it stands where it stands; for the centre alone. */
  explain?: boolean
  /** What the centre keeps of this query; as it stands where it is not given. */
  own?: OwnOfCentre
}

export type EntryHit = Doubted<EntrySummary> & {
  highlights: SearchHit['highlights']
  /** Where it was asked for and the engine answered. */
  explanation?: Explanation
}

/** The search answer of the HTTP contract. */
export type SearchAnswer = {
  hits: EntryHit[]
  total: number
  /** Cursor of what follows, null at the end. */
  next: string | null
  /** Null where they were not asked for, and where the engine's could not be made true. */
  facets: NamedFacets | null
  /** What nobody wrote and was taken for something else so that something is found. */
  corrected: SearchPage['corrected']
  /** Words typed that no entry holds and that found nothing. */
  dropped: string[]
  /** The first hit is the answer itself; where not, none of them may be. */
  sure: boolean
  /** How much of what was typed was read, from its beginning, in UTF-16 units. */
  read: number
  tookMs: number
  /** True where the engine could not answer and the database did. */
  degraded: boolean
}

/** An answer of hits or of a list, as it is on record. */
export type Recorded<Answer> = Answer & {
  /** Its id in 检索记录, by which openings and uses name it; null for a robot. */
  search: string | null
}

/** Counts of what was found, each without the filter of its own name; what has none is left out. */
export type NamedFacets = {
  library: { key: string; count: number }[]
  /** The units with most, at most `mostUnits`; each counts what lies below it too. */
  unit: { id: string; name: string; count: number }[]
  category: { key: string; name: string; count: number }[]
  /** Those in use, in the centre's order. */
  theme: { key: string; name: string; count: number }[]
  /** Approved within so many days. */
  freshness: { days: number; count: number }[]
}

export const mostUnits = 50

/** The engine's counts in the order and with the names that people read. */
export async function namedFacets(payload: Payload, facets: Facets): Promise<NamedFacets> {
  const units = Object.entries(facets.unit)
    .filter(([, count]) => count > 0)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .slice(0, mostUnits)
  const [names, themes] = await Promise.all([
    namesOf(
      payload,
      units.map(([id]) => id),
    ),
    themesInUse(payload),
  ])
  return {
    library: counted(libraries, facets.library),
    unit: units.flatMap(([id, count]) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name, count }]
    }),
    category: counted(categoryKeys, facets.category).map((category) => ({
      ...category,
      name: categoryNames[category.key].zh,
    })),
    theme: themes
      .map((theme) => ({ ...theme, count: facets.theme[theme.key] ?? 0 }))
      .filter(({ count }) => count > 0),
    freshness: FRESHNESS_DAYS.map((days) => ({ days, count: facets.freshness[days] ?? 0 })),
  }
}

const counted = <Key extends string>(keys: readonly Key[], counts: Record<string, number>) =>
  keys.map((key) => ({ key, count: counts[key] ?? 0 })).filter(({ count }) => count > 0)

async function namesOf(payload: Payload, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows(payload, {
    collection: 'nodes',
    columns: ['id', 'name'],
    where: { id: { in: [...ids] } },
    limit: 0,
  })
  return new Map(rows.map(({ id, name }) => [String(id), String(name)]))
}

/** Where a search goes on. */
type Place = {
  /** The page it begins, from 1: by it the database goes on where the engine cannot. */
  page: number
  /** The engine's own cursor; null where the database gave the page before. */
  engine: string | null
}

type Searched = EntryFilters & { text: string; district?: string }

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

function sealOf(searched: Searched, place: string): string {
  const { text, library, unit, category, theme, freshness, district } = searched
  const sealed = ['cursor', text.trim(), library, unit, category, theme, freshness, district, place]
  return createHmac('sha256', env.secret).update(JSON.stringify(sealed)).digest('base64url')
}

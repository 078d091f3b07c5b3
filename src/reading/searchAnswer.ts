import type { Payload } from 'payload'
import type { Audience } from '@/access/audience'
import type { Explanation, SearchEngine, SearchHit, SearchPage } from '@/search/types'
import type { Place } from './cursor'
import type { EntryFilters } from './listEntries'
import type { EntrySummary } from './entrySummary'
import type { NamedFacets } from './namedFacets'
import type { OwnOfCentre } from './placements'

/** What `searchEntries` (search.ts) takes: words as typed, filters, and who asks. */
export type SearchAsked = EntryFilters & {
  payload: Payload
  engine: SearchEngine
  audience: Audience
  now: Date
  text: string
  /** The reader's own unit: its entries come first among equals. */
  ownUnit?: string
  /** From 1; not looked at where there is a cursor. */
  page: number
  /** Goes on behind the page before, as `placeOf` (cursor.ts) read it. */
  cursor?: Place
  /** Count what was found by library, unit, category and freshness. */
  facets?: boolean
  /** Say of each hit why it stands where it stands; for the centre alone. */
  explain?: boolean
  /** What the centre keeps of this query; as it stands where it is not given. */
  own?: OwnOfCentre
}

export type EntryHit = EntrySummary & {
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
  /** How much of what was typed was read, from its beginning, in UTF-16 units. */
  read: number
  tookMs: number
  /** True where the engine could not answer and the database did. */
  degraded: boolean
}

import type { Payload } from 'payload'
import type { Audience } from '@/access/audience'
import type { SearchEngine, SearchHit } from '@/search/types'
import type { EntryFilters } from './listEntries'
import type { EntrySummary } from './entrySummary'

/** What `searchEntries` (search.ts) takes: words as typed, filters, and who asks. */
export type SearchAsked = EntryFilters & {
  payload: Payload
  engine: SearchEngine
  audience: Audience
  now: Date
  text: string
  /** The reader's own unit: its entries come first among equals. */
  ownUnit?: string
  page: number
}

export type EntryHit = EntrySummary & { highlights: SearchHit['highlights'] }

/** The search answer of the HTTP contract. */
export type SearchAnswer = {
  hits: EntryHit[]
  total: number
  tookMs: number
  /** True where the engine could not answer and the database did. */
  degraded: boolean
}

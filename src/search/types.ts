import type { Audience } from '@/access/audience'

/** One live text as the engines know it; instants in milliseconds since 1970, null where open-ended. */
export type SearchDocument = {
  /** The entry's id. */
  id: string
  /** `changeSeq` of the publication this was read from; an older version never replaces a newer one. */
  version: number
  number: string
  library: string
  title: string
  summary: string
  /** Plain text of the body, as highlights count it. */
  text: string
  similarQuestions: readonly string[]
  keywords: readonly string[]
  unit: string
  unitAbove: string | null
  unitName: string
  /** Standard category key, the same in all units; empty where the library has no categories. */
  category: string
  categoryName: string
  openToUnits: boolean
  openToPublic: boolean
  validFrom: number | null
  validUntil: number | null
  approvedAt: number
}

/** An entry at a version: what a removal names, and what a scan returns. */
export type VersionedId = { id: string; version: number }

export type SearchFilters = {
  /** Required: no query runs without saying who asks. */
  audience: Audience
  /** Required: validity is judged at this instant (milliseconds). */
  now: number
  library?: string
  /** A node id; includes what lies below it. */
  unit?: string
  /** Standard category key. */
  category?: string
  /** Entries that wait to be removed or changed: never returned, counted or suggested. */
  exclude?: readonly string[]
}

export type SearchQuery = SearchFilters & {
  /** What was typed, as typed; empty lists everything the filters allow, newest approval first. */
  text: string
  /** The reader's own unit: its entries come first among equals. */
  ownUnit?: string
  /** From 1. */
  page: number
  pageSize: number
}

/** Half-open range in UTF-16 units of the original string. */
export type Range = readonly [from: number, to: number]

export type SearchHit = {
  id: string
  version: number
  score: number
  highlights: {
    title: Range[]
    /** The best passages of the text, each with ranges counted from the passage's own start. */
    text: { passage: string; ranges: Range[] }[]
  }
}

export type SearchPage = { hits: SearchHit[]; total: number }

export type SuggestQuery = SearchFilters & { text: string; limit: number }

/** A title to complete what is being typed. */
export type Suggestion = { id: string; title: string }

/**
 * The port behind which every search engine stands. Engines know documents and filters, never users,
 * requests or databases. All methods may reject; the caller then answers from the database.
 */
export interface SearchEngine {
  /** Indexes documents; one whose version is older than what is known of its id is ignored. */
  put(documents: readonly SearchDocument[]): Promise<void>
  /** Removes documents; a put of the same or an older version does not bring one back. */
  remove(documents: readonly VersionedId[]): Promise<void>
  search(query: SearchQuery): Promise<SearchPage>
  suggest(query: SuggestQuery): Promise<Suggestion[]>
  /** Fills a new index and swaps; puts and removals meanwhile go to both. */
  rebuild(documents: AsyncIterable<SearchDocument>): Promise<{ indexed: number }>
  /** Every indexed document with its version, for reconciling with the database. */
  scan(): AsyncIterable<VersionedId>
  /** Rejects when the engine can't answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

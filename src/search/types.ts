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
  /** The document it rests on, by its number. */
  basis: string
  /** Names of the files that belong to it, as readers see them. */
  attachments: readonly string[]
  /** Where to go and whom to call, as one text. */
  contact: string
  unit: string
  unitAbove: string | null
  unitName: string
  /** Standard category key, the same in all units; empty where the library has no categories. */
  category: string
  categoryName: string
  /** Keys of its themes, those the centre switched off too. */
  themes: readonly string[]
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
  /** A theme's key; the empty one no entry has. */
  theme?: string
  /** Entries that count as of this category beside their own, as far as the other filters allow them. */
  also?: { category: string; ids: readonly string[] }
  /** Approved at this instant (milliseconds) or later. */
  approvedSince?: number
  /** Entries that wait to be removed or changed: never returned, counted or suggested. */
  exclude?: readonly string[]
}

/**
 * The hotline's own language, as far as a query touches it. It is asked with and never indexed, so that a
 * change of the centre's works at once, on every engine and without a rebuild.
 */
export type Vocabulary = {
  /** Names and terms to keep whole in the query: units, places, what the centre added; normalised. */
  words: readonly string[]
  /** Groups of words for the same thing; normalised. */
  synonyms: readonly (readonly string[])[]
}

/** UTF-16 units of a query that are read; what is longer is read as far as this. */
export const LONGEST_QUERY = 5_000

/** Where a unit stands to the district somebody calls from; all that lies in no district stands between the two. */
export type Nearness = 'own' | 'other'

export type SearchQuery = SearchFilters & {
  /** What was typed, as typed; empty lists everything the filters allow, newest approval first. */
  text: string
  vocabulary?: Vocabulary
  /** The reader's own unit: its entries come first among equals. */
  ownUnit?: string
  /** Units whose answers come sooner or later than those of all others, by their ids: of the caller's district, and of other districts. */
  nearness?: Readonly<Record<string, Nearness>>
  /** Entries to put first, in this order, as far as the filters allow them; they count as found. */
  first?: readonly string[]
  /** How much entries are read, from 0 to 1; a gentle factor that never beats text. Absent is 0. */
  uses?: Readonly<Record<string, number>>
  /** From 1; not looked at where there is a cursor. */
  page: number
  pageSize: number
  /** `next` of the page before: goes on behind it, however far. Another search's rejects with `BadCursor`. */
  cursor?: string
  /** Count what was found by library, unit, category, theme and freshness. */
  facets?: boolean
  /** Say of each hit why it stands where it stands. */
  explain?: boolean
}

/** The cursor was altered, or belongs to another search. */
export class BadCursor extends Error {
  override name = 'BadCursor'
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
  /** Where it was asked for. */
  explanation?: Explanation
}

/** Why a hit stands where it stands. Parts of one score, in the order they are put together. */
export type Explanation = {
  /** `first` was put first by the centre, `exact` is the question itself, `scored` by the parts below. */
  place: 'first' | 'exact' | 'scored'
  /** Each word asked for, how rare it is and what it brought; a synonym names what was typed. */
  words: { word: string; rarity: number; score: number; isSynonym: boolean }[]
  /** What neighbouring characters brought. */
  pairs: number
  /** What the sound of the title brought. */
  sound: number
  /** Factors on the sum of the above, 1 where they change nothing. */
  factors: {
    held: number
    inTitle: number
    /** The title, or another question, asks the same as a whole. */
    likeness: number
    /** Above 1 where it asks about the same side, below where about the opposite: 没缴 and 缴. */
    polarity: number
    freshness: number
    ownUnit: number
    /** Above 1 where it is of the caller's district, below where of another one. */
    district: number
    use: number
  }
}

/** Days since approval by which results are counted; the last group is everything older. */
export const FRESHNESS_DAYS = [7, 30, 90, 365] as const

/**
 * How many of what was found have a value; each counted without the filter of its own name, freshness without
 * `approvedSince`. Values nothing has are left out, but all days of freshness are there.
 */
export type Facets = {
  library: Record<string, number>
  /** Node ids; a unit counts what lies below it too. */
  unit: Record<string, number>
  /** Standard category keys. */
  category: Record<string, number>
  /** Keys of themes; an entry counts in each of its own. */
  theme: Record<string, number>
  /** Keys are the days of FRESHNESS_DAYS: approved within so many days. */
  freshness: Record<string, number>
}

export type SearchPage = {
  hits: SearchHit[]
  total: number
  /** Cursor of what follows, null at the end. */
  next: string | null
  /** Null where they were not asked for. */
  facets: Facets | null
  /** What nobody wrote and was taken for something else so that something is found. */
  corrected: { typed: string; used: string }[]
  /** Words typed that no entry holds and that found nothing. */
  dropped: string[]
  /** The first hit is the answer itself, by the rule in ranking/sure; never where nothing was typed. */
  isSure: boolean
}

export type SuggestQuery = SearchFilters & { text: string; limit: number }

/** A title, or another question of an entry, to complete what is being typed. */
export type Suggestion = { id: string; text: string; kind: 'title' | 'question' }

/** A document with its place in the order of the source. */
export type PlacedDocument = { place: string; document: SearchDocument }

/** What an index is filled from. */
export type RebuildSource = {
  /** All documents in a fixed order; those behind `after` where an interrupted filling goes on. */
  documents(after: string | null): AsyncIterable<PlacedDocument>
  /** Compares the filled index with the truth before the swap; what it answers is put right first. */
  check(filled: AsyncIterable<VersionedId>): Promise<{
    put: readonly SearchDocument[]
    remove: readonly VersionedId[]
  }>
}

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
  /**
   * Fills a new index, has it checked, swaps and drops the old one; puts and removals meanwhile go to both.
   * An interrupted filling goes on where it stopped. Rejects where one is under way.
   */
  rebuild(source: RebuildSource): Promise<{ indexed: number }>
  /** Every indexed document with its version, for reconciling with the database. */
  scan(): AsyncIterable<VersionedId>
  /** Rejects when the engine can't answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

import { categoryKeys, libraries } from '@/access/rules'
import type { EntryPage } from '@/reading/listEntries'
import type { EntryHit, Recorded, SearchAnswer } from '@/reading/searchAnswer'
import { FRESHNESS_DAYS } from '@/search/types'
import type { GivenCall } from './callIn'

/** What the desk is asked: words and filters; kept in the address, so that a reload or a colleague sees the same. */
export type Question = {
  words: string
  library: string
  unit: string
  category: string
  /** Approved within so many days. */
  freshness: string
}

/** Characters the box takes: more than any caller's sentence. */
export const longestWords = 1_000

const names = {
  ...{ words: 'q', library: 'library', unit: 'unit', category: 'category' },
  freshness: 'freshness',
} as const

export const emptyQuestion: Question = {
  ...{ words: '', library: '', unit: '', category: '', freshness: '' },
}

export const noFilters = { library: '', unit: '', category: '', freshness: '' }

export const isNarrowed = ({ words: _words, ...filters }: Question): boolean =>
  Object.values(filters).some(Boolean)

export function questionQuery(question: Question): URLSearchParams {
  const query = new URLSearchParams()
  for (const [key, name] of Object.entries(names)) {
    const value = question[key as keyof Question].trim()
    if (value) query.set(name, value)
  }
  return query
}

/** Tells one question from another: hits, and what was opened among them, belong to the one they were asked with. */
export const keyOf = (question: Question): string => questionQuery(question).toString()

type Given = Record<string, string | string[] | undefined>

/** What an address says, leniently: what is not understood is as if it were not there. */
export function readAddress(given: Given): { question: Question; entry: string | null } {
  const of = (name: string) => {
    const value = given[name]
    return typeof value === 'string' ? value : ''
  }
  const known = (name: string, allowed: readonly unknown[]) =>
    allowed.some((value) => String(value) === of(name)) ? of(name) : ''
  const question = {
    words: of('q').slice(0, longestWords),
    library: known('library', libraries),
    unit: /^[\w-]{1,64}$/.test(of('unit')) ? of('unit') : '',
    category: known('category', categoryKeys),
    freshness: known('freshness', FRESHNESS_DAYS),
  }
  return { question, entry: of('entry') || null }
}

/** The filters of a question as reading takes them. */
export const filtersIn = ({ library, unit, category, freshness }: Question) => ({
  library: library || undefined,
  unit: unit || undefined,
  category: category || undefined,
  freshness: freshness ? Number(freshness) : undefined,
})

export function deskAddress(
  question: Question,
  entry: string | null,
  call: GivenCall | null = null,
): string {
  const query = questionQuery(question)
  if (entry) query.set('entry', entry)
  if (call) query.set('call', call.id)
  if (call?.district) query.set('district', call.district)
  const text = query.toString()
  return text ? `/desk?${text}` : '/desk'
}

/** With the answer it came in, which opening and using it name. */
export type DeskHit = Recorded<EntryHit>

/** What the desk shows, found or listed. */
export type Hits = Omit<SearchAnswer, 'hits' | 'read' | 'tookMs' | 'sure'> & {
  hits: DeskHit[]
  page: number
  /** The question they answer, by its key. */
  asked: string
  /** The words these hits answer; empty where they are a list. */
  words: string
  isNarrowed: boolean
}

export const foundHits = (
  question: Question,
  page: number,
  { search, ...answer }: Recorded<SearchAnswer>,
): Hits => ({
  ...answer,
  hits: answer.hits.map((hit) => ({ ...hit, search })),
  ...{ page, asked: keyOf(question), words: question.words.trim() },
  isNarrowed: isNarrowed(question),
})

export const listedHits = (
  question: Question,
  { entries, total, page, search }: Recorded<EntryPage>,
): Hits => ({
  hits: entries.map((entry) => ({ ...entry, search, highlights: { title: [], text: [] } })),
  ...{ total, page, next: null, facets: null, corrected: [], dropped: [], degraded: false },
  ...{ asked: keyOf(question), words: '', isNarrowed: isNarrowed(question) },
})

/** What is shown where a question got no answer: nothing, not what another one found. */
export const noHits = (question: Question): Hits => ({
  ...listedHits(question, { entries: [], total: 0, page: 1, pageSize: 0, search: null }),
  words: question.words.trim(),
})

/** What follows on a page, behind what was there; an entry that moved meanwhile is not shown twice. */
export function goneOn(hits: Hits, more: Hits): Hits {
  const known = new Set(hits.hits.map(({ id }) => id))
  const added = more.hits.filter(({ id }) => !known.has(id))
  // Counts are of the question, not of its page.
  return { ...more, hits: [...hits.hits, ...added], facets: hits.facets }
}

/** A list goes on by its page, what was found by the cursor. */
export const hasMore = ({ words, next, hits, total }: Hits): boolean =>
  words ? next !== null : hits.length < total

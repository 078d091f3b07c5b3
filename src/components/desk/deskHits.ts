import type { EntryPage } from '@/reading/listEntries'
import type { SearchAnswer } from '@/reading/searchAnswer'
import { isNarrowed, type Question } from './deskQuestion'

/** What the desk shows, found or listed. */
export type Hits = Omit<SearchAnswer, 'tookMs'> & {
  page: number
  /** The words these hits answer; empty where they are a list. */
  words: string
  isNarrowed: boolean
}

export const foundHits = (question: Question, page: number, answer: SearchAnswer): Hits => ({
  ...answer,
  ...{ page, words: question.words.trim(), isNarrowed: isNarrowed(question) },
})

export const listedHits = (question: Question, { entries, total, page }: EntryPage): Hits => ({
  hits: entries.map((entry) => ({ ...entry, highlights: { title: [], text: [] } })),
  ...{ total, page, next: null, facets: null, corrected: [], dropped: [], degraded: false },
  ...{ words: '', isNarrowed: isNarrowed(question) },
})

/** A list goes on by its page, what was found by the cursor. */
export const hasMore = ({ words, next, hits, total }: Hits): boolean =>
  words ? next !== null : hits.length < total

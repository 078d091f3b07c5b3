import type { EntryPage } from '@/reading/listEntries'
import type { SearchAnswer } from '@/reading/searchAnswer'
import { isNarrowed, keyOf, type Question } from './deskQuestion'

/** What the desk shows, found or listed. */
export type Hits = Omit<SearchAnswer, 'read' | 'tookMs'> & {
  page: number
  /** The question they answer, by its key. */
  asked: string
  /** The words these hits answer; empty where they are a list. */
  words: string
  isNarrowed: boolean
}

export const foundHits = (question: Question, page: number, answer: SearchAnswer): Hits => ({
  ...answer,
  ...{ page, asked: keyOf(question), words: question.words.trim() },
  isNarrowed: isNarrowed(question),
})

export const listedHits = (question: Question, { entries, total, page }: EntryPage): Hits => ({
  hits: entries.map((entry) => ({ ...entry, highlights: { title: [], text: [] } })),
  ...{ total, page, next: null, facets: null, corrected: [], dropped: [], degraded: false },
  ...{ asked: keyOf(question), words: '', isNarrowed: isNarrowed(question) },
})

/** What is shown where a question got no answer: nothing, not what another one found. */
export const noHits = (question: Question): Hits => ({
  ...listedHits(question, { entries: [], total: 0, page: 1, pageSize: 0 }),
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

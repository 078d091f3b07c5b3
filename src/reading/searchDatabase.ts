import type { Where } from 'payload'
import { centresOwn } from './centresOwn'
import { cursorOf } from './cursor'
import { entrySummary, summaryColumns } from './entrySummary'
import { matching, pageSize } from './listEntries'
import { findLive } from './live'
import type { SearchAnswer, SearchAsked } from './searchAnswer'

/** Each word is a scan of the table; a sentence is looked for by its beginning. */
const MOST_WORDS = 4
const LONGEST_WORD = 40

/**
 * What the database alone can find: entries that hold every word as typed, the last approved first. What the centre
 * leaves out of this query is left out here too.
 */
export async function searchDatabase(asked: SearchAsked): Promise<Omit<SearchAnswer, 'tookMs'>> {
  const page = asked.cursor?.page ?? asked.page
  const { banned } = asked.own ?? (await centresOwn(asked))
  const kept: Where = banned.length > 0 ? { slot: { not_in: banned } } : {}
  const { rows, total } = await findLive(asked, {
    columns: summaryColumns,
    where: { and: [...wordsOf(asked.text).map(holding), matching(asked, asked.now) ?? {}, kept] },
    sort: '-approvedAt',
    limit: pageSize,
    page,
  })
  const highlights = { title: [], text: [] }
  const isMore = rows.length > 0 && total > page * pageSize
  return {
    hits: rows.map((row) => ({ ...entrySummary(row), highlights })),
    total,
    next: isMore ? cursorOf(asked, { page: page + 1, engine: null }) : null,
    ...{ facets: null, corrected: [], dropped: [] },
    degraded: true,
  }
}

/** What of a question the database looks for. */
export function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD))
}

function holding(word: string): Where {
  return { or: ['title', 'summary', 'plain'].map((column) => ({ [column]: { contains: word } })) }
}

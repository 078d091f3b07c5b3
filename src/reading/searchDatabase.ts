import type { Where } from 'payload'
import { entrySummary, summaryColumns } from './entrySummary'
import { matching, pageSize } from './listEntries'
import { findLive } from './live'
import type { EntryHit, SearchAsked } from './searchAnswer'

/** Each word is a scan of the table; a sentence is looked for by its beginning. */
const MOST_WORDS = 4
const LONGEST_WORD = 40

/** What the database alone can find: entries that hold every word as typed, the last approved first. */
export async function searchDatabase(
  asked: SearchAsked,
): Promise<{ hits: EntryHit[]; total: number }> {
  const { rows, total } = await findLive(asked, {
    columns: summaryColumns,
    where: { and: [...wordsOf(asked.text).map(holding), matching(asked) ?? {}] },
    sort: '-approvedAt',
    limit: pageSize,
    page: asked.page,
  })
  const none = { title: [], text: [] }
  return { hits: rows.map((row) => ({ ...entrySummary(row), highlights: none })), total }
}

function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD))
}

function holding(word: string): Where {
  return { or: ['title', 'summary', 'plain'].map((column) => ({ [column]: { contains: word } })) }
}

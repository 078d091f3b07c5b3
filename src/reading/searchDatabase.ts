import type { Where } from 'payload'
import { piecesAsked } from '@/search/text/asking'
import { sentencesOf } from '@/search/text/cutQuery'
import { LONGEST_QUERY } from '@/search/types'
import { cursorOf, type SearchAnswer, type SearchAsked } from './searchAnswer'
import { entrySummary, summaryColumns } from './entrySummary'
import { matchingIn, pageSize } from './listEntries'
import { findLive } from './live'
import { centresOwn } from './placements'

/** Each word is a scan of the table. */
const MOST_WORDS = 4
/** What is longer is told in sentences. */
const STORY = 60
const LONGEST_WORD = 40

/**
 * What the database alone can find: entries that hold every word as typed, the last approved first. What the centre
 * leaves out of this query is left out here too.
 */
export async function searchDatabase(
  asked: SearchAsked,
): Promise<Omit<SearchAnswer, 'read' | 'tookMs'>> {
  const page = asked.cursor?.page ?? asked.page
  const { banned } = asked.own ?? (await centresOwn(asked))
  const kept: Where = banned.length > 0 ? { slot: { not_in: banned } } : {}
  const narrowed = await matchingIn(asked, asked)
  const { rows, total } = await findLive(asked, {
    columns: summaryColumns,
    where: { and: [...wordsOf(asked.text).map(holding), narrowed ?? {}, kept] },
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
    ...{ facets: null, corrected: [], dropped: [], sure: false },
    degraded: true,
  }
}

/**
 * What of a question the database looks for: its words without those of asking, and of a story those of the
 * question in it. Letters, digits and characters stand apart, as signs and blanks may stand between them.
 */
export function wordsOf(text: string): string[] {
  const typed = text.slice(0, LONGEST_QUERY).normalize('NFKC')
  const question = typed.length > STORY ? (sentencesOf(typed)[0]?.text ?? '') : typed
  const words = piecesAsked(question).flatMap(
    (piece) => piece.match(/\p{Script=Han}+|\p{N}+|[^\p{Script=Han}\p{N}]+/gu) ?? [],
  )
  const telling = words.filter((word) => word.length > 1)
  return (telling.length > 0 ? telling : words)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
}

const columns = ['title', 'summary', 'plain', 'basis', 'number']

function holding(word: string): Where {
  return { or: columns.map((column) => ({ [column]: { contains: word } })) }
}

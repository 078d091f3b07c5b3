import type { Payload, Where } from 'payload'
import { readRows } from '@/tables'
import { thenOf, type Span } from './span'

/** Overdue for more days than this, an entry was not kept up to date in time (更新不及时). */
export const lateAfter = 7

const dayLong = 24 * 60 * 60_000

export type LiveThen = {
  entry: string
  /** Its validity is over, or its review is due; for long is late. */
  isExpired: boolean
  isUnreviewed: boolean
  isLate: boolean
}

const onlineAt = (then: Date): Where[] => [
  { from: { less_than_equal: then.toISOString() } },
  { or: [{ until: { exists: false } }, { until: { greater_than: then.toISOString() } }] },
]

/** What was online at the end of a span, or is now, and whether it was overdue then. */
export async function readLive(payload: Payload, span: Span, now: Date): Promise<LiveThen[]> {
  const then = thenOf(span, now)
  const rows = await readRows(payload, {
    collection: 'publications',
    columns: ['entry', 'validUntil', 'reviewBy'],
    where: { and: onlineAt(then) },
    limit: 0,
  })
  const at = edgesOf(then)
  const isBefore = (moment: unknown, edge: string) => typeof moment === 'string' && moment < edge
  return rows.map(({ entry, validUntil, reviewBy }) => ({
    entry: String(entry),
    isExpired: isBefore(validUntil, at.expired),
    isUnreviewed: isBefore(reviewBy, at.unreviewed),
    isLate: isBefore(validUntil, at.lateExpired) || isBefore(reviewBy, at.lateUnreviewed),
  }))
}

export type StandingKey = 'live' | 'expired' | 'unreviewed' | 'late'

/** The same rule as a query over rows of `publications`. */
export function standingQuery(figure: StandingKey, span: Span, now: Date): Where {
  const then = thenOf(span, now)
  const at = edgesOf(then)
  const overdue: Record<StandingKey, Where[]> = {
    live: [],
    expired: [{ validUntil: { less_than: at.expired } }],
    unreviewed: [{ reviewBy: { less_than: at.unreviewed } }],
    late: [
      {
        or: [
          { validUntil: { less_than: at.lateExpired } },
          { reviewBy: { less_than: at.lateUnreviewed } },
        ],
      },
    ],
  }
  return { and: [...onlineAt(then), ...overdue[figure]] }
}

/**
 * Before when validity has ended, and the day of review has begun, of what is overdue then: validity is kept as its last
 * instant, the day of review as its first, and is over with its last.
 */
function edgesOf(then: Date) {
  const before = (time: number) => new Date(then.getTime() - time).toISOString()
  const toItsEnd = dayLong - 1
  const long = lateAfter * dayLong
  return {
    ...{ expired: before(0), unreviewed: before(toItsEnd) },
    ...{ lateExpired: before(long), lateUnreviewed: before(long + toItsEnd) },
  }
}

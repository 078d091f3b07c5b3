import { createHash, randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest, Where } from 'payload'
import type { ReviewOutcome } from '@/access/promoting'
import type { AuditAction } from '@/i18n/auditActions'
import { endOfDay, startOfDay } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { recordAudit, whoAsks } from '../audit/append'
import type { Period } from '../calendar/periods'
import { withoutNumbers } from '../findings/personalNumbers'
import { insertOnce } from '../store'

/** What is answered: an entry that was read often, a question nobody answered, or all that is proposed. */
export type ReviewKind = 'entry' | 'query' | 'all'

/**
 * One row of 五日查看. Of `all`, `nothing` is 全部看过 and `answered` that each was answered one by one; `empty` that
 * nothing was there to be looked at. The whole city's `period` was `asked` when everybody's look began.
 */
export type Review = {
  id: string
  unit: string | null
  by: string | null
  byName: string | null
  at: string
  kind: ReviewKind | 'period'
  /** An entry's id, or a query by its form. */
  subject: string | null
  outcome: ReviewOutcome | 'answered' | 'empty' | 'asked'
  /** What it led to: a draft, or the entry itself. */
  entry: string | null
}

const collection = 'readReviews'

/** The moments that belong to a period, by the calendar as it is known now. */
export const within = ({ first, until }: Pick<Period, 'first' | 'until'>): Where[] => [
  { at: { greater_than_equal: startOfDay(first)?.toISOString() } },
  { at: { less_than_equal: endOfDay(until)?.toISOString() } },
]

/** All rows of which these hold, the earliest first. Rejects as the database does. */
export async function readReviews(payload: Payload, conditions: readonly Where[]) {
  const where = { and: [...conditions] }
  return (await readRows(payload, { collection, where, sort: 'at', limit: 0 })) as Review[]
}

/** How this subject was answered by the unit so that something came of it, the earliest first. */
export const promotionsOf = (payload: Payload, unit: string): Promise<Review[]> =>
  readReviews(payload, [{ unit: { equals: unit } }, { entry: { exists: true } }])

/** A row as it is to be written; who and when are whoever asks, now, unless it says otherwise. */
type NewReview = Pick<Review, 'unit' | 'kind' | 'outcome'> & Partial<Review>

/** Writes a row of what the server found by itself, once under its id. */
export const noteReview = (
  req: PayloadRequest,
  { id, ...row }: NewReview & { id: string },
): Promise<void> => insertOnce({ req, collection, data: { ...blank, ...row, id } })

const emptyId = (unit: string | null, first: string): string => `empty:${unit}:${first}`

/** Was it noted of this period, by its first day as it was counted then, that nothing was there? */
export const isEmptyOf = ({ first }: Period, { id, unit }: Review): boolean =>
  id === emptyId(unit, first)

/** Takes out such notes of the server that days which were corrected since have made untrue. */
export async function forgetEmpty(req: PayloadRequest, ids: readonly string[]): Promise<void> {
  const where = { id: { in: [...ids] }, outcome: { equals: 'empty' } }
  await req.payload.db.deleteMany({ collection, where, req })
}

/** That nothing is there for a unit to look at in a period. */
export const noteEmpty = (
  req: PayloadRequest,
  { unit, first, at }: { unit: string; first: string; at: Date },
): Promise<void> =>
  noteReview(req, {
    ...{ id: emptyId(unit, first), unit, kind: 'all', outcome: 'empty', at: at.toISOString() },
  })

const blank = { by: null, byName: null, subject: null, entry: null }

/** A row of what somebody answered, with a new id unless it has one. */
export const answerOf = (
  req: PayloadRequest,
  at: Date,
  { id = randomUUID(), ...row }: NewReview,
): Review => ({ ...blank, at: at.toISOString(), ...whoAsks(req), ...row, id })

/** Puts an answer on record, in the transaction of what comes of it, and in the log; once under its id. */
export async function recordReview(
  req: PayloadRequest,
  review: Review,
  title: string,
): Promise<void> {
  await insertOnce({ req, collection, data: review })
  const { id, unit, subject, entry, outcome } = review
  await recordAudit({
    ...{ req, id: `review:${id}`, action: `readReviews.${outcome}` as AuditAction },
    ...{ subject: entry ?? subject ?? unit, subjectName: withoutNumbers(title) },
  })
}

/** The id that follows from these: those who answer the same at the same moment all write the same row. */
export const idFrom = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

import { createLocalReq, type Payload, type Where } from 'payload'
import type { Library } from '@/access/rules'
import { dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import { setReview } from './beginTerm'
import { asReviewDay, nextReview, reviewMonthsIn } from './reviewTerms'
import type { Task, TaskOutcome } from './task'

/** What became of the entry a task is about, as readers have it now. */
export type LiveText = {
  id: string
  entry: string
  library: Library
  categoryKey: string | null
  revision: number
  from: string
  dirty: boolean
  reviewBy: string | null
  validUntil: string | null
  /** It went offline because nobody reviewed it, and waits for that. */
  isLapsed: boolean
}

const columns = [
  ...['id', 'entry', 'library', 'categoryKey', 'revision', 'from', 'dirty'],
  ...['reviewBy', 'validUntil'],
]

/** Of these entries, by their ids: the text that is online, or the one that went offline because nobody reviewed it. */
export async function liveTexts(
  payload: Payload,
  entries: readonly string[],
): Promise<ReadonlyMap<string, LiveText>> {
  const ids = [...new Set(entries)]
  const lapsed = await readRows(payload, {
    ...{ collection: 'register', columns: ['withdrawnFrom'], limit: 0 },
    where: {
      and: [{ id: { in: ids } }, { isLapsed: { equals: true } }, { trashedAt: { exists: false } }],
    },
  })
  const last = new Set(lapsed.map(({ withdrawnFrom }) => String(withdrawnFrom)))
  const rows = (await readRows(payload, {
    ...{ collection: 'publications', columns, limit: 0 },
    where: { or: [{ slot: { in: ids } }, { id: { in: [...last] } }] },
  })) as Omit<LiveText, 'isLapsed'>[]
  return new Map(rows.map((row) => [row.entry, { ...row, isLapsed: last.has(row.id) }]))
}

/** Its validity ended, so that readers see it no longer. */
export const isOver = ({ validUntil }: Pick<LiveText, 'validUntil'>, now: Date): boolean =>
  validUntil != null && Date.parse(validUntil) < now.getTime()

/** Of so many of the last changes is asked once more what they took offline: a turn may have failed. */
const lately = 2_000

/**
 * Entries whose text readers see no longer: by the clock, which no change tells of, or since lately, before this place in the
 * sequence of changes. What went offline earlier was followed long ago.
 */
export async function goneLately(payload: Payload, place: number, now: Date): Promise<string[]> {
  const either: Where[] = [
    { and: [{ isLive: { equals: true } }, { validUntil: { less_than: now.toISOString() } }] },
    { and: [{ isLive: { not_equals: true } }, { changeSeq: { greater_than: place - lately } }] },
  ]
  const rows = await readRows(payload, {
    ...{ collection: 'publications', columns: ['entry'], limit: 0, where: { or: either } },
  })
  return [...new Set(rows.map(({ entry }) => String(entry)))]
}

/** What an entry's present text puts right by itself; null where nothing. */
export function outcomeOf(
  { kind, state, revision, at, cause, due }: Task,
  live: Omit<LiveText, 'id' | 'entry' | 'library' | 'categoryKey' | 'dirty'> | undefined,
): TaskOutcome | null {
  if (kind === 'correction') {
    const isOnline = live && !live.isLapsed
    // Not before the unit says that it is right: another change may have nothing to do with it.
    if (state !== 'answered') return isOnline ? null : 'offline'
    if (!isOnline) return 'offline'
    return revision !== null && live.revision > revision ? 'corrected' : null
  }
  if (kind === 'review') {
    if (!live) return 'offline'
    if (live.isLapsed) return null
    // A revision that leaves the end of validity as it is puts nothing right.
    if (cause === 'validity' && live.validUntil && dayOf(live.validUntil) <= due) return null
    return live.from > at && live.revision > (revision ?? 0) ? 'revised' : null
  }
  return null
}

/**
 * A text that was revised was looked at: where it keeps the day of review it had, its next term begins with the revision.
 */
export async function keepTerm(
  payload: Payload,
  { cause, due }: Pick<Task, 'cause' | 'due'>,
  { id, entry, library, categoryKey, reviewBy, from }: LiveText,
): Promise<void> {
  if (cause !== 'due' || reviewBy === null || dayOf(reviewBy) > due) return
  const req = await createLocalReq({}, payload)
  const next = nextReview(dayOf(from), categoryKey, await reviewMonthsIn(req))
  const live: Where = { and: [{ id: { equals: id } }, { reviewBy: { equals: reviewBy } }] }
  const data = { reviewBy: asReviewDay(next) }
  await inTransaction(req, () => setReview(req, { id: entry, library, live, data }))
}

import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload, type Where } from 'payload'
import { reviewedLibraries, type Library } from '@/access/rules'
import { daysBeforeReview } from '@/access/taskDays'
import { unfinished, type ReviewCause } from '@/access/tasks'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { countRows, readRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import { change } from '../store'
import { setReview } from './beginTerm'
import { openTask } from './openTask'
import { asReviewDay, laterOf, nextReview, reviewMonthsIn } from './reviewTerms'
import { byServer } from './stepByServer'
import { tasksWhere, unitOrCentre } from './task'

type Live = {
  id: string
  entry: string
  library: Library
  number: string
  revision: number
  unit: string
  categoryKey: string | null
  approvedAt: string
  reviewBy: string | null
  validUntil: string | null
}

const columns = [
  ...['id', 'entry', 'library', 'number', 'revision', 'unit', 'categoryKey'],
  ...['approvedAt', 'reviewBy', 'validUntil'],
]

/** Rows looked at in one turn of an hour, so that what never had a day gets one within some days. */
const most = 2_000
const live: Where[] = [{ isLive: { equals: true } }, { library: { in: [...reviewedLibraries] } }]

const liveWhere = async (payload: Payload, where: Where, limit: number): Promise<Live[]> =>
  (await readRows(payload, {
    ...{ collection: 'publications', columns, where: { and: [...live, where] }, limit },
  })) as Live[]

/** What ended nobody reads any more. */
const seenAt = (now: Date): Where => ({
  or: [
    { validUntil: { exists: false } },
    { validUntil: { greater_than_equal: now.toISOString() } },
  ],
})

/** What never had a day of review is given time to be looked at, whatever its age. */
const firstGrace = 30

/**
 * Gives a day of review to each text that is online and has none, by the centre's terms. Each in a transaction of its own.
 * Returns how many.
 */
export async function fillReviewDays(payload: Payload, now = new Date()): Promise<number> {
  const rows = await liveWhere(payload, { reviewBy: { exists: false } }, most)
  const months = await reviewMonthsIn(await createLocalReq({}, payload))
  const earliest = dayBefore(dayOf(now), -firstGrace)
  for (const { id, entry, library, categoryKey, approvedAt } of rows) {
    const req = await createLocalReq({}, payload)
    const day = laterOf(nextReview(dayOf(approvedAt), categoryKey, months), earliest)
    const where: Where = { and: [{ id: { equals: id } }, { reviewBy: { exists: false } }] }
    const data = { reviewBy: asReviewDay(day) }
    await inTransaction(req, () => setReview(req, { id: entry, library, live: where, data }))
    await breathe()
  }
  return rows.length
}

/**
 * Asks units for what is to be looked at within two weeks: by its day of review, or because its validity ends. Once for an
 * entry and day; what was asked of a unit goes with the text to another one. Of all texts, or of these entries' alone. Returns
 * how many tasks came of it.
 */
export async function askReviews(
  payload: Payload,
  now = new Date(),
  entries?: readonly string[],
): Promise<number> {
  await moveReviews(payload)
  const until = asReviewDay(dayBefore(dayOf(now), -daysBeforeReview))
  const these: Where[] = entries ? [{ entry: { in: [...entries] } }] : []
  const [due, ending] = await Promise.all([
    liveWhere(
      payload,
      { and: [...these, { reviewBy: { less_than_equal: until } }, seenAt(now)] },
      0,
    ),
    liveWhere(
      payload,
      {
        and: [
          ...these,
          { validUntil: { less_than_equal: until } },
          { validUntil: { greater_than: now.toISOString() } },
        ],
      },
      0,
    ),
  ])
  let opened = 0
  for (const row of due)
    opened += await askReview(payload, row, { cause: 'due', due: dayOf(row.reviewBy), now })
  for (const row of ending)
    opened += await askReview(payload, row, { cause: 'validity', due: dayOf(row.validUntil), now })
  return opened
}

type Asking = {
  cause: ReviewCause
  /** The last day, not before today. */
  due: string
  now: Date
  /** The document it rests on, or the entry it is based on, where that is why. */
  about?: string
  /** What it is asked once for: `about`, or else its day. */
  once?: string
  /** What became of what it is about is looked up by this. */
  matter?: string
}

/** So many days a unit has to look at what rests on something that changed. */
export const graceDays = 7

/** Asks one entry back. Returns 1 where it is new. */
export async function askReview(
  payload: Payload,
  { entry, number, revision, unit: id }: Pick<Live, 'entry' | 'number' | 'revision' | 'unit'>,
  { cause, due, now, about = '', once = about || due, matter }: Asking,
): Promise<number> {
  const req = await createLocalReq({}, payload)
  const unit = await unitOrCentre(req, id)
  const round = await roundOf(payload, entry, cause)
  const task = {
    ...{
      id: `${cause}:${entry}:${once}${round ? `:${round}` : ''}`,
      kind: 'review' as const,
      unit,
      cause,
      about,
      matter,
    },
    ...{ due: laterOf(due, dayOf(now)), entry: { id: entry, number, revision }, at: now },
  }
  const { isNew } = await openTask(req, task, byServer)
  await breathe()
  return isNew ? 1 : 0
}

/** How often it went offline while it was asked back so: online again it is asked back anew. */
const roundOf = (payload: Payload, entry: string, cause: ReviewCause): Promise<number> =>
  countRows(payload, {
    ...{ collection: 'tasks' },
    where: {
      and: [
        { entry: { equals: entry } },
        { cause: { equals: cause } },
        { outcome: { equals: 'offline' } },
      ],
    },
  })

/** A review goes where its text went: the unit it was asked of may read it no longer. */
async function moveReviews(payload: Payload): Promise<void> {
  const tasks = await tasksWhere(payload, {
    and: [{ kind: { equals: 'review' } }, { state: { in: [...unfinished] } }],
  })
  const rows = await readRows(payload, {
    ...{ collection: 'publications', columns: ['entry', 'unit'], limit: 0 },
    where: { slot: { in: tasks.flatMap(({ entry }) => entry ?? []) } },
  })
  const unitOf = new Map(rows.map(({ entry, unit }) => [String(entry), String(unit)]))
  for (const { id, entry, unit: asked } of tasks) {
    const unit = unitOf.get(entry ?? '')
    if (!unit || unit === asked) continue
    const req = await createLocalReq({}, payload)
    const { id: doing, unitAbove = null } = await unitOrCentre(req, unit)
    if (doing === asked) continue
    const where: Where = { and: [{ id: { equals: id } }, { unit: { equals: asked } }] }
    const data = { unit: doing, unitAbove }
    await inTransaction(req, () => change({ req, collection: 'tasks', where, data }))
    await breathe()
  }
}

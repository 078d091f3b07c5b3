import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import { idOf } from '@/access/actor'
import { reviewedBy } from '@/access/promoting'
import { calendarNow } from '../calendar/calendarNow'
import { isWorkingDay } from '../calendar/workingDays'
import type { Period } from '../calendar/periods'
import { inTransaction } from '../inTransaction'
import { findAll } from '../store'
import { tellMatter } from '../telling/matters'
import { recountTold } from './recountTold'
import { isLook, periodsAt, readsToReview, type ReadsToReview } from './readsToReview'
import { noteEmpty, noteReview, readReviews, within } from './reviews'
import { readsMatter, settleTold, toldIn, unsettledBefore } from './told'

/** Where what is proposed is looked at. */
export const promotionPath = '/admin/promotion'

/**
 * Tells the editors of each unit once in a period that there is something to look at, from its first working day on or as
 * soon as a server runs in it. Where nothing is, that is noted, and counts as looked at. What was told by days that were
 * corrected since is taken back before. Returns how many were told now.
 */
export async function remindReads(payload: Payload, now = new Date()): Promise<number> {
  const { period } = await periodsAt(payload, now)
  await recountTold(payload, period, now)
  if (!isWorkingDay(now, await calendarNow(payload))) return 0
  const [units, noted, told, missed] = await Promise.all([
    unitsWithEditors(payload),
    readReviews(payload, within(period)),
    toldIn(payload, period),
    unsettledBefore(payload, period),
  ])
  const req = await createLocalReq({}, payload)
  const at = now.toISOString()
  const asked = { unit: null, kind: 'period', outcome: 'asked', at } as const
  if (!noted.some(({ kind }) => kind === 'period'))
    await inTransaction(req, () => noteReview(req, { ...asked, id: `asked:${period.first}` }))
  const done = new Set(noted.filter(isLook).map(({ unit }) => unit))
  await ofEach(payload, [...missed].map(String), (unit) =>
    settleMissed(payload, { unit, period, now }),
  )
  const waiting = units.filter((unit) => !done.has(unit) && !told.has(unit))
  let count = 0
  await ofEach(payload, waiting, async (unit) => {
    count += await remindUnit(payload, unit, now)
  })
  return count
}

/** What fails of one unit stops no other, and is tried again at the next turn; readers are answered between any two. */
async function ofEach(
  payload: Payload,
  units: readonly string[],
  work: (unit: string) => Promise<void>,
): Promise<void> {
  for (const unit of units) {
    try {
      await work(unit)
    } catch (error) {
      payload.logger.error({
        err: error,
        msg: `Unit ${unit} could not be reminded of its readings.`,
      })
    }
    await breathe()
  }
}

type Missed = { unit: string; period: Period; now: Date }

/** A period that is over waits for nobody: that nobody looked is on record. */
async function settleMissed(payload: Payload, { unit, period, now }: Missed): Promise<void> {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => settleTold(req, unit, now, period.first))
}

async function remindUnit(payload: Payload, unit: string, now: Date): Promise<number> {
  const proposed = await readsToReview(payload, unit, now)
  const { first } = proposed.period
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    if (proposed.entries.length + proposed.queries.length > 0)
      return tellMatter(req, {
        ...{
          id: readsMatter(unit, proposed.period),
          event: 'readsToReview',
          unit,
          roles: [reviewedBy],
        },
        ...{ page: promotionPath, about: aboutOf(proposed), at: now },
      })
    await noteEmpty(req, { unit, first, at: now })
    return 0
  })
}

/** In the words of the messages, which are the readers' first language. */
function aboutOf({ read, entries, queries }: ReadsToReview): string {
  const parts = [
    ...(entries.length > 0 ? [`读得多的 ${entries.length} 条`] : []),
    ...(queries.length > 0 ? [`没有得到答案的话 ${queries.length} 句`] : []),
  ]
  return `${read.first} 至 ${read.until}：${parts.join('，')}`
}

async function unitsWithEditors(payload: Payload): Promise<string[]> {
  const docs = await findAll({
    req: await createLocalReq({}, payload),
    collection: 'users',
    where: { and: [{ isActive: { equals: true } }, { roles: { in: [reviewedBy] } }] },
    select: { unit: true },
  })
  return [...new Set(docs.flatMap(({ unit }) => idOf(unit) ?? []))]
}

import { createLocalReq, type Payload } from 'payload'
import { readRows } from '@/tables'
import { calendarNow } from '../calendar/calendarNow'
import { periodBefore, type Period } from '../calendar/periods'
import { inTransaction } from '../inTransaction'
import { change } from '../store'
import { takeBack } from '../telling/takeBack'
import { isLook } from './readsToReview'
import { forgetEmpty, isEmptyOf, readReviews, within } from './reviews'
import { isToldOf, told } from './told'

/**
 * Counts again what was told and noted of this period by days that were corrected since: reminders of a period that is
 * none are taken back, what was settled because its period seemed over waits again, and notes that nothing was there
 * are made anew. What is to be told by the right days is for whoever reminds next.
 */
export async function recountTold(payload: Payload, period: Period, now: Date): Promise<void> {
  const before = periodBefore(period, await calendarNow(payload))
  const [present, past, noted] = await Promise.all([
    remindersIn(payload, period),
    remindersIn(payload, before),
    readReviews(payload, within(period)),
  ])
  const untrue = [
    ...present.filter((one) => !isToldOf(period, one)),
    ...past.filter((one) => !isToldOf(before, one)),
  ].filter(({ settledAt }) => settledAt === null)
  const isUntrue = (row: (typeof noted)[number]) =>
    row.outcome === 'empty' && !isEmptyOf(period, row)
  const looked = new Set(
    noted.filter((row) => isLook(row) && !isUntrue(row)).map(({ unit }) => unit),
  )
  const early = present.filter(
    (one) => one.settledAt !== null && isToldOf(period, one) && !looked.has(one.unit),
  )
  const empty = noted.filter(isUntrue)
  if (untrue.length + early.length + empty.length === 0) return
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    await takeBack(req, idsOf(untrue), now)
    await change({
      ...{ req, collection: 'messages', where: { id: { in: idsOf(early) } } },
      data: { settledAt: null },
    })
    await forgetEmpty(req, idsOf(empty))
  })
}

type Reminder = { id: string; unit: string; settledAt: string | null }

async function remindersIn(payload: Payload, period: Period): Promise<Reminder[]> {
  const rows = await readRows(payload, {
    ...{ collection: 'messages', columns: ['id', 'unit', 'settledAt'], limit: 0 },
    where: { and: [told, ...within(period)] },
  })
  return rows as Reminder[]
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

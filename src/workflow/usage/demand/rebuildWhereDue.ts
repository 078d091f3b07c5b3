import type { Payload } from 'payload'
import { dayBefore, dayOf, startOfDay } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { calendarNow } from '../../calendar/calendarNow'
import { isWorkingDay } from '../../calendar/workingDays'
import { isInterrupted, rebuildHours } from './rebuildHours'

/** Up to which day means were worked up, and which of these days were no Monday to Friday like others. */
type Worked = { until: string; odd: string[] }

const workedBy = 'usualHours.days'

/**
 * An hour is one of its week by what its day was: a weekend that is worked counts as a Monday, a weekday off as a Sunday.
 * Where a day that is over is known otherwise now than when its hours were taken into the means, all are made anew; also
 * where a kill interrupted that. To be called before hours are worked up: those that come are of the days known now.
 */
export async function rebuildWhereDue(payload: Payload, now = new Date()): Promise<void> {
  const known = await payload.kv.get<Worked>(workedBy)
  const isOtherwise = known && String(await oddDays(payload, known.until)) !== String(known.odd)
  if (isOtherwise || (await isInterrupted(payload))) await rebuildHours(payload, now)
  const until = dayOf(now)
  const worked: Worked = { until, odd: await oddDays(payload, until) }
  if (String(worked.odd) !== String(known?.odd) || until !== known?.until)
    await payload.kv.set(workedBy, worked)
}

/** What lies further back weighs next to nothing, and is kept row by row no longer; in days. */
const lookedBack = 400

async function oddDays(payload: Payload, until: string): Promise<string[]> {
  const [since] = await readRows(payload, {
    ...{ collection: 'usualHours', columns: ['at'], limit: 1 },
    where: { kind: { equals: 'since' } },
  })
  const first = [dayOf(since?.at) || until, dayBefore(until, lookedBack)].sort().at(-1) ?? until
  const calendar = await calendarNow(payload)
  const odd: string[] = []
  for (let day = first; day <= until; day = dayBefore(day, -1)) {
    const at = startOfDay(day) ?? new Date(NaN)
    const weekday = new Date(day).getUTCDay()
    if (isWorkingDay(at, calendar) !== (weekday !== 0 && weekday !== 6)) odd.push(day)
  }
  return odd
}

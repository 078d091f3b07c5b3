import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { periodsEndedIn, type Period } from '../calendar/periods'
import type { Calendar } from '../calendar/workingDays'
import { lookStateOf, type LookState } from './lookStates'
import { foundedAt, looksOf } from './looks'
import type { Review } from './reviews'
import { toldIn } from './told'

/**
 * How many periods a unit's editors had to look at, and in how many of them somebody did, or nothing was there; beside
 * them those in which nobody wrote for it, which are held against nobody.
 */
export type ReviewsDone = { toLook: number; looked: number; noEditor: number }

/** A period in which a unit was there to look, what it did, and who looked first, or that nothing was there. */
export type LookDue = {
  unit: string
  period: Period
  state: Exclude<LookState, 'notAsked'>
  look: Review | null
}

type Due = {
  from: string
  to: string
  calendar: Calendar
  units: readonly string[]
  now: Date
}

/**
 * Of each of these units, the periods that ended in the span (days as `2026-11-30`, both inclusive) and were asked for
 * when it was there already; a period that is not over is due to nobody yet. Rejects as the database does.
 */
export async function looksDue(
  payload: Payload,
  { from, to, calendar, units, now }: Due,
): Promise<LookDue[]> {
  const over = dayBefore(dayOf(now), 1)
  const [all, founded] = await Promise.all([
    looksOf(payload, periodsEndedIn(from, to < over ? to : over, calendar)),
    foundedAt(payload),
  ])
  const due: LookDue[] = []
  for (const looks of all.filter(({ askedAt }) => askedAt !== null)) {
    const told = await toldIn(payload, looks.period)
    for (const unit of units) {
      const known = { looks, founded: founded.get(unit), isTold: told.has(unit), isToBeTold: false }
      const state = lookStateOf(unit, known)
      if (state === 'notAsked') continue
      due.push({ unit, period: looks.period, state, look: looks.looked.get(unit) ?? null })
    }
    await breathe()
  }
  return due
}

/** How many there are of each of these units. Rejects as the database does. */
export async function reviewsDone(payload: Payload, asked: Due): Promise<Map<string, ReviewsDone>> {
  const done = new Map(asked.units.map((unit) => [unit, { toLook: 0, looked: 0, noEditor: 0 }]))
  for (const { unit, state } of await looksDue(payload, asked)) {
    const sums = done.get(unit)
    if (!sums) continue
    for (const figure of countedAs[state]) sums[figure] += 1
  }
  return done
}

/** In which figures a unit's period counts. */
export const countedAs: Readonly<Record<LookDue['state'], readonly (keyof ReviewsDone)[]>> = {
  looked: ['toLook', 'looked'],
  empty: ['toLook', 'looked'],
  missed: ['toLook'],
  noEditor: ['noEditor'],
}

import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload } from 'payload'
import { periodsEndedIn } from '../calendar/periods'
import type { Calendar } from '../calendar/workingDays'
import { lookStateOf, type LookState } from './lookStates'
import { foundedAt, looksOf } from './looks'
import { toldIn } from './told'

/**
 * How many periods a unit's editors had to look at, and in how many of them somebody did, or nothing was there; beside
 * them those in which nobody wrote for it, which are held against nobody.
 */
export type ReviewsDone = { toLook: number; looked: number; noEditor: number }

/**
 * Of each of these units, the periods that ended in the span (days as `2026-11-30`, both inclusive) and were asked for
 * when it was there already. Rejects as the database does.
 */
export async function reviewsDone(
  payload: Payload,
  asked: { from: string; to: string; calendar: Calendar; units: readonly string[] },
): Promise<Map<string, ReviewsDone>> {
  const { from, to, calendar, units } = asked
  const [all, founded] = await Promise.all([
    looksOf(payload, periodsEndedIn(from, to, calendar)),
    foundedAt(payload),
  ])
  const done = new Map(units.map((unit) => [unit, { toLook: 0, looked: 0, noEditor: 0 }]))
  for (const looks of all.filter(({ askedAt }) => askedAt !== null)) {
    const told = await toldIn(payload, looks.period)
    for (const [unit, sums] of done) {
      const known = { looks, founded: founded.get(unit), isTold: told.has(unit), isToBeTold: false }
      add(sums, lookStateOf(unit, known))
    }
    await breathe()
  }
  return done
}

function add(sums: ReviewsDone, state: LookState): void {
  if (state === 'noEditor') sums.noEditor += 1
  if (state === 'looked' || state === 'empty') sums.looked += 1
  if (state === 'looked' || state === 'empty' || state === 'missed') sums.toLook += 1
}

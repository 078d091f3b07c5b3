import type { Payload } from 'payload'
import { dayOf, endOfDay, startOfDay } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { calendarNow } from '../calendar/calendarNow'
import { periodBefore, periodOf, type Period } from '../calendar/periods'
import { isLook, periodsAt } from './readsToReview'
import { readReviews, within, type Review } from './reviews'

/** What is on record of a period. */
export type Looks = {
  period: Period
  /** When everybody's look began; null where nobody was asked, as before this server knew of it. */
  askedAt: string | null
  /** By unit: who looked at all of it first, or that nothing was there. */
  looked: ReadonlyMap<string, Review>
  /** By unit: what came of it. */
  promoted: ReadonlyMap<string, readonly Review[]>
}

/** Sorts rows into the periods they belong to by the calendar that made these. */
export function looksIn(periods: readonly Period[], rows: readonly Review[]): Looks[] {
  return periods.map((period) => {
    const own = rows.filter(({ at }) => isWithin(period, at))
    const looked = new Map<string, Review>()
    const promoted = new Map<string, Review[]>()
    for (const row of own) {
      if (row.unit === null) continue
      if (isLook(row) && !looked.has(row.unit)) looked.set(row.unit, row)
      if (row.entry !== null) promoted.set(row.unit, [...(promoted.get(row.unit) ?? []), row])
    }
    const asked = own.find(({ kind }) => kind === 'period')
    return { period, askedAt: asked?.at ?? null, looked, promoted }
  })
}

function isWithin({ first, until }: Period, at: string): boolean {
  const day = dayOf(at)
  return first <= day && day <= until
}

/** This period and those before it, as many as are wanted, the present one first. */
export async function lastLooks(payload: Payload, now: Date, wanted: number): Promise<Looks[]> {
  const calendar = await calendarNow(payload)
  const periods = [periodOf(dayOf(now), calendar)]
  while (periods.length < wanted) periods.push(periodBefore(periods.at(-1) as Period, calendar))
  return looksOf(payload, periods)
}

/** Rows of all these periods, sorted into them; the periods follow each other in either order. */
export async function looksOf(payload: Payload, periods: readonly Period[]): Promise<Looks[]> {
  const days = periods.flatMap(({ first, until }) => [first, until]).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined) return []
  const rows = await readReviews(payload, [
    { at: { greater_than_equal: startOfDay(from)?.toISOString() } },
    { at: { less_than_equal: endOfDay(to)?.toISOString() } },
  ])
  return looksIn(periods, rows)
}

/** Was this unit there when everybody was asked? */
export const wasThere = (founded: string | undefined, askedAt: string | null): boolean =>
  founded !== undefined && askedAt !== null && Date.parse(founded) <= Date.parse(askedAt)

/** When each unit came into the tree. */
export async function foundedAt(payload: Payload): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows(payload, {
    ...{ collection: 'nodes', columns: ['id', 'createdAt'], limit: 0 },
    where: { kind: { not_equals: 'category' } },
  })
  return new Map(rows.map(({ id, createdAt }) => [String(id), String(createdAt)]))
}

/** The readings that wait for a unit's editors in this period; null where nobody was asked yet, or somebody looked. */
export async function waitingReads(
  payload: Payload,
  unit: string,
  now: Date,
): Promise<Period | null> {
  const { period, read } = await periodsAt(payload, now)
  const of = { or: [{ unit: { equals: unit } }, { unit: { exists: false } }] }
  const [looks] = looksIn([period], await readReviews(payload, [of, ...within(period)]))
  return looks?.askedAt && !looks.looked.has(unit) ? read : null
}

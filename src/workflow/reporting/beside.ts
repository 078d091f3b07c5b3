import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { readPeople, type Doing } from '@/statistics/readPeople'
import { partsShown, readTrend, type Point } from '@/statistics/readTrend'
import type { Span } from '@/statistics/span'
import type { Unit } from './readStatistics'
import { readRowsBehind, type RowBehind } from './rowsBehind'

type Of = { span: Span; unit?: string }

/** What was read and done in each part of a span, in parts that are not too many. */
export const trendOf = (payload: Payload, { span, unit }: Of): Promise<Point[]> =>
  readTrend(payload, { span, by: partsShown(span), unit })

/** What people of these units did, those who did most first. */
export async function readPeopleOf(
  payload: Payload,
  { span, units }: { span: Span; units: readonly Unit[] },
): Promise<(Doing & { unitName: string })[]> {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const all = await readPeople(payload, span)
  const did = ({ submitted, approved, returned, uses }: Doing) =>
    submitted + approved + returned + uses
  return all
    .filter(({ unit }) => names.has(unit))
    .map((doing) => ({ ...doing, unitName: names.get(doing.unit) ?? '' }))
    .sort((one, other) => did(other) - did(one))
}

/** So many on the page. */
const most = 10

/** The latest returns with their reasons, of units whose rows this person sees. */
export async function readReturns(
  payload: Payload,
  actor: Actor,
  of: Of,
): Promise<readonly RowBehind[]> {
  const { rows } = await readRowsBehind(payload, actor, { ...of, figure: 'returned', page: 1 })
  return rows.slice(0, most)
}

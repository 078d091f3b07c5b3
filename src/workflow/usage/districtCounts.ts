import type { Payload } from 'payload'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { countGroups, readRows, type Row } from '@/tables'
import type { DistrictCount } from './countsOf'
import { putInTurns } from './putInTurns'

/** What was read before so many days weighs less than the last digits of a sum. */
const weighing = 250

/** What was counted of a day in districts, as it is kept; of what nobody read or used there is no row. */
export const districtRows = (day: string, counts: readonly DistrictCount[]): Row[] =>
  counts.map((count) => ({ id: `${day}:${count.district}:${count.entry}`, day, ...count }))

/** How hot these entries are in each district: the sum of their days there, where it is another one now. */
export async function heatDistricts(payload: Payload, entries: readonly string[]): Promise<void> {
  const ofThese = { entry: { in: [...entries] } }
  const since = { day: { greater_than_equal: dayBefore(dayOf(new Date()), weighing) } }
  const where = { and: [ofThese, since] }
  const sums = await countGroups(payload, {
    ...{ collection: 'districtCounts', where, sums: ['heat'] },
    by: ['district', 'entry', 'number'],
  })
  if (sums.length === 0) return
  const rows = sums.map(({ district, entry, number, heat }) => ({
    ...{ id: `${String(district)}:${String(entry)}`, district, entry, number, heat },
  }))
  const known = await readRows(payload, {
    ...{ collection: 'districtHeats', columns: ['id', 'heat'], limit: 0 },
    where: ofThese,
  })
  const before = new Map(known.map(({ id, heat }) => [id, heat]))
  const changed = rows.filter(({ id, heat }) => !isAlike(before.get(id), heat))
  await putInTurns(payload, 'districtHeats', changed)
}

/** Added up in another order, a sum may differ in its last digits. */
export const isAlike = (one: unknown, other: unknown): boolean =>
  Math.abs(Number(one) - Number(other)) <= 1e-9 * Math.abs(Number(other))

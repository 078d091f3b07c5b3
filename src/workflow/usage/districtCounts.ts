import { createLocalReq, type Payload } from 'payload'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { countGroups, putRows, readRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import type { DistrictCount } from './countsOf'

/** What was read before so many days weighs less than the last digits of a sum. */
const weighing = 250
/** Rows written in one transaction. */
const written = 200

/** Keeps what was counted of a day in districts; of what nobody read or used there is no row. */
export async function putDistrictCounts(
  payload: Payload,
  day: string,
  counts: readonly DistrictCount[],
): Promise<void> {
  const rows = counts.map((count) => ({
    ...{ id: `${day}:${count.district}:${count.entry}`, day },
    ...count,
  }))
  await put(payload, 'districtCounts', rows)
}

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
  await put(payload, 'districtHeats', changed)
}

/** Added up in another order, a sum may differ in its last digits. */
export const isAlike = (one: unknown, other: unknown): boolean =>
  Math.abs(Number(one) - Number(other)) <= 1e-9 * Math.abs(Number(other))

async function put(
  payload: Payload,
  collection: 'districtCounts' | 'districtHeats',
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const req = await createLocalReq({}, payload)
  for (let at = 0; at < rows.length; at += written) {
    const some = rows.slice(at, at + written)
    await inTransaction(req, () => putRows({ req, collection, rows: some }))
  }
}

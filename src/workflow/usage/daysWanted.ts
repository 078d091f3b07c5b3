import type { Where } from 'payload'
import { filedIn } from '@/access/listFilter'
import { dayBefore, dayOf, endOfDay, startOfDay } from '@/shanghaiDay'

/** So many days are told of where nobody says from when: the records are long. */
const usualDays = 30

/** The days somebody wants to see of a record with a moment `at`, as a query, and the first of them. */
export function daysWanted({ from, to }: { from?: string; to?: string }) {
  const first = from ?? usualFrom(to)
  const [begin, end] = [startOfDay(first), endOfDay(to)]
  const conditions: Where[] = []
  if (begin) conditions.push({ at: { greater_than_equal: begin.toISOString() } })
  if (end) conditions.push({ at: { less_than_equal: end.toISOString() } })
  return { from: first, conditions }
}

const usualFrom = (to: string | undefined): string =>
  dayBefore(to ?? dayOf(new Date()), usualDays - 1)

/** What is filed in a unit and below it, or in the unit alone. */
export const filedAs = (unit: string, alone?: 'yes'): Where =>
  alone ? { unit: { equals: unit } } : filedIn(unit)

/** All of these that say something. */
export const whereAll = (
  conditions: readonly (Where | '' | false | null | undefined)[],
): Where => ({
  and: conditions.filter((one): one is Where => Boolean(one)),
})

import type { Payload, Where } from 'payload'
import { startOfDay } from '@/shanghaiDay'
import { rowsBetween } from './rowsBetween'

const dayLong = 24 * 60 * 60_000

type OfDay = {
  collection: 'views' | 'uses' | 'searches'
  day: string
  columns: readonly string[]
  where: readonly Where[]
}

/** The rows on record of a day in Asia/Shanghai of which all of these hold, some at once. */
export function rowsOfDay(payload: Payload, { day, ...of }: OfDay) {
  const from = startOfDay(day)?.getTime() ?? NaN
  return rowsBetween(payload, { ...of, from, until: from + dayLong })
}

/** The searches on record of a day, but for those where the centre only looked how something is found. */
export const searchesOfDay = (payload: Payload, day: string, columns: readonly string[]) =>
  rowsOfDay(payload, {
    ...{ collection: 'searches', day, columns },
    where: [{ isTrial: { not_equals: true } }],
  })

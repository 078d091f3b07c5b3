import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { startOfDay } from '@/shanghaiDay'
import { countRows, readRows, type Row } from '@/tables'

const dayLong = 24 * 60 * 60_000
/** Rows read at once. */
const atOnce = 1_000

type OfDay = {
  collection: 'views' | 'uses' | 'searches'
  day: string
  columns: readonly string[]
  /** Only rows of which this holds. */
  where: readonly Where[]
}

/** The rows on record of a day in Asia/Shanghai, in short parts of it. */
export async function* rowsOfDay(
  payload: Payload,
  { collection, day, columns, where }: OfDay,
): AsyncGenerator<Row[]> {
  const begin = startOfDay(day)?.getTime() ?? NaN
  const between = (from: number, until: number): Where => ({
    and: [
      { at: { greater_than_equal: new Date(from).toISOString() } },
      { at: { less_than: new Date(until).toISOString() } },
      ...where,
    ],
  })
  const count = await countRows(payload, { collection, where: between(begin, begin + dayLong) })
  // As many parts of the day as keep each short.
  const parts = Math.ceil(count / atOnce)
  const edge = (n: number) => begin + Math.round((n * dayLong) / parts)
  for (let n = 0; n < parts; n += 1) {
    // SQLite answers in the turn it is asked: others have one between.
    await breathe()
    const where = between(edge(n), edge(n + 1))
    yield await readRows(payload, { collection, columns, where, limit: 0 })
  }
}

/** The searches on record of a day, but for those where the centre only looked how something is found. */
export const searchesOfDay = (payload: Payload, day: string, columns: readonly string[]) =>
  rowsOfDay(payload, {
    ...{ collection: 'searches', day, columns },
    where: [{ isTrial: { not_equals: true } }],
  })

import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { startOfDay } from '@/shanghaiDay'
import { countRows, readRows, type Row } from '@/tables'

const dayLong = 24 * 60 * 60_000
/** Rows read at once. */
const atOnce = 1_000

/** The searches on record of a day, but for those where the centre only looked how something is found; in short parts. */
export async function* searchesOfDay(
  payload: Payload,
  day: string,
  columns: readonly string[],
): AsyncGenerator<Row[]> {
  const begin = startOfDay(day)?.getTime() ?? NaN
  const where = between(begin, begin + dayLong)
  const count = await countRows(payload, { collection: 'searches', where })
  // As many parts of the day as keep each short.
  const parts = Math.ceil(count / atOnce)
  const edge = (n: number) => begin + Math.round((n * dayLong) / parts)
  for (let n = 0; n < parts; n += 1) {
    // SQLite answers in the turn it is asked: others have one between.
    await breathe()
    const where = between(edge(n), edge(n + 1))
    yield await readRows(payload, { collection: 'searches', columns, where, limit: 0 })
  }
}

/** Asked from one moment on until before another. */
const between = (from: number, until: number): Where => ({
  and: [
    { at: { greater_than_equal: new Date(from).toISOString() } },
    { at: { less_than: new Date(until).toISOString() } },
    { isTrial: { not_equals: true } },
  ],
})

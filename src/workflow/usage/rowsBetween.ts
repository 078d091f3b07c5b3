import { setImmediate as breathe } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { readRows, type Row } from '@/tables'

/** Rows read at once. */
const atOnce = 1_000

type Rows = {
  collection: 'views' | 'uses' | 'searches'
  columns: readonly string[]
  /** Only rows of which all of these hold. */
  where?: readonly Where[]
  /** In milliseconds; the last instant is not in it. */
  from: number
  until: number
}

/**
 * The rows on record of a time in their order, some at once while others work: SQLite answers in the turn it is asked. The
 * next begin with the moment of the last, as rows of one moment come in any order.
 */
export async function* rowsBetween(
  payload: Payload,
  { collection, columns, where = [], from, until }: Rows,
): AsyncGenerator<Row[]> {
  let begin = new Date(from).toISOString()
  let taken = new Set<unknown>()
  for (;;) {
    await breathe()
    const limit = atOnce + taken.size
    const rows = await readRows(payload, {
      ...{ collection, columns: ['id', 'at', ...columns], sort: 'at', limit },
      where: {
        and: [
          { at: { greater_than_equal: begin } },
          { at: { less_than: new Date(until).toISOString() } },
          ...where,
        ],
      },
    })
    yield rows.filter(({ id }) => !taken.has(id))
    if (rows.length < limit) return
    begin = String(rows.at(-1)?.at)
    taken = new Set(rows.filter(({ at }) => at === begin).map(({ id }) => id))
  }
}

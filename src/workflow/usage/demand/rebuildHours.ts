import type { Payload } from 'payload'
import { dayOf } from '@/shanghaiDay'
import { readRows, type Row } from '@/tables'
import {
  endOf,
  firstHour,
  inTurn,
  keptIn,
  sinceRow,
  workUpDays,
  type Changes,
  type Kept,
  type UsualRow,
  type Worked,
} from './usualHours'

/** Kept while the means are written in place of others. */
const underWay = 'rebuildHours'

/** Was the writing of means interrupted? */
export const isInterrupted = ({ kv }: Payload): Promise<boolean> => kv.has(underWay)

type Rebuilding = { report?: (day: string) => void; signal?: AbortSignal }

/**
 * Makes the means anew from what is on record, with the same result as hour by hour, by working days as they are known
 * now: in memory, so that whoever looks for unusual demand meanwhile finds the old ones, and then written in their place.
 * Of rows that are no longer on record nothing can be made; what they said weighs next to nothing after the half year
 * they are kept. Stopped by the signal it changes nothing; killed while it writes, it is done again before anybody looks
 * for unusual demand (`rebuildWhereDue`).
 */
export const rebuildHours = (
  payload: Payload,
  now = new Date(),
  { report, signal }: Rebuilding = {},
): Promise<void> =>
  inTurn(async () => {
    const [since] = await readRows(payload, {
      ...{ collection: 'usualHours', columns: ['at'], limit: 1 },
      where: { kind: { equals: 'since' } },
    })
    const from = Math.max(since ? Date.parse(String(since.at)) : 0, await firstHour(payload))
    const end = endOf(now)
    if (from >= end) return
    const rows = new Map<string, Row>([['since', sinceRow(from)]])
    for await (const day of workUpDays(payload, { from, end, kept: keptInMemory(rows) })) {
      if (signal?.aborted) return
      report?.(dayOf(new Date(day)))
    }
    const known = await readRows(payload, {
      ...{ collection: 'usualHours', columns: ['id'], limit: 0 },
    })
    const gone = known.map(({ id }) => String(id)).filter((id) => !rows.has(id))
    // As hour by hour: an hour counts as taken once all of it is written.
    const isHour = ({ kind }: Row) => kind === 'hour'
    const put = [...rows.values()].sort((one, other) => Number(isHour(one)) - Number(isHour(other)))
    await payload.kv.set(underWay, { since: now.toISOString() })
    await keptIn(payload).write({ put, gone })
    await payload.kv.delete(underWay)
  })

function keptInMemory(rows: Map<string, Row>): Kept {
  const worked = new Map<number, Worked>()
  const byHour = new Map<number, Map<string, UsualRow>>()
  const take = (row: Row) => {
    const { id, hour, kind, times, at } = row as UsualRow & { at: string }
    rows.set(id, row)
    if (row.kind === 'hour') return worked.set(hour, { times, at: Date.parse(at) })
    const own = byHour.get(hour) ?? new Map<string, UsualRow>()
    return byHour.set(hour, own.set(id, { ...(row as UsualRow), kind }))
  }
  const forget = (id: string) => {
    byHour.get(Number(rows.get(id)?.hour))?.delete(id)
    rows.delete(id)
  }
  return {
    worked: () => Promise.resolve(worked),
    rowsOf: (hours) =>
      Promise.resolve(hours.flatMap((hour) => [...(byHour.get(hour)?.values() ?? [])])),
    write: ({ put, gone }: Changes) => {
      gone.forEach(forget)
      put.forEach(take)
      return Promise.resolve()
    },
  }
}

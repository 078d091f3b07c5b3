import { createLocalReq, type Payload } from 'payload'
import { dayOf, startOfDay } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { keptDaysIn } from '../settings'

const day = 24 * 60 * 60 * 1000
/** Rows deleted in one transaction. */
const atOnce = 500

/** The first day of which readings, searches and uses are kept row by row, as the centre says. */
export async function firstKeptDay(payload: Payload, now = new Date()): Promise<string> {
  const kept = await keptDaysIn(await createLocalReq({}, payload))
  return dayOf(new Date(now.getTime() - kept * day))
}

/**
 * Forgets readings, searches and uses of whole days that have been kept as long as the centre says; the counts of those
 * days stay. So few at a time that others write between them.
 */
export async function purgeUsage(payload: Payload, now = new Date()): Promise<void> {
  const req = await createLocalReq({}, payload)
  const first = startOfDay(await firstKeptDay(payload, now))
  const where = { at: { less_than: first?.toISOString() } }
  for (const collection of ['views', 'searches', 'uses'] as const) {
    for (;;) {
      const asked = { collection, columns: ['id'], where, sort: 'at', limit: atOnce }
      const ids = (await readRows(payload, asked)).map(({ id }) => String(id))
      if (ids.length === 0) break
      await payload.db.deleteMany({ collection, where: { id: { in: ids } }, req })
    }
  }
}

import { createLocalReq, type CollectionSlug, type Payload, type Where } from 'payload'
import { dayOf, startOfDay } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { keptDaysIn } from '../settings'
import { firstLookedAt } from './shows'

const day = 24 * 60 * 60 * 1000
/** Rows deleted in one transaction. */
const atOnce = 500

/** The first day of which readings, searches, uses and what citizens said are kept row by row, as the centre says. */
export async function firstKeptDay(payload: Payload, now = new Date()): Promise<string> {
  const kept = await keptDaysIn(await createLocalReq({}, payload))
  return dayOf(new Date(now.getTime() - kept * day))
}

/**
 * Forgets readings, searches, uses and what citizens said of whole days that have been kept as long as the centre says, and
 * what was unusual of them; the counts of those days stay. And where entries were shown, once hotspots look back on it no
 * more. So few at a time that others write
 * between them.
 */
export async function purgeUsage(payload: Payload, now = new Date()): Promise<void> {
  const first = startOfDay(await firstKeptDay(payload, now))
  const isOver: Where = { at: { less_than: first?.toISOString() } }
  for (const collection of ['views', 'searches', 'uses', 'helpful', 'alerts'] as const)
    await purge(payload, { collection, where: isOver, sort: 'at' })
  const isForgotten: Where = { day: { less_than: firstLookedAt(now) } }
  for (const collection of ['dayShows', 'districtShows'] as const)
    await purge(payload, { collection, where: isForgotten, sort: 'day' })
}

type Purged = { collection: CollectionSlug; where: Where; sort: string }

async function purge(payload: Payload, { collection, where, sort }: Purged): Promise<void> {
  const req = await createLocalReq({}, payload)
  for (;;) {
    const rows = await readRows(payload, {
      collection,
      columns: ['id'],
      where,
      sort,
      limit: atOnce,
    })
    if (rows.length === 0) return
    const ids = rows.map(({ id }) => String(id))
    await payload.db.deleteMany({ collection, where: { id: { in: ids } }, req })
  }
}

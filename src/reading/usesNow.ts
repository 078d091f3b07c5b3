import { readRows, type Database } from '@/tables'
import { keptFor } from '@/tables/keptFor'

/** Entries read less than the most read ones gain nothing by it. */
const most = 500

type Uses = Readonly<Record<string, number>>

/** Counts are rolled up by the minute. */
const kept = keptFor<Uses>({ name: 'uses', time: 60_000 })

/** 阅读次数 of the most read entries, from 0 to 1 by its logarithm: tenfold reading is one step, not ten. */
export const usesNow = (database: Database): Promise<Uses> =>
  kept.now(database.db, () => read(database))

async function read(database: Database): Promise<Uses> {
  const columns = ['id', 'count']
  const rows = await readRows(database, {
    ...{ collection: 'viewed', columns, sort: '-count', limit: most },
  })
  const highest = Math.log1p(Number(rows[0]?.count ?? 0)) || 1
  return Object.fromEntries(
    rows.map(({ id, count }) => [String(id), Math.log1p(Number(count)) / highest]),
  )
}

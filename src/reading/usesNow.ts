import type { Payload } from 'payload'
import { readRows } from '@/tables'

/** Entries read less than the most read ones gain nothing by it. */
const most = 500
/** How long counts are taken as they are, in milliseconds: they are rolled up by the minute. */
const taken = 60_000

type Uses = Readonly<Record<string, number>>

const kept = new WeakMap<object, { readAt: number; uses: Promise<Uses> }>()

/** 阅读次数 of the most read entries, from 0 to 1 by its logarithm: tenfold reading is one step, not ten. */
export function usesNow({ db }: Pick<Payload, 'db'>): Promise<Uses> {
  const known = kept.get(db)
  if (known && Date.now() - known.readAt < taken) return known.uses
  const uses = read({ db })
  kept.set(db, { readAt: Date.now(), uses })
  uses.catch(() => kept.delete(db))
  return uses
}

async function read(database: Pick<Payload, 'db'>): Promise<Uses> {
  const columns = ['id', 'count']
  const rows = await readRows(database, {
    ...{ collection: 'viewed', columns, sort: '-count', limit: most },
  })
  const highest = Math.log1p(Number(rows[0]?.count ?? 0)) || 1
  return Object.fromEntries(
    rows.map(({ id, count }) => [String(id), Math.log1p(Number(count)) / highest]),
  )
}

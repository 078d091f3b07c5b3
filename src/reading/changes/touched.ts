import type { Payload, Where } from 'payload'
import { isOpenTo } from '@/access/audience'
import { readRows } from '@/tables'
import type { Reader } from '../live'
import type { Place } from './place'

const columns = [
  ...(['entry', 'number', 'hash', 'isLive', 'changeSeq', 'slot', 'from', 'until'] as const),
  ...(['validFrom', 'validUntil', 'openToUnits', 'openToPublic', 'unitAbove'] as const),
  ...(['unit', 'unitName', 'unitAboveName', 'categoryKey', 'categoryName'] as const),
] as const

/** A period of an entry that is open to a reader: one that began or ended. */
export type Touched = {
  entry: string
  number: string
  hash: string | null
  isLive: boolean
  changeSeq: number
  slot: string
  from: string
  until: string | null
  validFrom: string | null
  validUntil: string | null
  openToUnits: boolean
  openToPublic: boolean
  unitAbove: string | null
} & PlaceNames

/** Where it stands, as readers are told. */
export type PlaceNames = {
  unit: string
  unitName: string
  unitAboveName: string | null
  categoryKey: string | null
  categoryName: string | null
}

/** Where a change may be read up to: none at or below it is written later. */
export type End = { change: number; witness: string | null }

/**
 * The last change below which all are written. Each takes its number in its transaction and holds the counter until that
 * ends, so they are seen in their order; where the database has no transactions (`mayComeLate`), every step says beforehand
 * which number its own are above, and is waited for.
 */
export async function endOf(payload: Payload, mayComeLate: boolean): Promise<End> {
  const last = await lastUpTo(payload)
  if (!mayComeLate || last.change === 0) return last
  // After the last was read: what has a number up to it had said so before.
  const open = await readRows(payload, {
    ...{ collection: 'register', columns: ['intent'], where: { intent: { exists: true } } },
    limit: 0,
  })
  const above = open.map(({ intent }) => {
    const { changesAbove = 0 } = JSON.parse(String(intent)) as { changesAbove?: number }
    return changesAbove
  })
  const until = Math.min(last.change, ...above)
  return until < last.change ? lastUpTo(payload, until) : last
}

async function lastUpTo(payload: Payload, change?: number): Promise<End> {
  const [row] = await readRows(payload, {
    ...{ collection: 'publications', columns: ['changeSeq', 'openedBy', 'closedBy'] },
    ...(change === undefined ? {} : { where: { changeSeq: { less_than_equal: change } } }),
    ...{ sort: '-changeSeq', limit: 1 },
  })
  if (!row) return { change: 0, witness: null }
  return { change: Number(row.changeSeq), witness: String(row.closedBy ?? row.openedBy) }
}

/** Is it a decision of this city, as it is now? */
export async function isKnown(payload: Payload, { witness }: Place): Promise<boolean> {
  if (witness === null) return true
  const where = { id: { equals: witness } }
  return (
    (await readRows(payload, { collection: 'decisions', columns: ['id'], where, limit: 1 }))
      .length > 0
  )
}

/** Periods that are open to the reader, up to which change all were looked at, and whether it is the last there is. */
type Found = { rows: Touched[]; change: number; isEnd: boolean }

/**
 * Periods that began or ended by a change after a place, in their order, among the next so many. Whose they are is asked
 * here: SQLite would take the index of who may see them, and walk through all of theirs.
 */
export async function changedAfter(
  { payload, audience }: Reader,
  { change, begunAt }: Pick<Place, 'change' | 'begunAt'>,
  { end, limit }: { end: End; limit: number },
): Promise<Found> {
  const rows = (await readRows(payload, {
    ...{ collection: 'publications', columns, sort: 'changeSeq', limit },
    where: { changeSeq: { greater_than: change, less_than_equal: end.change } },
  })) as Touched[]
  const isEnd = rows.length < limit
  return {
    rows: rows.filter((row) => isOpenTo(audience, row) && (row.isLive || row.changeSeq > begunAt)),
    change: isEnd ? Math.max(change, end.change) : rows.at(-1)!.changeSeq,
    isEnd,
  }
}

/** What begins or ends by the clock: when readers see that it has, in milliseconds. */
export type ByClock = { at: number; row: Touched }

/** Live texts behind a place whose validity began or ended since, in the order of the clock. */
export async function turnedSince(reader: Reader, place: Place, limit: number): Promise<ByClock[]> {
  const [begun, over] = await Promise.all([
    turned(reader, place, { column: 'validFrom', later: 0, limit }),
    // The last instant belongs to it.
    turned(reader, place, { column: 'validUntil', later: 1, limit }),
  ])
  return [...begun, ...over]
    .sort((one, other) => one.at - other.at || (one.row.slot < other.row.slot ? -1 : 1))
    .slice(0, limit)
}

type Edge = { column: 'validFrom' | 'validUntil'; later: 0 | 1; limit: number }

async function turned(reader: Reader, place: Place, { column, later, limit }: Edge) {
  const iso = (at: number) => new Date(at - later).toISOString()
  const found: ByClock[] = []
  for (let { at, entry } = place; ;) {
    const isBehind: Where = { slot: { greater_than: entry ?? '' } }
    const from: Where[] =
      entry === null
        ? [{ [column]: { greater_than: iso(at) } }]
        : [
            { [column]: { greater_than_equal: iso(at) } },
            { or: [{ [column]: { greater_than: iso(at) } }, isBehind] },
          ]
    const rows = (await readRows(reader.payload, {
      ...{ collection: 'publications', columns, sort: [column, 'slot'], limit },
      where: { and: [...from, { [column]: { less_than_equal: iso(reader.now.getTime()) } }] },
    })) as Touched[]
    // What is closed by now, or comes after the place, is told where its change is.
    const own = rows.filter(
      (row) => row.isLive && row.changeSeq <= place.change && isOpenTo(reader.audience, row),
    )
    found.push(...own.map((row) => ({ at: Date.parse(row[column]!) + later, row })))
    const last = rows.at(-1)
    if (!last || rows.length < limit || found.length >= limit) return found
    at = Date.parse(last[column]!) + later
    entry = last.slot
  }
}

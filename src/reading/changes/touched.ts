import type { Payload, Where } from 'payload'
import { opensTo } from '@/access/audience'
import { readRows } from '@/tables'
import type { Reader } from '../live'
import type { Place } from './place'

const columns = [
  ...(['entry', 'number', 'hash', 'isLive', 'changeSeq', 'slot', 'from', 'until'] as const),
  ...(['validFrom', 'validUntil'] as const),
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

/** Periods that began or ended by a change after a place, in their order. */
export async function changedAfter(
  { payload, audience }: Reader,
  place: Pick<Place, 'change' | 'begunAt'>,
  { end, limit }: { end: End; limit: number },
): Promise<Touched[]> {
  const isNew: Where[] = [
    { isLive: { equals: true } },
    { changeSeq: { greater_than: place.begunAt } },
  ]
  const where: Where = {
    and: [
      { changeSeq: { greater_than: place.change, less_than_equal: end.change } },
      ...(place.begunAt > 0 ? [{ or: isNew }] : []),
      ...opensTo(audience),
    ],
  }
  const asked = { collection: 'publications', columns, where, sort: 'changeSeq', limit } as const
  return (await readRows(payload, asked)) as Touched[]
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
  const after: Where[] = [{ [column]: { greater_than: iso(place.at) } }]
  if (place.entry !== null)
    after.push({
      and: [{ [column]: { equals: iso(place.at) } }, { slot: { greater_than: place.entry } }],
    })
  const where: Where = {
    and: [
      { isLive: { equals: true } },
      { or: after },
      { [column]: { less_than_equal: iso(reader.now.getTime()) } },
      // What comes after is told as it is when it comes.
      { changeSeq: { less_than_equal: place.change } },
      ...opensTo(reader.audience),
    ],
  }
  const asked = {
    collection: 'publications',
    columns,
    where,
    sort: [column, 'slot'],
    limit,
  } as const
  const rows = (await readRows(reader.payload, asked)) as Touched[]
  return rows.map((row): ByClock => ({ at: Date.parse(row[column]!) + later, row }))
}

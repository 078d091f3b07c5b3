import type { Payload, Where } from 'payload'
import { countRows, liveInOrder, liveWhere, readRows } from '@/tables'
import { indexedColumns, type IndexedRow } from './toSearchDocument'

/** A row of `publications` as far as the order of changes is concerned. */
export type ChangeRow = { id: string; entry: string; isLive: boolean; changeSeq: number }

/** A live row as far as an index can be compared with it. */
export type LiveChange = Pick<ChangeRow, 'entry' | 'changeSeq'>

const collection = 'publications'
const PAGE = 500
const COMPARED_AT_ONCE = 5_000

/** Rows whose change the index has not taken yet, oldest change first. */
export async function dirtyRows(payload: Payload, limit: number): Promise<ChangeRow[]> {
  return changes(payload, { dirty: { equals: true } }, limit)
}

/** Every row of these entries, live and closed, as they stood at one instant. */
export async function rowsOf(payload: Payload, entries: readonly string[]): Promise<ChangeRow[]> {
  return changes(payload, { entry: { in: entries } }, 0)
}

async function changes(payload: Payload, where: Where, limit: number): Promise<ChangeRow[]> {
  const columns = ['id', 'entry', 'isLive', 'changeSeq']
  const rows = await readRows(payload, { collection, columns, where, sort: 'changeSeq', limit })
  return rows.map((row) => ({ ...(row as ChangeRow), isLive: row.isLive === true }))
}

/** The live rows of these entries. */
export async function liveRowsOf(
  payload: Payload,
  entries: readonly string[],
): Promise<IndexedRow[]> {
  const where = { slot: { in: entries } }
  return (await readRows(payload, {
    ...{ collection, columns: indexedColumns, where, limit: 0 },
  })) as IndexedRow[]
}

/** All live rows behind an entry's, in the order of the entries' ids; the whole library need not fit in memory. */
export function liveRows(payload: Payload, after: string | null): AsyncGenerator<IndexedRow> {
  return liveInOrder<IndexedRow>(payload, { columns: indexedColumns, after, limit: PAGE })
}

/** The same rows as far as they are compared. */
export function liveChanges(payload: Payload): AsyncGenerator<LiveChange> {
  const columns = ['entry', 'changeSeq']
  return liveInOrder<LiveChange>(payload, { columns, limit: COMPARED_AT_ONCE })
}

/** How many entries are live; up to and with this one in the order of `liveRows`, where one is named. */
export async function countLive(payload: Payload, until?: string): Promise<number> {
  const where = liveWhere(until === undefined ? [] : [{ slot: { less_than_equal: until } }])
  return countRows(payload, { collection, where })
}

/**
 * Clears the marks of these rows, but not of those that changed again since they were read. In one call:
 * on SQLite one transaction, on MongoDB one command that compares each row as it writes it.
 */
export async function clearMarks(payload: Payload, rows: readonly ChangeRow[]): Promise<void> {
  const same = ({ id, changeSeq }: ChangeRow): Where => ({
    and: [{ id: { equals: id } }, { changeSeq: { equals: changeSeq } }],
  })
  await payload.db.updateMany({
    collection,
    where: { or: rows.map(same) },
    data: { dirty: false },
    returning: false,
  })
}

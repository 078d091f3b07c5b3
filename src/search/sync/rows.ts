import type { Payload, Where } from 'payload'
import { indexedColumns, type IndexedRow } from './toSearchDocument'

/** A row of `publications` as far as the order of changes is concerned. */
export type ChangeRow = { id: string; entry: string; isLive: boolean; changeSeq: number }

const all = {
  collection: 'publications',
  depth: 0,
  pagination: false,
  overrideAccess: true,
} as const
const PAGE = 500

/** Rows whose change the index has not taken yet, oldest change first. */
export async function dirtyRows(payload: Payload, limit: number): Promise<ChangeRow[]> {
  return changes(payload, { dirty: { equals: true } }, limit)
}

/** Every row of these entries, live and closed, as they stood at one instant. */
export async function rowsOf(payload: Payload, entries: readonly string[]): Promise<ChangeRow[]> {
  return changes(payload, { entry: { in: entries } }, 0)
}

async function changes(payload: Payload, where: Where, limit: number): Promise<ChangeRow[]> {
  const { docs } = await payload.find({
    ...all,
    overrideAccess: true,
    where,
    sort: 'changeSeq',
    limit,
    select: { entry: true, isLive: true, changeSeq: true },
  })
  return docs.map((row) => ({ ...row, isLive: row.isLive === true }))
}

/** The live rows of these entries. */
export async function liveRowsOf(
  payload: Payload,
  entries: readonly string[],
): Promise<IndexedRow[]> {
  const { docs } = await payload.find({
    ...all,
    overrideAccess: true,
    where: { slot: { in: entries } },
    limit: 0,
    select: indexedColumns,
  })
  return docs
}

/** All live rows, page by page: the whole library need not fit in memory. */
export async function* liveRows(payload: Payload): AsyncGenerator<IndexedRow> {
  for (let after = ''; ;) {
    const { docs } = await payload.find({
      ...all,
      overrideAccess: true,
      where: { and: [{ isLive: { equals: true } }, { id: { greater_than: after } }] },
      sort: 'id',
      limit: PAGE,
      select: indexedColumns,
    })
    yield* docs
    const last = docs.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Clears the mark unless the row has changed again since it was read. */
export async function clearMark(payload: Payload, { id, changeSeq }: ChangeRow): Promise<void> {
  // One statement on both adapters; Payload's types do not name the option.
  const options = { atomic: true }
  await payload.db.updateOne({
    collection: 'publications',
    where: { and: [{ id: { equals: id } }, { changeSeq: { equals: changeSeq } }] },
    data: { dirty: false },
    options,
  })
}

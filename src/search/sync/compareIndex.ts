import type { Payload } from 'payload'
import type { VersionedId } from '../types'
import { dirtyRows, liveChanges } from './rows'

export type IndexDifference = {
  /** Live, but not in the index: entry ids. */
  missing: string[]
  /** In the index at an older version than the live one: entry ids. */
  stale: string[]
  /** In the index, but not live. */
  surplus: VersionedId[]
  /** In the index at a newer version than the database has ever given: it was put back to an earlier day. */
  ahead: VersionedId[]
  isEmpty: boolean
}

/**
 * Compares what an index holds with the live rows. The index is read first: what it holds then was committed
 * before, so a row that is not found afterwards is really gone.
 */
export async function compareIndex(
  payload: Payload,
  held: AsyncIterable<VersionedId>,
): Promise<IndexDifference> {
  const indexed = new Map<string, number>()
  for await (const { id, version } of held) indexed.set(id, version)
  const found: IndexDifference = {
    ...{ missing: [], stale: [], surplus: [], ahead: [] },
    isEmpty: indexed.size === 0,
  }
  for await (const { entry, changeSeq } of liveChanges(payload)) {
    const version = indexed.get(entry)
    if (version === undefined) found.missing.push(entry)
    else if (version < changeSeq) found.stale.push(entry)
    else if (version > changeSeq) found.ahead.push({ id: entry, version })
    indexed.delete(entry)
  }
  found.surplus = [...indexed].map(([id, version]) => ({ id, version }))
  return found
}

/** The same without the entries whose last change waits for the index: those are the dirty marks' business. */
export async function compareSettled(
  payload: Payload,
  held: AsyncIterable<VersionedId>,
): Promise<IndexDifference> {
  const found = await compareIndex(payload, held)
  const waiting = new Set((await dirtyRows(payload, 0)).map(({ entry }) => entry))
  const isSettled = (entry: string) => !waiting.has(entry)
  return {
    ...found,
    missing: found.missing.filter(isSettled),
    stale: found.stale.filter(isSettled),
    surplus: found.surplus.filter(({ id }) => isSettled(id)),
  }
}

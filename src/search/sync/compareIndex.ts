import type { Payload } from 'payload'
import type { SearchEngine, VersionedId } from '../types'
import { liveRows } from './rows'

export type IndexDifference = {
  /** Live, but not in the index at their version: entry ids. */
  missing: string[]
  /** In the index, but not live. */
  surplus: VersionedId[]
  /** The index knows changes the database does not: the database was put back to an earlier day. */
  isAhead: boolean
  isEmpty: boolean
}

/**
 * Compares the index with the live rows. The index is read first: what it holds then was committed
 * before, so a row that is not found afterwards is really gone.
 */
export async function compareIndex(
  payload: Payload,
  engine: SearchEngine,
): Promise<IndexDifference> {
  const indexed = new Map<string, number>()
  for await (const { id, version } of engine.scan()) indexed.set(id, version)
  const isEmpty = indexed.size === 0
  const missing: string[] = []
  let isAhead = false
  for await (const { entry, changeSeq } of liveRows(payload)) {
    const version = indexed.get(entry)
    if (version === undefined || version < changeSeq) missing.push(entry)
    else if (version > changeSeq) isAhead = true
    indexed.delete(entry)
  }
  const surplus = [...indexed].map(([id, version]) => ({ id, version }))
  return { missing, surplus, isAhead, isEmpty }
}

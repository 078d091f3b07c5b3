import type { Payload } from 'payload'
import type { SearchEngine, VersionedId } from '../types'
import { clearMarks, dirtyRows, liveRowsOf, rowsOf, type ChangeRow } from './rows'
import { toSearchDocument } from './toSearchDocument'

const AT_ONCE = 100

/**
 * Takes one batch of changes to the index and says how many rows it was. What the index gets is read
 * again from the database, so repeated, late and interrupted runs do no harm.
 */
export async function syncChanges(payload: Payload, engine: SearchEngine): Promise<number> {
  const dirty = await dirtyRows(payload, AT_ONCE)
  if (dirty.length === 0) return 0
  // Live or not, and the highest change, come from one reading: an entry that goes live a moment later
  // has a higher change, which a removal made of this reading cannot undo.
  const rows = await rowsOf(payload, [...new Set(dirty.map(({ entry }) => entry))])
  const live = await liveRowsOf(payload, entriesOf(rows.filter(({ isLive }) => isLive)))
  await engine.remove(goneOf(rows))
  await engine.put(live.map(toSearchDocument))
  await clearMarks(payload, dirty)
  return dirty.length
}

/** Entries without a live row, each at the highest change of its rows. */
function goneOf(rows: readonly ChangeRow[]): VersionedId[] {
  const live = new Set(entriesOf(rows.filter(({ isLive }) => isLive)))
  const latest = new Map<string, number>()
  for (const { entry, changeSeq } of rows) {
    if (!live.has(entry)) latest.set(entry, Math.max(changeSeq, latest.get(entry) ?? 0))
  }
  return [...latest].map(([id, version]) => ({ id, version }))
}

function entriesOf(rows: readonly ChangeRow[]): string[] {
  return [...new Set(rows.map(({ entry }) => entry))]
}

import type { Reader } from './live'
import { begin, lastingOfEntry } from './periods'
import { changesBetween, type Changed } from './updateChanges'

/** What changed of an entry, and since when it is so; ISO 8601. */
export type EntryChange = { at: string; changes: Changed[] }

const mostTold = 3

/**
 * The latest changes of an entry that this reader reads, the newest first: from text to text as they could be read without
 * a break, so that what was taken down or closed meanwhile comes back by no side door. Rejects as the database does.
 */
export async function readEntryChanges(reader: Reader, entry: string): Promise<EntryChange[]> {
  const lasting = await lastingOfEntry(reader, entry)
  const pairs = lasting.flatMap((after, at) => {
    const before = lasting[at - 1]
    return before && before.hash !== after.hash ? [{ before, after }] : []
  })
  const latest = pairs.slice(-mostTold).toReversed()
  const changes = await changesBetween(reader.payload, latest)
  return latest.map(({ after }, at) => ({ at: begin(after), changes: changes[at] ?? [] }))
}

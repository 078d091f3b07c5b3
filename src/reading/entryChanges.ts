import { readRows } from '@/tables'
import { summaryColumns } from './entrySummary'
import type { Reader } from './live'
import { begin, isSeenBy, lastingOf, touchedColumns, type Touched } from './periods'
import { changesOf, wholeColumns, type Changed, type Whole } from './updateChanges'

/** What changed of an entry, and since when it is so; ISO 8601. */
export type EntryChange = { at: string; changes: Changed[] }

const mostTold = 3

/**
 * The latest changes of an entry that this reader reads, the newest first: from text to text as they could be read without
 * a break, so that what was taken down or closed meanwhile comes back by no side door. Rejects as the database does.
 */
export async function readEntryChanges(reader: Reader, entry: string): Promise<EntryChange[]> {
  const rows = (await readRows(reader.payload, {
    collection: 'publications',
    columns: touchedColumns,
    where: { entry: { equals: entry } },
    sort: 'from',
    limit: 0,
  })) as Touched[]
  const lasting = lastingOf(
    reader,
    rows.filter((row) => isSeenBy(reader, row)),
  )
  const pairs = lasting.flatMap((row, at) => {
    const before = lasting[at - 1]
    return before && before.hash !== row.hash ? [{ before, row }] : []
  })
  const latest = pairs.slice(-mostTold).toReversed()
  if (latest.length === 0) return []
  const wholes = await wholesOf(reader, latest)
  const told: EntryChange[] = []
  for (const { before, row } of latest) {
    const [was, is] = [wholes.get(before.id), wholes.get(row.id)]
    if (was && is) told.push({ at: begin(row), changes: await changesOf(was, is) })
  }
  return told
}

async function wholesOf({ payload }: Reader, pairs: readonly { before: Touched; row: Touched }[]) {
  const ids = new Set(pairs.flatMap(({ before, row }) => [before.id, row.id]))
  const rows = (await readRows(payload, {
    collection: 'publications',
    columns: ['id', ...summaryColumns, ...wholeColumns],
    where: { id: { in: [...ids] } },
    limit: 0,
  })) as Whole[]
  return new Map(rows.map((row) => [row.id, row]))
}

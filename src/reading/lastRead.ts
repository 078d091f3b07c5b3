import type { Where } from 'payload'
import { readRows } from '@/tables'
import type { Reader } from './live'
import { begin, end, lastingOfEntry } from './periods'
import { changesBetween, type Changed } from './updateChanges'

/** What changed in an entry since somebody read it last. */
export type SinceLastRead = {
  /** When they read the text before. */
  readAt: string
  /** Which of its texts that was. */
  revision: number
  changes: Changed[]
}

/** Opened again within an hour it is one reading; in milliseconds. */
const oneReading = 60 * 60_000

/**
 * 与上次阅读相比: what is otherwise in the text that is live now than in the one this person read last, as their own record
 * of views has it; null where they never read another one, or have read this one before today's reading. What of the
 * text before they may no longer see is not told. Rejects as the database does.
 */
export async function sinceLastRead(
  reader: Reader,
  { entry, person }: { entry: string; person: string },
): Promise<SinceLastRead | null> {
  const periods = await lastingOfEntry(reader, entry)
  const live = periods.at(-1)
  if (!live) return null
  const since = begin(periods[periods.findLastIndex(({ hash }) => hash !== live.hash) + 1]!)
  const own: Where[] = [{ reader: { equals: person } }, { entry: { equals: entry } }]
  const lastView = async (...when: Where[]) => {
    const [view] = await readRows(reader.payload, {
      ...{ collection: 'views', columns: ['at'], sort: '-at', limit: 1 },
      where: { and: [...own, ...when] },
    })
    return view ? String(view.at) : null
  }
  const thisReading = new Date(reader.now.getTime() - oneReading).toISOString()
  const known = await lastView(
    { at: { greater_than_equal: since } },
    { at: { less_than: thisReading } },
  )
  const readAt = known ? null : await lastView({ at: { less_than: since } })
  const then = readAt && periods.findLast((row) => begin(row) <= readAt && end(row) > readAt)
  if (!readAt || !then || then.hash === live.hash) return null
  const [changes = []] = await changesBetween(reader.payload, [{ before: then, after: live }])
  return changes.length > 0 ? { readAt, revision: then.revision, changes } : null
}

import type { Where } from 'payload'
import { isVisibleTo } from '@/access/audience'
import { readRows } from '@/tables'
import { summaryColumns } from './entrySummary'
import type { Reader } from './live'
import { changesOf, wholeColumns, type Changed, type Whole } from './updateChanges'

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

const periodColumns = [
  ...(['id', 'hash', 'revision', 'isLive', 'from', 'until', 'unit', 'unitAbove'] as const),
  ...(['openToUnits', 'openToPublic'] as const),
] as const

type Period = {
  id: string
  hash: string | null
  revision: number
  isLive: boolean
  from: string
  until: string | null
  unit: string
  unitAbove: string | null
  openToUnits: boolean
  openToPublic: boolean
}

/**
 * 与上次阅读相比: what is otherwise in the text that is live now than in the one this person read last, as their own record
 * of views has it; null where they never read another one, or have read this one before today's reading. What of the
 * text before they may no longer see is not told. Rejects as the database does.
 */
export async function sinceLastRead(
  reader: Reader,
  { entry, person }: { entry: string; person: string },
): Promise<SinceLastRead | null> {
  const periods = lasting(await periodsSeen(reader, entry))
  const live = periods.at(-1)
  if (!live) return null
  const since = periods[periods.findLastIndex(({ hash }) => hash !== live.hash) + 1]!.from
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
  const then = periods.findLast(
    ({ from, until }) => readAt && from <= readAt && (until ?? '9') > readAt,
  )
  if (!readAt || !then || then.hash === live.hash) return null
  const [before, after] = await wholes(reader, then.id, live.id)
  if (!before || !after) return null
  return { readAt, revision: then.revision, changes: await changesOf(before, after) }
}

/**
 * Those that led to the live one without a break: what was withdrawn between is not told again as what changed, as in
 * `updates.ts`. None where nothing is live.
 */
function lasting(periods: readonly Period[]): Period[] {
  const live = periods.find(({ isLive }) => isLive)
  const found = live ? [live] : []
  for (;;) {
    const before = periods.find(({ until }) => until !== null && until === found[0]?.from)
    if (!before) return found
    found.unshift(before)
  }
}

/** The periods of an entry that this reader may see, in order. */
async function periodsSeen({ payload, audience, now }: Reader, entry: string): Promise<Period[]> {
  const rows = (await readRows(payload, {
    ...{ collection: 'publications', columns: periodColumns, sort: 'from', limit: 0 },
    where: { entry: { equals: entry } },
  })) as Period[]
  return rows.filter(
    (row) =>
      (row.until === null || row.from < row.until) &&
      isVisibleTo(audience, { ...row, validFrom: null, validUntil: null }, now.getTime()),
  )
}

async function wholes({ payload }: Reader, ...ids: string[]): Promise<(Whole | undefined)[]> {
  const rows = (await readRows(payload, {
    ...{
      collection: 'publications',
      columns: ['id', ...summaryColumns, ...wholeColumns],
      limit: 0,
    },
    where: { id: { in: ids } },
  })) as Whole[]
  return ids.map((id) => rows.find((row) => row.id === id))
}

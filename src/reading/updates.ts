import type { Where } from 'payload'
import { isVisibleTo, type Visible } from '@/access/audience'
import { filedIn } from '@/access/listFilter'
import { excerptsOf, wordDiff, type Part } from '@/search/text/wordDiff'
import { readRows } from '@/tables'
import { entrySummary, summaryColumns, type EntrySummary } from './entrySummary'
import type { EntryFilters } from './listEntries'
import type { LiveRow, Reader } from './live'
import { readWithdrawn } from './readWithdrawn'

/** What came, changed or went, as one reader sees it; each entry once, as it was then and as it is now. */
export type Update = {
  kind: 'approved' | 'changed' | 'withdrawn'
  /** When it came to be as it is now; ISO 8601. */
  at: string
  /** As it is now; of what was withdrawn as it was then. */
  entry: EntrySummary
  /** Of what changed: where, word by word, with a little around it. */
  changes: { field: Field; parts: Part[] }[]
  /** Of what was withdrawn: what readers are told, and the number of what stands in its place, where there is one. */
  sentence: string | null
  successor: string | null
}

export type UpdatePage = { updates: Update[]; total: number; page: number; pageSize: number }

export const updatesOnPage = 20

/** The updates since a moment, the newest first. Rejects as the database does. */
export async function readUpdates(
  reader: Reader,
  { since, unit, category, page = 1 }: EntryFilters & { since: Date; page?: number },
): Promise<UpdatePage> {
  const moved = byEntry(await touchedSince(reader, { since, unit, category }))
  const all = moved
    .flatMap((rows) => updateOf(reader, rows, since) ?? [])
    .sort((one, other) => (one.at < other.at ? 1 : -1))
  const shown = all.slice((page - 1) * updatesOnPage, page * updatesOnPage)
  const updates = await told(reader, shown)
  return { updates, total: all.length, page, pageSize: updatesOnPage }
}

const touchedColumns = [
  ...(['id', 'entry', 'hash', 'isLive', 'from', 'until', 'unit', 'unitAbove'] as const),
  ...(['openToUnits', 'openToPublic', 'validFrom', 'validUntil'] as const),
] as const

type Touched = {
  id: string
  entry: string
  hash: string | null
  isLive: boolean
  from: string
  until: string | null
  unit: string
  unitAbove: string | null
  openToUnits: boolean
  openToPublic: boolean
  validFrom: string | null
  validUntil: string | null
}

/** Every period in which an entry looked the same that began or ended since. */
async function touchedSince(
  { payload }: Reader,
  { since, unit, category }: EntryFilters & { since: Date },
): Promise<Touched[]> {
  const moment = since.toISOString()
  const conditions: Where[] = [
    { or: [{ from: { greater_than: moment } }, { until: { greater_than: moment } }] },
  ]
  if (unit) conditions.push(filedIn(unit))
  if (category) conditions.push({ categoryKey: { equals: category } })
  const rows = await readRows(payload, {
    collection: 'publications',
    columns: touchedColumns,
    where: { and: conditions },
    sort: '-from',
    limit: 0,
  })
  return rows as Touched[]
}

function byEntry(rows: readonly Touched[]): Touched[][] {
  const grouped = new Map<string, Touched[]>()
  for (const row of rows) grouped.set(row.entry, [...(grouped.get(row.entry) ?? []), row])
  return [...grouped.values()]
}

type Found = { kind: Update['kind']; at: string; now?: Touched; then?: Touched }

/** What of an entry is new to this reader; null where to them all is as it was. */
function updateOf({ audience, now }: Reader, rows: readonly Touched[], since: Date): Found | null {
  const moment = since.toISOString()
  const live = rows.find(({ isLive }) => isLive)
  const before = rows.find(({ from, until }) => from <= moment && (until ?? moment) >= moment)
  const isSeen = (row: Touched | undefined, at: Date) =>
    row !== undefined && isVisibleTo(audience, visibleOf(row), at.getTime())
  const isNow = isSeen(live, now)
  const wasThen = isSeen(before, since)
  if (live && isNow && !wasThen) return { kind: 'approved', at: live.from, now: live }
  if (live && before && isNow && live.hash !== before.hash)
    return { kind: 'changed', at: live.from, now: live, then: before }
  if (isNow) return null
  // Also what came and went meanwhile: somebody may have told it to a caller.
  const [last] = rows
    .filter((row) => !row.isLive && isSeen(row, new Date(Math.max(Date.parse(row.from), +since))))
    .sort((one, other) => ((one.until ?? '') < (other.until ?? '') ? 1 : -1))
  // What expired is over by itself.
  const isOver = last?.validUntil && last.validUntil < now.toISOString()
  return last && !isOver ? { kind: 'withdrawn', at: last.until ?? last.from, then: last } : null
}

const instant = (date: string | null): number | null => (date ? Date.parse(date) : null)

const visibleOf = ({ validFrom, validUntil, ...row }: Touched): Visible => ({
  ...row,
  validFrom: instant(validFrom),
  validUntil: instant(validUntil),
})

const fields = ['title', 'summary', 'plain'] as const
type Field = (typeof fields)[number]
type Whole = Pick<LiveRow, (typeof summaryColumns)[number]> & { id: string; plain: string | null }

/** With their texts; one after the other, because words are compared here. */
async function told(reader: Reader, found: readonly Found[]): Promise<Update[]> {
  const ids = found.flatMap(({ now, then }) => [now?.id, then?.id].filter((id) => id !== undefined))
  const rows = (await readRows(reader.payload, {
    collection: 'publications',
    columns: ['id', ...summaryColumns, 'plain'],
    where: { id: { in: ids } },
    limit: 0,
  })) as Whole[]
  const known = new Map(rows.map((row) => [row.id, row]))
  const updates: Update[] = []
  for (const { kind, at, now, then } of found) {
    const [after, before] = [known.get(now?.id ?? ''), known.get(then?.id ?? '')]
    const row = after ?? before
    if (!row) continue
    const gone = kind === 'withdrawn' ? await readWithdrawn(reader, row.number) : null
    updates.push({
      ...{ kind, at },
      // Of what was taken down nobody is given the answer.
      entry: after ? entrySummary(row) : { ...entrySummary(row), summary: '' },
      changes: after && before ? changesOf(before, after) : [],
      ...{ sentence: gone?.sentence || null, successor: gone?.successor ?? null },
    })
    await new Promise(setImmediate)
  }
  return updates
}

const changesOf = (before: Whole, after: Whole): Update['changes'] =>
  fields
    .map((field) => ({ field, was: before[field] ?? '', is: after[field] ?? '' }))
    .filter(({ was, is }) => was !== is)
    .map(({ field, was, is }) => ({ field, parts: excerptsOf(wordDiff(was, is)) }))

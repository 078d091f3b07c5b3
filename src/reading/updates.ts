import type { Where } from 'payload'
import { readRows } from '@/tables'
import { entrySummary, type EntrySummary } from './entrySummary'
import type { EntryFilters } from './listEntries'
import type { Reader } from './live'
import { begin, end, isSeenBy, lastingOf, touchedColumns, type Touched } from './periods'
import { readWithdrawn } from './readWithdrawn'
import { changesOf, wholesOf, type Changed } from './updateChanges'

/** What came, changed or went, as one reader sees it; each entry once, as it was then and as it is now. */
export type Update = {
  kind: 'approved' | 'changed' | 'withdrawn'
  /** Since when it is as it is now; ISO 8601. */
  at: string
  /** As it is now; of what was withdrawn as it was then, without its answer, and for citizens without its title. */
  entry: EntrySummary
  /** Of what changed: where, word by word, with a little around it. */
  changes: Changed[]
  /** Of what was withdrawn: what readers are told, and the number of what stands in its place, where there is one. */
  sentence: string | null
  successor: string | null
}

export type UpdatePage = { updates: Update[]; total: number; page: number; pageSize: number }

export const updatesOnPage = 20

type Asked = EntryFilters & {
  since: Date
  page?: number
  /** Without what changed by words. */
  isBrief?: boolean
}

/** The updates since a moment, the newest first. Rejects as the database does. */
export async function readUpdates(reader: Reader, asked: Asked): Promise<UpdatePage> {
  const { since, page = 1, isBrief = false } = asked
  const isWanted = (row: Touched) => isFiledIn(row, asked)
  const all = await foundAmong(reader, await touchedSince(reader, since), { since, isWanted })
  const shown = all.slice((page - 1) * updatesOnPage, page * updatesOnPage)
  const updates = await told(reader, shown, isBrief)
  return { updates, total: all.length, page, pageSize: updatesOnPage }
}

/** What somebody follows: everything of these units, with what lies below them, and of these categories in all units. */
export type Followed = { units: readonly string[]; categories: readonly string[] }

/** An update as it may be told outside: nothing of its text. */
export type UpdateSign = { kind: Update['kind']; at: string; number: string }

/**
 * Finds the updates since a moment of what somebody follows, the newest first, for many people one after the other: what
 * was touched since the same moment is read once. For one turn, as it does not look again. Rejects as the database does.
 */
export function followedUpdates() {
  let last: { since: number; entries: Promise<Entries> } | null = null
  return async (
    reader: Reader,
    { since, units, categories }: Followed & { since: Date },
  ): Promise<UpdateSign[]> => {
    if (last?.since !== since.getTime())
      last = { since: since.getTime(), entries: touchedSince(reader, since) }
    const isWanted = (row: Touched) =>
      units.some((unit) => isFiledIn(row, { unit })) ||
      categories.some((category) => isFiledIn(row, { category }))
    const found = await foundAmong(reader, await last.entries, { since, isWanted })
    return found.map(({ kind, at, then }) => ({ kind, at, number: then.number }))
  }
}

type Wanted = { since: Date; isWanted: (row: Touched) => boolean }

/** What is new to this reader of what is wanted, the newest first. */
async function foundAmong(reader: Reader, entries: Entries, { since, isWanted }: Wanted) {
  const found: Found[] = []
  for (const rows of entries) {
    // What was never filed there needs no comparing.
    const one = rows.some(isWanted) ? updateOf(reader, rows, since) : null
    if (one && isWanted(one.now ?? one.then)) found.push(one)
  }
  const all = await withoutGone(reader, found)
  return all.sort((one, other) => (one.at < other.at ? 1 : -1))
}

/** Of each entry its periods, in order. */
type Entries = readonly (readonly Touched[])[]

/** Every period that began or ended since: of an entry that has one these are all that there were since. */
async function touchedSince({ payload, now }: Reader, since: Date): Promise<Entries> {
  const after = { greater_than: since.toISOString() }
  const isValidSince: Where[] = [
    { isLive: { equals: true } },
    { validFrom: { ...after, less_than_equal: now.toISOString() } },
  ]
  const rows = await readRows(payload, {
    collection: 'publications',
    columns: touchedColumns,
    where: { or: [{ from: after }, { until: after }, { and: isValidSince }] },
    limit: 0,
  })
  return byEntry(rows as Touched[])
}

function byEntry(rows: readonly Touched[]): Entries {
  const grouped = new Map<string, Touched[]>()
  for (const row of rows) {
    const known = grouped.get(row.entry)
    if (known) known.push(row)
    else grouped.set(row.entry, [row])
  }
  for (const some of grouped.values()) some.sort((one, other) => (one.from < other.from ? -1 : 1))
  return [...grouped.values()]
}

const isFiledIn = (row: Touched, { unit, category }: EntryFilters): boolean =>
  (!unit || row.unit === unit || row.unitAbove === unit) &&
  (!category || row.categoryKey === category)

type Found = { kind: Update['kind']; at: string; then: Touched; now?: Touched }

/** What of an entry is new to this reader; null where to them all is as it was. */
function updateOf(reader: Reader, rows: readonly Touched[], since: Date): Found | null {
  const seen = rows.filter((row) => isSeenBy(reader, row))
  const lasting = lastingOf(reader, seen)
  const live = lasting.at(-1)
  if (!live) return wentAway(seen, since.toISOString(), reader.now.toISOString())
  const changedAt = lasting.findLastIndex(({ hash }) => hash !== live.hash) + 1
  const at = begin(lasting[changedAt]!)
  const then = lasting.find(
    (row) => begin(row) <= since.toISOString() && end(row) > since.toISOString(),
  )
  if (!then) return { kind: 'approved', at, then: live, now: live }
  return then.hash === live.hash ? null : { kind: 'changed', at, then, now: live }
}

/** What somebody could read and nobody can any more: also what came meanwhile, of which a caller may have been told. */
function wentAway(seen: readonly Touched[], since: string, now: string): Found | null {
  const last = seen.findLast((row) => begin(row) <= now && end(row) > since)
  // What expired is over by itself.
  if (!last?.until || end(last) !== last.until) return null
  return { kind: 'withdrawn', at: last.until, then: last }
}

/**
 * Of what went only what was taken down with a sentence, and they saw it until then, as `readWithdrawn` has it: what is
 * closed or deleted is gone without a word.
 */
async function withoutGone({ payload }: Reader, found: readonly Found[]): Promise<Found[]> {
  const entries = found.flatMap(({ kind, then }) => (kind === 'withdrawn' ? [then.entry] : []))
  if (entries.length === 0) return [...found]
  const rows = await readRows(payload, {
    collection: 'register',
    columns: ['withdrawnFrom'],
    where: {
      and: [
        { id: { in: entries } },
        { isWithdrawn: { equals: true } },
        { trashedAt: { exists: false } },
      ],
    },
    limit: 0,
  })
  const takenDown = new Set(rows.map(({ withdrawnFrom }) => withdrawnFrom))
  return found.filter(({ kind, then }) => kind !== 'withdrawn' || takenDown.has(then.id))
}

/** With their texts; one after the other, because words are compared here. */
async function told(reader: Reader, found: readonly Found[], isBrief: boolean) {
  const ids = found.flatMap(({ now, then }) => [now?.id ?? then.id, then.id])
  const known = await wholesOf(reader.payload, ids)
  const updates: Update[] = []
  for (const { kind, at, now, then } of found) {
    const [after, before] = [known.get((now ?? then).id), known.get(then.id)]
    if (!after || !before) continue
    const isGone = kind === 'withdrawn'
    const gone = isGone ? await readWithdrawn(reader, then.number) : null
    const isCompared = kind === 'changed' && !isBrief
    updates.push({
      ...{ kind, at },
      entry: isGone ? withoutText(entrySummary(after), reader) : entrySummary(after),
      changes: isCompared ? await changesOf(before, after) : [],
      ...{ sentence: gone?.sentence || null, successor: gone?.successor ?? null },
    })
  }
  return updates
}

/** A title may be what was wrong: to those who answer callers it is named, to everybody else the number. */
const withoutText = (entry: EntrySummary, { audience }: Reader): EntrySummary => ({
  ...entry,
  title: audience.sees === 'public' ? '' : entry.title,
  summary: '',
})

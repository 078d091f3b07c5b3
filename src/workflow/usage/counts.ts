import { Mutex } from 'async-mutex'
import { createLocalReq, type Payload } from 'payload'
import { once } from '@/once'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { countGroups, putColumns, readRows } from '@/tables'
import { behind } from '@/tables/behind'
import { inTransaction } from '../inTransaction'
import { clearOthers } from './clearOthers'
import { countsOf } from './countsOf'
import { districtRows, heatDistricts, isAlike } from './districtCounts'
import { monthsToPack, packMonth, unpackMonth } from './monthCounts'
import { putInTurns } from './putInTurns'
import { countSearchesSince } from './searchCounts'
import { countShownSince, firstLookedAt } from './shows'
import { firstKeptDay } from './purgeUsage'

type Touched = { day: string; entry: string }

const minute = 60_000

/** Entries whose counts are behind: rolled up by the minute. */
const touched = behind<Touched>({
  name: 'touched',
  wait: minute,
  pauseAfterFailure: 10_000,
  batch: 100,
  most: 50_000,
  write: rollUp,
  failed: 'Views wait to be counted',
})

/** Lets what was read or used be counted within a minute. What finds no place to wait is counted when the day is next. */
export function countLater(payload: Payload, { entry, at }: { entry: string; at: string }): void {
  const item = { entry, day: dayOf(at) }
  touched.add(payload, { key: `${item.day}:${entry}`, item })
}

/** Counts what waits, now: before the process ends. */
export const flushCounts = (payload: Payload): Promise<void> => touched.flush(payload)

async function rollUp(payload: Payload, some: readonly Touched[]): Promise<void> {
  for (const day of new Set(some.map((one) => one.day))) {
    const entries = some.filter((one) => one.day === day).map(({ entry }) => entry)
    await countDay(payload, day, entries)
  }
}

/**
 * Counts some entries of a day anew from what is on record, so that a count can never drift from it; then 阅读次数
 * of these entries, which is the sum of all their days.
 */
export async function countDay(
  payload: Payload,
  day: string,
  entries: readonly string[],
): Promise<void> {
  await countWhole(payload, await countOn(payload, day, entries))
}

/** Rows of the register written in one transaction: whoever saves one of these entries on MongoDB meanwhile tries again. */
const entriesAtOnce = 50

/** One counts after the other: who counted earlier would else write over who counted since. */
const turn = once('counting', () => new Mutex())

/** Counts a day anew, of these entries or of all; resolves to the entries that it counted. */
const countOn = (payload: Payload, day: string, entries?: readonly string[]): Promise<string[]> =>
  turn.runExclusive(async () => {
    const { counts, ofDistricts } = await countsOf(payload, day, entries)
    const rows = counts.map((count) => ({ ...count, id: `${day}:${count.entry}`, day }))
    const inDistricts = districtRows(day, ofDistricts)
    await unpackMonth(payload, day)
    await putInTurns(payload, 'dayCounts', rows)
    await putInTurns(payload, 'districtCounts', inDistricts)
    const gone = entries ? await clearOthers(payload, { day, entries, rows, inDistricts }) : []
    return [...counts.map(({ entry }) => entry), ...gone]
  })

/** What these entries have from all their days. */
async function countWhole(payload: Payload, entries: readonly string[]): Promise<void> {
  for (let at = 0; at < entries.length; at += entriesAtOnce) {
    const some = entries.slice(at, at + entriesAtOnce)
    await turn.runExclusive(async () => {
      await countRegister(payload, some)
      await heatDistricts(payload, some)
    })
  }
}

/** 阅读次数 and heat of these entries, where they are others now. */
async function countRegister(payload: Payload, entries: readonly string[]): Promise<void> {
  const sums = await countGroups(payload, {
    ...{ collection: 'dayCounts', where: { entry: { in: [...entries] } } },
    ...{ by: ['entry'], sums: ['reads', 'heat'] },
  })
  const known = await readRows(payload, {
    ...{ collection: 'register', where: { id: { in: [...entries] } } },
    ...{ columns: ['id', 'views', 'heat'], limit: 0 },
  })
  const before = new Map(known.map((row) => [row.id, row]))
  const rows = sums.flatMap(({ entry, reads, heat }) => {
    const row = before.get(entry)
    if (!row || (row.views === reads && isAlike(row.heat, heat))) return []
    return [{ id: entry, views: reads, heat }]
  })
  const req = await createLocalReq({}, payload)
  // Not changed by anybody: what was touched last stays that.
  if (rows.length > 0)
    await inTransaction(req, () => putColumns({ req, collection: 'register', rows }))
}

/** Adds up each month that is over into one row, where that is not done yet, so that a year is told at once. */
export async function packMonths(
  payload: Payload,
  { signal, now }: { signal?: AbortSignal; now?: Date } = {},
): Promise<void> {
  for (const month of await monthsToPack(payload, now)) {
    if (signal?.aborted) return
    await turn.runExclusive(() => packMonth(payload, month))
  }
}

type Rebuilding = {
  report?: (day: string, done: number, total: number) => void
  signal?: AbortSignal
}

/**
 * Counts every day anew of which all is on record still, the first day first, day by day while others work.
 * Days that are being forgotten stay as they were counted. Resolves to how many days it counted.
 */
export async function recount(payload: Payload, { report, signal }: Rebuilding = {}) {
  const done = await countDays(payload, await wholeDays(payload), { report, signal })
  await packMonths(payload, { signal })
  if (!signal?.aborted) await countShownSince(payload, firstLookedAt())
  await countSearchesSince(payload, await firstKeptDay(payload), { signal })
  return done
}

/** Those of which nothing is being forgotten. */
async function wholeDays(payload: Payload): Promise<string[]> {
  const first = await firstKeptDay(payload)
  return (await recordedDays(payload)).filter((day) => day >= first)
}

async function countDays(
  payload: Payload,
  days: readonly string[],
  { report, signal }: Rebuilding,
) {
  const counted = new Set<string>()
  let done = 0
  for (const day of days) {
    if (signal?.aborted) break
    report?.(day, done, days.length)
    for (const entry of await countOn(payload, day)) counted.add(entry)
    done += 1
  }
  // Once each, and not day by day.
  await countWhole(payload, [...counted])
  return done
}

/**
 * Before anybody reads: counts from the last day on that has counts, or all where none has, and the last two days on
 * record: what a killed process had not counted yet is of these.
 */
export async function countWhatIsBehind(payload: Payload): Promise<void> {
  const [last] = await readRows(payload, {
    collection: 'dayCounts',
    columns: ['day'],
    sort: '-day',
    limit: 1,
  })
  const days = await wholeDays(payload)
  const from = last ? String(last.day) : ''
  const behind = days.filter((day) => day >= from || days.slice(-2).includes(day))
  await countDays(payload, behind, {})
}

/** From the first to the last day of which something is on record, in order. */
async function recordedDays(payload: Payload): Promise<string[]> {
  const ends = await Promise.all(
    (['views', 'uses', 'helpful'] as const).flatMap((collection) =>
      ['at', '-at'].map((sort) =>
        readRows(payload, { collection, columns: ['at'], sort, limit: 1 }),
      ),
    ),
  )
  const known = ends.flatMap((rows) => rows.map(({ at }) => dayOf(at))).sort()
  const days: string[] = []
  const last = known.at(-1)
  for (let day = known[0]; day && last && day <= last; day = dayBefore(day, -1)) days.push(day)
  return days
}

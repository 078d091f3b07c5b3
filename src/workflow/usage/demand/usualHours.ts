import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload, type Where } from 'payload'
import { once } from '@/once'
import { startOfDay } from '@/shanghaiDay'
import {
  courseAfter,
  demandKinds,
  hourOf,
  hourOfWeek,
  type Course,
  type DemandKind,
} from '@/statistics/unusual'
import { readRows, type Row } from '@/tables'
import { calendarNow } from '../../calendar/calendarNow'
import { isWorkingDay, type Calendar } from '../../calendar/workingDays'
import { putInTurns } from '../putInTurns'
import { readDemand, type Demand } from './readDemand'

const hour = 60 * 60 * 1000
const dayLong = 24 * hour
/** What lies further back weighs a twentieth of the mean. */
const lookedBack = 8 * 7 * dayLong
/** Rows deleted by one statement. */
const atOnce = 200

/** An hour of the week: how often it was worked up, and which hour it was last, in milliseconds. */
export type Worked = { times: number; at: number }

/** Of each hour of the week that was worked up. */
export async function workedHours(payload: Payload): Promise<Map<number, Worked>> {
  const rows = await readRows(payload, {
    collection: 'usualHours',
    columns: ['hour', 'times', 'at'],
    where: { kind: { equals: 'hour' } },
    limit: 0,
  })
  return new Map(
    rows.map(({ hour, times, at }) => [
      Number(hour),
      { times: Number(times), at: Date.parse(String(at)) },
    ]),
  )
}

export type UsualRow = Course & { id: string; hour: number; kind: DemandKind; subject: string }

/** What is kept of these hours of the week, narrowed by `more`. */
export async function usualRows(
  payload: Payload,
  hours: readonly number[],
  more: readonly Where[] = [],
): Promise<UsualRow[]> {
  const rows = await readRows(payload, {
    collection: 'usualHours',
    columns: ['id', 'hour', 'kind', 'subject', 'sum', 'times'],
    where: { and: [{ hour: { in: [...hours] } }, { kind: { not_equals: 'hour' } }, ...more] },
    limit: 0,
  })
  return rows as UsualRow[]
}

export const usualKey = (hour: number, kind: DemandKind, subject: string): string =>
  `${hour}:${kind}:${subject}`

/**
 * Takes each hour that has been over for an hour, so that a rush is not held against itself, into the means, in order
 * and once, those the server was down in too, as far as eight weeks back. Killed between it goes on with the same hour:
 * what was written is left alone.
 */
export const workUpHours = (payload: Payload, now = new Date()): Promise<void> =>
  inTurn(async () => {
    const end = endOf(now)
    const worked = [...(await workedHours(payload)).values()].map(({ at }) => at)
    const isFirst = worked.length === 0
    const next = isFirst
      ? await firstHour(payload)
      : await nextHour(payload, Math.max(...worked) + hour)
    const from = Math.max(next, end - lookedBack)
    const kept = keptIn(payload)
    if (isFirst && from < end) await kept.write({ put: [sinceRow(from)], gone: [] })
    for await (const _ of workUpDays(payload, { from, end, kept }));
  })

/** The means are written by one at a time of this process. */
export function inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
  const turn = once<{ last: Promise<unknown> }>('usualHours', () => ({ last: Promise.resolve() }))
  const mine = turn.last.then(work, work)
  turn.last = mine
  return mine
}

/** Up to when hours have been over for an hour. */
export const endOf = (now: Date): number => hourOf(new Date(now.getTime() - hour))

/** From which hour on the means were made, so that they can be made again. */
export const sinceRow = (from: number): Row => ({
  ...{ id: 'since', hour: -1, kind: 'since', times: 0, at: new Date(from).toISOString() },
})

/** Takes the hours of each day into the means that are kept there; tells each day that is done. */
export async function* workUpDays(
  payload: Payload,
  { from, end, kept }: { from: number; end: number; kept: Kept },
): AsyncGenerator<number> {
  const calendar = await calendarNow(payload)
  for (let begin = from; begin < end;) {
    await breathe()
    const until = Math.min(end, (startOfDay(new Date(begin))?.getTime() ?? end) + dayLong)
    await workUp(payload, { from: begin, until, calendar, kept })
    yield begin
    begin = until
  }
}

/** Where means are read and written: the database, or memory while they are made anew. */
export type Kept = {
  worked: () => Promise<ReadonlyMap<number, Worked>>
  rowsOf: (hours: readonly number[]) => Promise<readonly UsualRow[]>
  write: (changes: Changes) => Promise<void>
}

export const keptIn = (payload: Payload): Kept => ({
  worked: () => workedHours(payload),
  rowsOf: (hours) => usualRows(payload, hours),
  write: (changes) => write(payload, changes),
})

const collections = ['searches', 'views', 'uses'] as const

/**
 * From this hour on the first that may be one of the means, so that a quiet time, whose hours leave no mark, is not gone
 * through again and again: what follows a day without anything begins with what is next on record.
 */
const nextHour = async (payload: Payload, from: number): Promise<number> =>
  Math.max(from, await firstHour(payload, from - dayLong + hour))

/** Of which something is on record, from a moment on where one is named; none where nothing is. */
export async function firstHour(payload: Payload, from?: number): Promise<number> {
  const where: Where =
    from === undefined ? {} : { at: { greater_than_equal: new Date(from).toISOString() } }
  const rows = await Promise.all(
    collections.map((collection) =>
      readRows(payload, { collection, columns: ['at'], where, sort: 'at', limit: 1 }),
    ),
  )
  return Math.min(...rows.flat().map(({ at }) => hourOf(new Date(String(at)))), Infinity)
}

/** Within one day, so that each hour is another one of the week. */
type Hours = { from: number; until: number; calendar: Calendar; kept: Kept }

async function workUp(payload: Payload, { from, until, calendar, kept }: Hours): Promise<void> {
  const demand = await readDemand(payload, { from, until, partOf: hourOf })
  const worked = await kept.worked()
  const observed = (await observedHours(payload, { from, until }, demand)).map((at) => ({
    at,
    hour: hourOfWeek(new Date(at), isWorkingDay(new Date(at), calendar)),
  }))
  const rows = new Map<number, UsualRow[]>()
  for (const row of await kept.rowsOf(observed.map(({ hour }) => hour)))
    rows.set(row.hour, [...(rows.get(row.hour) ?? []), row])
  const changes: Changes = { put: [], gone: [] }
  for (const { at, hour } of observed) {
    const times = worked.get(hour)?.times ?? 0
    change(changes, { hour, times, demand: demand.get(at), rows: rows.get(hour) ?? [] })
  }
  // Last, as they say that all of theirs is written.
  for (const { at, hour } of observed)
    changes.put.push({
      ...{ id: `${hour}`, hour, kind: 'hour', at: new Date(at).toISOString() },
      times: (worked.get(hour)?.times ?? 0) + 1,
    })
  await kept.write(changes)
}

/**
 * An hour in which nobody asked is one of the means too; but where nobody had for a day, it is taken that the server was
 * down.
 */
async function observedHours(
  payload: Payload,
  { from, until }: Pick<Hours, 'from' | 'until'>,
  demand: ReadonlyMap<number, Demand>,
): Promise<number[]> {
  const before: Where = {
    and: [
      { at: { less_than: new Date(from).toISOString() } },
      { at: { greater_than_equal: new Date(from - dayLong).toISOString() } },
    ],
  }
  const rows = await Promise.all(
    collections.map((collection) =>
      readRows(payload, { collection, columns: ['at'], where: before, sort: '-at', limit: 1 }),
    ),
  )
  let last = Math.max(...rows.flat().map(({ at }) => hourOf(new Date(String(at)))), -Infinity)
  const observed: number[] = []
  for (let at = from; at < until; at += hour) {
    if (demand.has(at)) last = at
    if (at - last < dayLong) observed.push(at)
  }
  return observed
}

export type Changes = { put: Row[]; gone: string[] }
type Change = { hour: number; times: number; demand: Demand | undefined; rows: readonly UsualRow[] }

function change(changes: Changes, { hour, times, demand, rows }: Change): void {
  const known = new Map(rows.map((row) => [row.id, row]))
  for (const kind of demandKinds)
    for (const [subject, count] of demand?.[kind] ?? []) {
      const id = usualKey(hour, kind, subject)
      const row = known.get(id)
      known.delete(id)
      // Written before a kill.
      if (row && row.times > times) continue
      const course = courseAfter(row, { kind, count, times })
      if (course) changes.put.push({ id, hour, kind, subject, ...course })
      else if (row) changes.gone.push(id)
    }
  // Of the others the mean goes down by itself, until it is forgotten.
  for (const [id, row] of known)
    if (!courseAfter(row, { kind: row.kind, count: 0, times })) changes.gone.push(id)
}

async function write(payload: Payload, { put, gone }: Changes): Promise<void> {
  for (let at = 0; at < gone.length; at += atOnce) {
    const where = { id: { in: gone.slice(at, at + atOnce) } }
    const req = await createLocalReq({}, payload)
    await payload.db.deleteMany({ collection: 'usualHours', where, req })
  }
  await putInTurns(payload, 'usualHours', put)
}

import { setImmediate as breathe } from 'node:timers/promises'
import { findLive, type Reader } from '../live'
import { ownColumns, ownText, type OwnText } from '../readEntry'
import { opened, sealed, type Place } from './place'
import { changedAfter, endOf, isKnown, turnedSince, type PlaceNames, type Touched } from './touched'

/** What somebody who keeps a copy does: takes the text, takes it as the one that stands elsewhere now, or drops it. */
export type Change =
  { kind: 'put' | 'moved'; entry: OwnText } | { kind: 'remove'; id: string; number: string }

export type Changes = {
  changes: Change[]
  /** Given back as `after`, what comes next. */
  next: string
  /** Is there more at once? */
  more: boolean
}

type Asked = {
  /** `next` of the answer before; what is not given reads everything from the beginning. */
  after?: string
  limit: number
  /** Has the database no transactions? */
  mayComeLate: boolean
}

/** Periods looked at in one query at least: many may have nothing to tell. */
const atOnce = 200
/** How long a place at which nothing was to be told stays the same, in milliseconds. */
const steady = 60 * 60 * 1000

/**
 * What this reader is to do to hold what they would read now, in the order it came; an entry may come more than once.
 * Null where the place is not of this city, of another audience, or of a past that a restored backup undid: what was kept
 * is thrown away then, and all of it read anew. Rejects as the database does.
 */
export async function readChanges(
  reader: Reader,
  { after, limit, mayComeLate }: Asked,
): Promise<Changes | null> {
  const { payload, audience } = reader
  const from = after === undefined ? null : opened(payload.secret, audience, after)
  const now = reader.now.getTime()
  if (after !== undefined && !(from && from.at <= now + moment && (await isKnown(payload, from))))
    return null
  const end = await endOf(payload, mayComeLate)
  const start: Place = from ?? { ...nowhere, begunAt: end.change, at: now }
  const told = createTelling(reader, start, limit)

  const turns = await turnedSince(reader, start, limit + 1)
  await told.of(turns.slice(0, limit).map(({ row }) => row))
  const cut = turns.length > limit ? turns[limit - 1] : undefined
  let { change } = start
  let isDone = false
  while (!cut && !isDone && told.room() > 0) {
    const asked = { end, limit: Math.max(atOnce, told.room()) }
    const found = await changedAfter(reader, { ...start, change }, asked)
    const looked = await told.of(found.rows)
    const isWhole = looked === found.rows.at(-1)
    change = isWhole ? found.change : (looked?.changeSeq ?? change)
    isDone = found.isEnd && isWhole
    await breathe()
  }
  // Whether others' texts changed meanwhile shows in nothing.
  const isSame =
    isDone && told.changes.length === 0 && start.begunAt === 0 && isOfLately(start, now)
  const place: Place = {
    change,
    begunAt: !isDone && start.begunAt > change ? start.begunAt : 0,
    ...(cut ? { at: cut.at, entry: cut.row.slot } : { at: now, entry: null }),
    witness: end.change < start.change ? start.witness : end.witness,
  }
  return {
    changes: told.changes,
    next: after !== undefined && isSame ? after : sealed(payload.secret, audience, place),
    more: !isDone,
  }
}

const isOfLately = ({ at }: Place, now: number) => at <= now && now - at < steady

const nowhere = { change: 0, entry: null, witness: null }

function createTelling(reader: Reader, start: Place, limit: number) {
  const changes: Change[] = []
  const room = () => limit - changes.length
  return {
    changes,
    room,
    /** Tells what became of the entries of these periods, as far as there is room; resolves to the last looked at. */
    async of(rows: readonly Touched[]): Promise<Touched | undefined> {
      const texts = await textsOf(reader, rows)
      const byEntry = grouped(rows)
      const isTold = new Set<string>()
      let last: Touched | undefined
      for (const row of rows) {
        if (room() <= 0) break
        last = row
        if (isTold.has(row.entry)) continue
        isTold.add(row.entry)
        const one = changeOf(byEntry.get(row.entry)!, texts.get(row.entry))
        if (one) changes.push(one)
      }
      return last
    },
  }

  function changeOf(rows: readonly Touched[], text: OwnText | undefined): Change | null {
    const [{ entry: id, number }] = rows as [Touched]
    const seen = rows.filter((row) => wasSeen(row, reader.now.getTime()))
    if (!text) {
      // A first reading has not been told of what it does not find.
      const isHeld = seen.some(
        (row) => !row.isLive || row.changeSeq > start.begunAt || isBehind(row),
      )
      return isHeld ? { kind: 'remove', id, number } : null
    }
    const [before] = seen.filter(({ isLive }) => !isLive)
    const live = rows.find(({ isLive }) => isLive)
    const isMoved = before && live && before.hash === live.hash && !standsAt(before, live)
    return { kind: isMoved ? 'moved' : 'put', entry: text }
  }

  /** Was it told at the place already? */
  function isBehind({ changeSeq }: Touched): boolean {
    return changeSeq <= start.change
  }
}

function grouped(rows: readonly Touched[]): Map<string, Touched[]> {
  const byEntry = new Map<string, Touched[]>()
  for (const row of rows) byEntry.set(row.entry, [...(byEntry.get(row.entry) ?? []), row])
  return byEntry
}

async function textsOf(reader: Reader, rows: readonly Touched[]): Promise<Map<string, OwnText>> {
  if (rows.length === 0) return new Map()
  const where = { slot: { in: [...new Set(rows.map(({ entry }) => entry))] } }
  const found = await findLive(reader, { columns: ownColumns, where, limit: 0 })
  return new Map(found.rows.map((row) => [row.entry, ownText(row)]))
}

/** A step says when it is taken a moment before readers see it; no transaction lasts longer. In milliseconds. */
const moment = 60_000

/** Could they once have read it, in whose hands it may still be? What never was in force is never named. */
function wasSeen({ from, validFrom, until, validUntil, isLive }: Touched, now: number): boolean {
  const begin = Math.max(Date.parse(from), validFrom === null ? 0 : Date.parse(validFrom))
  const closed = isLive || until === null ? now : Date.parse(until) + moment
  const end = Math.min(now, closed, validUntil === null ? now : Date.parse(validUntil))
  return begin <= end
}

const placeNames = ['unit', 'unitName', 'unitAboveName', 'categoryKey', 'categoryName'] as const

const standsAt = (one: PlaceNames, other: PlaceNames): boolean =>
  placeNames.every((name) => (one[name] ?? null) === (other[name] ?? null))

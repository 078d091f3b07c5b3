import type { Where } from 'payload'
import { isLongDue } from '@/access/taskDays'
import { unfinished } from '@/access/tasks'
import { countRows, readRows } from '@/tables'
import type { LiveRow, Reader } from './live'

/**
 * How far an entry can be relied on, the worst first: 不可靠; a correction of it is open; 待复核; looked at within half a year,
 * or longer ago.
 */
export const reliabilityLevels = [
  ...(['unreliable', 'questioned', 'overdue', 'recent', 'earlier'] as const),
]
type ReliabilityLevel = (typeof reliabilityLevels)[number]

/** 可信度 of an entry, and what it follows from. */
export type Reliability = {
  level: ReliabilityLevel
  openCorrections: number
  /** 用上了 without a correction: since it was last approved, re-confirmed, or found wrong. */
  uses: number
  /** Since when. */
  since: string
}

/** Why one asks before one relies on it. */
export const doubts = ['unreliable', 'questioned', 'overdue'] as const
type Doubt = (typeof doubts)[number]

/** An entry of a list, of which no more is told than that it is doubtful. */
export type Doubted<One> = One & { doubt?: Doubt }

/** In days. */
const recently = 183

type Judged = Pick<LiveRow, 'entry' | 'approvedAt' | 'confirmedAt' | 'reviewBy' | 'isUnreliable'>

/** 可信度 as the reader is told it; null for the public, which is told nothing of how units work. Rejects as the database does. */
export async function readReliability(reader: Reader, row: Judged): Promise<Reliability | null> {
  const { payload, audience, now } = reader
  if (audience.sees === 'public') return null
  const ofEntry: Where = { entry: { equals: row.entry } }
  const told = await readRows(payload, {
    ...{ collection: 'tasks', columns: ['state', 'at'], limit: 0 },
    // What was refused was right all the time.
    where: {
      and: [ofEntry, { kind: { equals: 'correction' } }, { state: { not_equals: 'refused' } }],
    },
  })
  const looked = latest(row.approvedAt, row.confirmedAt)
  const since = latest(looked, ...told.map(({ at }) => String(at)))
  const uses = await countRows(payload, {
    collection: 'uses',
    where: { and: [ofEntry, { at: { greater_than: since } }] },
  })
  const openCorrections = told.filter(({ state }) => unfinished.some((one) => one === state)).length
  const level = levelOf({ ...row, looked, openCorrections }, now)
  return { level, openCorrections, uses, since }
}

/** These entries with what is doubtful of them, asked of all at once; nothing for the public. Rejects as the database does. */
export async function withDoubts<One extends { id: string }>(
  { payload, audience, now }: Reader,
  entries: readonly One[],
): Promise<Doubted<One>[]> {
  if (audience.sees === 'public' || entries.length === 0) return [...entries]
  const ids = entries.map(({ id }) => id)
  const [live, corrections] = await Promise.all([
    readRows(payload, {
      ...{ collection: 'publications', columns: ['entry', 'reviewBy', 'isUnreliable'], limit: 0 },
      where: { slot: { in: ids } },
    }),
    readRows(payload, {
      ...{ collection: 'tasks', columns: ['entry'], limit: 0 },
      where: {
        and: [
          { entry: { in: ids } },
          { kind: { equals: 'correction' } },
          { state: { in: [...unfinished] } },
        ],
      },
    }),
  ])
  const rows = new Map(live.map((row) => [row.entry, row]))
  const questioned = new Set(corrections.map(({ entry }) => entry))
  return entries.map((entry) => {
    const { reviewBy = null, isUnreliable } = rows.get(entry.id) ?? {}
    const openCorrections = questioned.has(entry.id) ? 1 : 0
    const known = { reviewBy: reviewBy as string | null, isUnreliable: isUnreliable === true }
    const doubt = doubtOf({ ...known, openCorrections }, now)
    return doubt ? { ...entry, doubt } : entry
  })
}

type Known = Pick<Judged, 'reviewBy' | 'isUnreliable'> & { openCorrections: number }

function doubtOf({ isUnreliable, openCorrections, reviewBy }: Known, now: Date): Doubt | null {
  if (isUnreliable) return 'unreliable'
  if (openCorrections > 0) return 'questioned'
  return isLongDue(reviewBy, now) ? 'overdue' : null
}

function levelOf(known: Known & { looked: string }, now: Date): ReliabilityLevel {
  const age = now.getTime() - Date.parse(known.looked)
  return doubtOf(known, now) ?? (age <= recently * 86_400_000 ? 'recent' : 'earlier')
}

const latest = (first: string, ...others: (string | null | undefined)[]): string =>
  others.reduce<string>((last, one) => (one && one > last ? one : last), first)

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
export type ReliabilityLevel = (typeof reliabilityLevels)[number]

/** 可信度 of an entry, and what it follows from. */
export type Reliability = {
  level: ReliabilityLevel
  openCorrections: number
  /** 用上了 without a correction: since it was last approved, re-confirmed, or found wrong. */
  uses: number
  /** Since when. */
  since: string
}

/** In days. */
const recently = 183

export type Judged = Pick<
  LiveRow,
  'entry' | 'approvedAt' | 'confirmedAt' | 'reviewBy' | 'isUnreliable'
>

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

type Known = Pick<Judged, 'reviewBy' | 'isUnreliable'> & { looked: string; openCorrections: number }

function levelOf(known: Known, now: Date): ReliabilityLevel {
  if (known.isUnreliable) return 'unreliable'
  if (known.openCorrections > 0) return 'questioned'
  if (isLongDue(known.reviewBy, now)) return 'overdue'
  const age = now.getTime() - Date.parse(known.looked)
  return age <= recently * 86_400_000 ? 'recent' : 'earlier'
}

const latest = (first: string, ...others: (string | null | undefined)[]): string =>
  others.reduce<string>((last, one) => (one && one > last ? one : last), first)

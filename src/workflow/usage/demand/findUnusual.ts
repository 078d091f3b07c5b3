import type { Payload } from 'payload'
import {
  busier,
  demandKinds,
  floorOf,
  hourOf,
  hourOfWeek,
  isCompared,
  isUnusual,
  usualOf,
  type DemandKind,
  type Usual,
} from '@/statistics/unusual'
import { calendarNow } from '../../calendar/calendarNow'
import { isWorkingDay } from '../../calendar/workingDays'
import { readDemand, type Demand } from './readDemand'
import { usualKey, usualRows, workedHours } from './usualHours'

const hour = 60 * 60 * 1000

export type Unusual = {
  kind: DemandKind
  subject: string
  /** In the hour up to now, and what is usual for one. */
  count: number
  usual: number
  /** There was no such hour yet: it came to the floor, and nothing is known to be usual. */
  isUncompared: boolean
}

/** What was asked or read far more than is usual in the hour up to now, the most first. */
export async function findUnusual(payload: Payload, now = new Date()): Promise<Unusual[]> {
  const from = now.getTime() - hour
  const demand = (await readDemand(payload, { from, until: now.getTime() })).get(0)
  const many = demand ? candidatesIn(demand) : []
  if (many.length === 0) return []
  const usualFor = await usualNow(payload, [from, now.getTime() - 1], many)
  return many
    .flatMap((one) => {
      const usual = usualFor(one)
      if (!isUnusual(one.kind, one.count, usual)) return []
      return [{ ...one, usual: usual.mean, isUncompared: !isCompared(usual) }]
    })
    .sort((one, other) => other.count - one.count)
}

type Candidate = Omit<Unusual, 'usual' | 'isUncompared'>

const candidatesIn = (demand: Demand): Candidate[] =>
  demandKinds.flatMap((kind) =>
    [...demand[kind]]
      .filter(([, count]) => count >= floorOf(kind))
      .map(([subject, count]) => ({ kind, subject, count })),
  )

/** What is usual of these, in the clock hours of these moments. */
async function usualNow(
  payload: Payload,
  moments: readonly number[],
  subjects: readonly Candidate[],
): Promise<(one: Candidate) => Usual> {
  const calendar = await calendarNow(payload)
  const hours = [...new Set(moments.map((at) => hourOf(new Date(at))))].map((at) =>
    hourOfWeek(new Date(at), isWorkingDay(new Date(at), calendar)),
  )
  const among = { subject: { in: subjects.map(({ subject }) => subject) } }
  const [worked, rows] = await Promise.all([
    workedHours(payload),
    usualRows(payload, hours, [among]),
  ])
  const courses = new Map(rows.map((row) => [row.id, row]))
  return ({ kind, subject }) =>
    hours
      .map((hour) =>
        usualOf(courses.get(usualKey(hour, kind, subject)), worked.get(hour)?.times ?? 0),
      )
      .reduce(busier)
}

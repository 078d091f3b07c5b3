import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { filedIn } from '@/access/listFilter'
import { rowsSeen } from '@/access/statistics'
import { unfinished } from '@/access/tasks'
import { dayOf, endOfDay, startOfDay } from '@/shanghaiDay'
import { medianOf } from '@/statistics/figures'
import type { Span } from '@/statistics/span'
import { readRows } from '@/tables'
import { namesOf } from '../namesOf'
import { whereAll } from '../usage/daysWanted'
import type { Task } from './task'

/** What became of the tasks of a unit within a span, and what of them is open now. */
export type TaskFigures = {
  unit: { id: string; name: string }
  opened: number
  closed: number
  refused: number
  /** Of corrections that were told within the span, those that were right. */
  corrections: number
  upheld: number
  /** Gaps that closed because their own queries find the answer. */
  byReplay: number
  /** Working hours are not counted: days from being told to the end, in the middle. */
  medianDays: number | null
  /** Now. */
  open: number
  overdue: number
  /** 抽查 within the span. */
  sampled: number
  flawed: number
}

const dayLong = 86_400_000

/**
 * Figures of tasks by unit, of those this person sees the rows of, narrowed to a unit and what lies below it; units without any
 * are left out. Empty for whoever sees no rows. Rejects as the database does.
 */
export async function taskFigures(
  payload: Payload,
  actor: Actor,
  { span, unit }: { span: Span; unit?: string },
  now = new Date(),
): Promise<TaskFigures[]> {
  const seen = rowsSeen(actor)
  if (seen === 'none') return []
  const place = whereAll([
    seen === 'everything' ? {} : filedIn(seen.unit),
    unit ? filedIn(unit) : undefined,
  ])
  const from = startOfDay(span.from)?.toISOString() ?? ''
  const to = endOfDay(span.to)?.toISOString() ?? ''
  const within = (name: string): Where => ({
    and: [{ [name]: { greater_than_equal: from } }, { [name]: { less_than_equal: to } }],
  })
  const [tasks, checks] = await Promise.all([
    readRows(payload, {
      ...{ collection: 'tasks', limit: 0 },
      columns: ['unit', 'kind', 'state', 'outcome', 'due', 'at', 'overAt', 'answeredAt'],
      where: {
        and: [place, { or: [within('at'), within('overAt'), { state: { in: [...unfinished] } }] }],
      },
    }) as Promise<unknown> as Promise<Task[]>,
    readRows(payload, {
      ...{ collection: 'sampleChecks', columns: ['unit', 'isFlawed'], limit: 0 },
      where: { and: [place, within('at')] },
    }),
  ])
  const isWithin = (at: string | null) => at !== null && at >= from && at <= to
  const today = dayOf(now)
  const units = [...new Set([...tasks, ...checks].map((row) => String(row.unit)))]
  const names = await namesOf(payload, units, 'nodes')
  const figures = units.map((id): TaskFigures => {
    const own = tasks.filter((task) => task.unit === id)
    const told = own.filter(({ at }) => isWithin(at))
    const over = own.filter(({ overAt }) => isWithin(overAt))
    const corrections = told.filter(({ kind }) => kind === 'correction')
    const open = own.filter(({ state }) => unfinished.includes(state))
    const checked = checks.filter((row) => row.unit === id)
    return {
      unit: { id, name: names.get(id) ?? '' },
      opened: told.length,
      closed: over.filter(({ state }) => state === 'closed').length,
      refused: over.filter(({ state }) => state === 'refused').length,
      corrections: corrections.length,
      upheld: corrections.filter(({ answeredAt }) => answeredAt !== null).length,
      byReplay: over.filter(({ outcome }) => outcome === 'found').length,
      medianDays: medianOf(over.map(({ at, overAt }) => daysBetween(at, overAt ?? at))),
      open: open.length,
      overdue: open.filter(({ due }) => due < today).length,
      sampled: checked.length,
      flawed: checked.filter(({ isFlawed }) => isFlawed === true).length,
    }
  })
  return figures.sort((one, other) => other.overdue - one.overdue || other.open - one.open)
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayLong

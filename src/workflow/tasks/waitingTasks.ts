import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { wholly } from '@/access/deputies'
import { mayTakeOver } from '@/access/merging'
import {
  askedTaskSteps,
  atTheUnit,
  taskKinds,
  taskSteps,
  unfinished,
  type TaskStepRule,
} from '@/access/tasks'
import { harmOf } from '@/statistics/harm'
import { dayBefore, dayOf, startOfDay } from '@/shanghaiDay'
import { countGroups } from '@/tables'
import { calendarNow } from '../calendar/calendarNow'
import { workingDaysBetween } from '../calendar/workingDays'
import { tasksInWords, type TaskRead } from './readTasks'
import { tasksWhere, type Task } from './task'

/** A task that waits for this person, and how bad it is that it does. */
export type WaitingTask = TaskRead & { harm: number }

/** What carries a task on; handing it on is the centre's own work, of what nobody knows the unit of. */
const forward = askedTaskSteps.filter(
  (step) => !['reassign', 'cancel', 'sendBack', 'decline'].includes(step),
)
const waitsFor = (actor: Actor, { kind, state, steps, unit, passage }: TaskRead): boolean =>
  steps.some((step) => forward.includes(step) && (step !== 'refuse' || unit.id === actor.unit)) ||
  (unit.id === actor.unit && actor.roles.includes('centre') && steps.includes('reassign')) ||
  // 并入修订 comes before the approver agrees.
  (atTheUnit.includes(state) && mayTakeOver(actor, { kind, state, unit: unit.id, passage }))

/**
 * What waits for this person among the tasks: those of their unit that they do, and those they decide on; the most harmful
 * first. Rejects as the database does.
 */
export async function waitingTasks(
  payload: Payload,
  actor: Actor,
  now = new Date(),
): Promise<WaitingTask[]> {
  const where = waitingWhere(actor)
  if (!where) return []
  const rows = await tasksWhere(payload, where)
  const [uses, calendar] = await Promise.all([usesOf(payload, rows, now), calendarNow(payload)])
  const told = await tasksInWords(payload, actor, rows, now)
  return told
    .filter((task) => waitsFor(actor, task))
    .map((task): WaitingTask => {
      const late = workingDaysBetween(startOfDay(task.due) ?? now, now, calendar)
      const met = Math.max(uses.get(task.entry?.number ?? '') ?? 0, task.count)
      return { ...task, harm: harmOf({ kind: task.kind, uses: met, days: late }) }
    })
    .sort((one, other) => other.harm - one.harm || (keyOf(one) < keyOf(other) ? -1 : 1))
}

/** The one due first, then always the same. */
const keyOf = ({ due, number }: TaskRead) => `${due} ${number}`

/** Null for whoever takes no step. */
function waitingWhere(actor: Actor): Where | null {
  const isOne = (role: 'editor' | 'approver' | 'centre') => actor.roles.includes(role)
  const units = [actor.unit, ...(isOne('approver') ? wholly(actor) : [])]
  const own = isOne('editor') || isOne('approver') || isOne('centre')
  const either: Where[] = [
    ...(own ? [{ unit: { in: units } }] : []),
    ...(isOne('centre') ? [decidedByCentre] : []),
  ]
  return either.length === 0 ? null : { and: [{ state: { in: [...unfinished] } }, { or: either }] }
}

const accept: TaskStepRule = taskSteps.accept
/** Of what units decide themselves the centre is told, and has it in its list of tasks. */
const ofCentreAlone = taskKinds.filter(
  (kind) => accept.by[kind]?.includes('centre') && !accept.by[kind]?.includes('approver'),
)
const decidedByCentre: Where = {
  and: [{ kind: { in: ofCentreAlone } }, { state: { in: [...accept.from] } }],
}

/** On how many calls each of these entries was used in the last thirty days, by their numbers. */
async function usesOf(payload: Payload, tasks: readonly Task[], now: Date) {
  const entries = [...new Set(tasks.flatMap(({ entry }) => entry ?? []))]
  if (entries.length === 0) return new Map<string, number>()
  const groups = await countGroups(payload, {
    ...{ collection: 'dayCounts', by: ['number'], sums: ['uses'] },
    where: {
      and: [{ entry: { in: entries } }, { day: { greater_than: dayBefore(dayOf(now), 30) } }],
    },
  })
  return new Map(groups.map(({ number, uses }) => [String(number), Number(uses ?? 0)]))
}

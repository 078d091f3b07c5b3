import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import type { Role } from '@/access/rules'
import { doersOf, liesWithUnit, unfinished } from '@/access/tasks'
import { dayOf, startOfDay } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { calendarNow } from '../calendar/calendarNow'
import { isWorkingDay, workingDaysBetween, type Calendar } from '../calendar/workingDays'
import { inTransaction } from '../inTransaction'
import { matterId, matterOf } from '../telling/matters'
import { standing } from '../telling/takeBack'
import { taskFacts, tasksWhere, type Task } from './task'
import { tellTask, type TaskEvent } from './tellTask'

/** When a unit is reminded of a task, and when others are told that it is late. */
export type Stage = 'half' | 'eve' | 'overdue' | 'escalated'

/** So many working days after the last one the centre is told too. */
const daysToEscalate = 3

/** What is told at each, and whom; while there is time, those who do it. */
const stages: Record<Stage, { event: TaskEvent; roles?: readonly Role[] }> = {
  half: { event: 'taskDue' },
  eve: { event: 'taskDue' },
  overdue: { event: 'taskOverdue', roles: ['editor', 'approver'] },
  escalated: { event: 'taskOverdue', roles: ['centre'] },
}

/** At which stage a task is that lies with its unit; null while there is time. */
export function stageOf(
  { at, due }: Pick<Task, 'at' | 'due'>,
  now: Date,
  calendar: Calendar,
): Stage | null {
  const last = startOfDay(due) ?? now
  if (due < dayOf(now)) {
    const late = workingDaysBetween(last, now, calendar)
    return late > daysToEscalate ? 'escalated' : 'overdue'
  }
  const left = workingDaysBetween(now, last, calendar)
  if (left <= 1) return 'eve'
  return left * 2 <= workingDaysBetween(new Date(at), last, calendar) ? 'half' : null
}

/**
 * Reminds units of what they have to do: at half time, on the day before; then tells their approvers that it is late, and
 * at last the centre. Each once for a task and its day, on working days. Returns how many tasks were told of.
 */
export async function remindTasks(payload: Payload, now = new Date()): Promise<number> {
  const calendar = await calendarNow(payload)
  if (!isWorkingDay(now, calendar)) return 0
  const known = await toldAlready(payload)
  let told = 0
  for (const task of await tasksWhere(payload, { state: { in: [...unfinished] } })) {
    const stage = liesWithUnit(taskFacts(task)) ? stageOf(task, now, calendar) : null
    if (!stage) continue
    const { event, roles = [doersOf(task.kind)] } = stages[stage]
    const as = `${stage}:${task.due}`
    if (known.has(matterId(event, `${task.id}:${as}`))) continue
    const req = await createLocalReq({}, payload)
    await inTransaction(req, () => tellTask(req, task, event, now, { as, roles }))
    told += 1
    await breathe()
  }
  return told
}

/** Of what units were reminded while it lies as it does: asked once for all, since most of it was told hours ago. */
async function toldAlready(payload: Payload): Promise<ReadonlySet<string>> {
  const events: TaskEvent[] = ['taskDue', 'taskOverdue']
  const rows = (await readRows(payload, {
    ...{ collection: 'messages', columns: ['id', 'event', 'person'], limit: 0 },
    where: { and: [{ event: { in: events } }, { settledAt: { exists: false } }, standing] },
  })) as { id: string; event: TaskEvent; person: string }[]
  return new Set(rows.map((row) => matterId(row.event, matterOf(row))))
}

import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { hearsMerged } from '@/access/merging'
import { taskSteps, type TaskState, type TaskStep, type TaskStepRule } from '@/access/tasks'
import { recordAudit } from '../audit/append'
import { faultPoint } from '../step/faultPoint'
import { intentIn, keptUntilDone } from '../step/intent'
import { byId, findAll, insertOnce, swap } from '../store'
import { beginTerm } from './beginTerm'
import { recordTaskStep } from './history'
import { markUnreliable } from './reliability'
import { taskFacts, type Task } from './task'
import { settleTold, tellDeciders, tellReporters, tellTask } from './tellTask'

/** What a step still owes once the task has moved: its record, the log, messages, and what follows for the entry. */
export type TaskIntent = {
  step: TaskStep | 'open'
  /** The number of the task's write, by which all of it is there once. */
  lock: number
  from: TaskState | null
  to: TaskState
  /** Whose it is from now on. */
  unit: { id: string; name: string }
  sentence?: string
  /** The number of the entry that was named. */
  entry?: string
  by: string | null
  byName: string | null
  /** Of a task that is opened: the row of whoever told of it. */
  report?: { id: string } & Record<string, unknown>
  /** Under whose name the log has it. */
  asked: { by: string | null; byName: string | null }
  /** Of a task that is opened: the other units' that are there with it or not at all. */
  others?: { task: Task; intent: TaskIntent }[]
  at: string
}

/** As a task keeps it: nothing, where a transaction undoes what is not finished. */
export const intentKept = async (req: PayloadRequest, intent: TaskIntent) => ({
  intent: await keptUntilDone(req, intent),
})

/**
 * Everything that follows the write of a task. Idempotent: a step runs it inside its transaction, and start-up runs the
 * same lines for what a killed process left (databases without transactions).
 */
export async function finishTaskStep(
  req: PayloadRequest,
  task: Task,
  intent: TaskIntent,
  isRepeated = false,
): Promise<void> {
  const at = new Date(intent.at)
  const moved = { ...task, lock: intent.lock }
  faultPoint('task.moved')
  if (intent.report) await insertOnce({ req, collection: 'taskReports', data: intent.report })
  await recordTaskStep(req, task.id, intent)
  await recordAudit({
    ...{ req, ...intent.asked, id: `${task.id}:${intent.lock}` },
    ...{ action: `tasks.${intent.step}` as const, subject: task.id, subjectName: task.number },
    details: { kind: task.kind, from: intent.from, to: intent.to, unit: intent.unit.name },
  })
  faultPoint('task.recorded')
  await settleTold(req, task, isRepeated ? { at, before: at } : { at })
  await tellOf(req, moved, intent, at)
  if (intent.step === 'reconfirm') await beginTerm(req, task, at)
  if (intent.step === 'uphold') await markUnreliable(req, task, at)
  faultPoint('task.told')
  for (const other of intent.others ?? []) {
    await insertOnce({ req, collection: 'tasks', data: other.task })
    await finishTaskStep(req, other.task, other.intent, isRepeated)
  }
  if (!task.intent) return
  const where = { and: [byId(task.id), { intent: { equals: task.intent } }] }
  await swap({ req, collection: 'tasks', where, data: { intent: null } })
}

async function tellOf(req: PayloadRequest, task: Task, intent: TaskIntent, at: Date) {
  const { step, from, to, by } = intent
  if (step === 'open') return tellTask(req, task, 'taskOpened', at)
  const { tells }: TaskStepRule = taskSteps[step]
  const isEnd = to === 'closed' || to === 'refused'
  const isUnits = tells === 'unit' || (from !== null && hearsMerged(step, taskFacts(task), from))
  if (isUnits) await tellTask(req, task, isEnd ? 'taskTold' : 'taskReturned', at)
  if (tells === 'deciders') await tellDeciders(req, task, at)
  if (tells === 'reporters' || isEnd) await tellReporters(req, task, { at, by })
}

/** Finishes the step that a task still keeps: a killed process left it, or it is still under way. */
export async function finishOpenTaskStep(req: PayloadRequest, task: Task): Promise<void> {
  if (task.intent) await finishTaskStep(req, task, intentIn<TaskIntent>(task.intent), true)
}

/** Finishes every step of a task that a killed process left half done; returns how many there were. */
export async function repairTaskSteps(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  const where = { intent: { exists: true } }
  const rows = await findAll({ req, collection: 'tasks', where })
  for (const row of rows) {
    await finishOpenTaskStep(await createLocalReq({}, payload), row as unknown as Task)
  }
  return rows.length
}

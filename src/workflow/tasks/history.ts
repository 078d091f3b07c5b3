import type { Payload, PayloadRequest } from 'payload'
import type { TaskState, TaskStep } from '@/access/tasks'
import { readRows } from '@/tables'
import { insertOnce } from '../store'
import type { TaskUnit } from './task'

/** A step of a task as it is on record; the first is that it was opened. */
export type TaskStepDone = {
  id: string
  step: TaskStep | 'open'
  from: TaskState | null
  to: TaskState
  unit: string
  unitName: string
  sentence: string | null
  /** The number of the entry that was named. */
  entry: string | null
  by: string | null
  byName: string | null
  seq: number
  at: string
}

type Done = Pick<TaskStepDone, 'step' | 'from' | 'to' | 'by' | 'byName' | 'at'> & {
  /** The number of the task's write. */
  lock: number
  /** Whose it is from now on. */
  unit: Pick<TaskUnit, 'id' | 'name'>
  sentence?: string
  entry?: string
}

/** One row a step, by the number of the task's write: told twice, it is on record once. */
export async function recordTaskStep(
  req: PayloadRequest,
  task: string,
  { lock, unit, step, from, to, sentence, entry, by, byName, at }: Done,
): Promise<void> {
  const data = {
    ...{ id: `${task}:${lock}`, task, seq: lock, step, from, to, sentence, entry },
    ...{ unit: unit.id, unitName: unit.name, by, byName, at },
  }
  await insertOnce({ req, collection: 'taskSteps', data })
}

/** Of another unit one is told what was done, not by whom. */
export const withoutPeople = (done: TaskStepDone): TaskStepDone => ({
  ...{ ...done, by: null, byName: null },
})

/** What was done with a task, in its order. */
export const historyOfTask = async (payload: Payload, task: string): Promise<TaskStepDone[]> =>
  (await readRows(payload, {
    ...{ collection: 'taskSteps', where: { task: { equals: task } }, sort: 'seq', limit: 0 },
  })) as TaskStepDone[]

import { createLocalReq, type Payload } from 'payload'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import type { TaskReport } from './openTask'
import { writeTaskStep } from './takeTaskStep'
import type { Task, TaskOutcome } from './task'

/** Who told of what the server noticed by itself. */
export const byServer: TaskReport = { by: null, byName: null, unit: null, channel: 'server' }

export type Moved = {
  step: 'settle' | 'reopen' | 'agreed'
  due?: string
  sentence?: string
  outcome?: TaskOutcome
  replay?: object
  now: Date
}

/**
 * A step that follows from something else, in a transaction of its own. False where somebody took one meanwhile: the
 * next turn sees how the task stands then. Rejects as the database does.
 */
export async function stepByServer(
  payload: Payload,
  task: Task,
  { now, ...moved }: Moved,
): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  const given = { ...moved, by: null, byName: null, at: now }
  try {
    await inTransaction(req, () => writeTaskStep(req, task, given))
    return true
  } catch (error) {
    if (error instanceof Refused && error.code === 'changedMeanwhile') return false
    throw error
  }
}

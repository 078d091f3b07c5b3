import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import { atTheUnit, unfinished } from '@/access/tasks'
import { readRows } from '@/tables'
import { liveTexts } from './goingOffline'
import { stepByServer } from './stepByServer'
import { mergingOf, tasksWhere, unitDoing, type Merging, type Task, type TaskOutcome } from './task'

/**
 * Carries on what is to be merged: asks the unit whose text goes once the other agreed, and ends what one of them declined,
 * what was merged, and what went offline otherwise. Each task in a transaction of its own. Returns how many moved.
 */
export async function settleMerges(payload: Payload, now = new Date()): Promise<number> {
  const tasks = await tasksWhere(payload, {
    and: [{ kind: { equals: 'merge' } }, { state: { in: [...unfinished] } }],
  })
  let moved = 0
  for (const task of tasks) {
    // One that fails holds up no other.
    const isMoved = await settleMerge(payload, task, now).catch((error: unknown) => {
      payload.logger.error({ err: error, msg: `${task.number} was not settled` })
      return false
    })
    if (isMoved) moved += 1
    await breathe()
  }
  return moved
}

async function settleMerge(payload: Payload, task: Task, now: Date): Promise<boolean> {
  const merging = mergingOf(task)
  if (!merging) return false
  const end = (outcome: TaskOutcome, sentence?: string) =>
    stepByServer(payload, task, { step: 'settle', outcome, now, ...(sentence ? { sentence } : {}) })
  const [goes, stays] = await liveTexts({ payload }, [merging.goes, merging.stays])
  if (!goes) return end((await isMergedInto(payload, merging)) ? 'merged' : 'offline')
  if (!stays) return end('offline')
  const other = await otherOf(payload, task)
  if (other?.state === 'refused') return end('notMerged', other.answer ?? undefined)
  const isGoing = task.entry === merging.goes && atTheUnit.includes(task.state)
  const isAgreed = other ? other.state === 'answered' : await isOwn(payload, task, stays.unit)
  return isGoing && isAgreed && stepByServer(payload, task, { step: 'agreed', now })
}

/** The task of the other unit; null where both texts are one unit's. */
export async function otherOf(
  payload: Payload,
  { id, matter }: Pick<Task, 'id' | 'matter'>,
): Promise<Task | null> {
  const both = await tasksWhere(payload, { matter: { equals: matter } })
  return both.find((task) => task.id !== id) ?? null
}

/** Not because the other unit's task is not there yet. */
async function isOwn(payload: Payload, task: Task, unit: string): Promise<boolean> {
  const doing = await unitDoing(await createLocalReq({}, payload), unit)
  return doing?.id === task.unit
}

async function isMergedInto(payload: Payload, { goes, stays }: Merging): Promise<boolean> {
  const [row] = await readRows(payload, {
    ...{ collection: 'register', columns: ['successor'], limit: 1 },
    where: { id: { equals: goes } },
  })
  return row?.successor === stays
}

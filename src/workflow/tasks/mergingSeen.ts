import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { mayTakeOver } from '@/access/merging'
import { atTheUnit, type Side } from '@/access/tasks'
import { readRows } from '@/tables'
import { mergingOf, type Task } from './task'
import { entriesSeen, type EntrySeen } from './titles'

/** Of a merge: both texts. */
export type MergingSeen = Record<Side, EntrySeen | null> & {
  /** May this person take over what one says into the other? */
  takesOver: boolean
  /** Does the unit wait for the other one to agree? */
  isWaiting: boolean
}

/** What this person sees now of both texts of a merge; null of any other task. */
export async function mergingSeen(
  payload: Payload,
  actor: Actor,
  task: Task,
  now: Date,
): Promise<MergingSeen | null> {
  const merging = mergingOf(task)
  if (!merging) return null
  const { goes, stays } = merging
  const where = { id: { in: [goes, stays] } }
  const rows = await readRows(payload, {
    ...{ collection: 'register', columns: ['id', 'number'], where, limit: 2 },
  })
  const named = (entry: string) => ({
    ...{ entry, entryNumber: String(rows.find(({ id }) => id === entry)?.number ?? '') },
  })
  const seen = await entriesSeen(payload, actor, [goes, stays].map(named), now)
  const takesOver = mayTakeOver(actor, task)
  const isWaiting = task.entry === goes && atTheUnit.includes(task.state)
  return { goes: seen(named(goes)), stays: seen(named(stays)), takesOver, isWaiting }
}

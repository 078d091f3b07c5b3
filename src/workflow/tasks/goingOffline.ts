import type { PayloadRequest } from 'payload'
import { fill } from '@/i18n/adminTexts'
import { mergeTexts } from '@/i18n/merging'
import { findEntry } from '../entry'
import { Refused } from '../Refused'
import { takeStep } from '../step/takeStep'
import { byId, findOne, swap } from '../store'
import { textsToMerge } from './mergeable'
import { refusedAs } from './refuse'
import type { Task } from './task'

/**
 * The withdrawal as merged that an approver agrees to, by its own step with its own rights. It is asked first, before anything
 * is written, whether it could be taken; what is returned takes it, in the transaction of whoever calls. Throws `Refused`.
 */
export async function goingOffline(
  req: PayloadRequest,
  task: Task,
  at: Date,
): Promise<() => Promise<unknown>> {
  const { goes, stays } = await textsToMerge(req, task, at)
  const entry = await findEntry(req, goes.entry)
  if (!entry) throw new Refused('notFound')
  const withdrawal = (more: object) =>
    takeStep({
      ...{ req, library: entry.library, id: entry.id, step: 'withdraw' as const },
      body: {
        ...{ revision: entry.revision, seenState: entry.state, kind: 'merged' },
        ...{
          successor: stays.entry,
          sentence: fill(mergeTexts.zh.withdrawn, { number: stays.number }),
        },
        ...more,
      },
    })
  await withdrawal({ check: true })
  return async () => {
    await holdToIt(req, task)
    return withdrawal({})
  }
}

/**
 * The other unit may think better of it this very moment: its task is written, so that of two who decide at once one comes
 * second and sees it.
 */
async function holdToIt(req: PayloadRequest, { id, matter }: Task): Promise<void> {
  const other = await findOne<Task>({
    ...{ req, collection: 'tasks' },
    where: {
      and: [{ matter: { equals: matter } }, { id: { not_equals: id } }],
    },
  })
  if (!other) return
  const held = await swap({
    ...{ req, collection: 'tasks' },
    where: {
      and: [byId(other.id), { state: { equals: 'answered' } }, { lock: { equals: other.lock } }],
    },
    data: { lock: other.lock + 1 },
  })
  if (!held) throw refusedAs('wrongState')
}

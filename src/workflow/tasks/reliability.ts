import type { PayloadRequest, Where } from 'payload'
import { countRows } from '@/tables'
import { swap } from '../store'
import type { Task } from './task'

/** So many corrections that were right within so many days mark a text as 不可靠, until it is reviewed or another is approved. */
const corrections = 3
const days = 90

/** With each correction that is right, in its transaction. */
export async function markUnreliable(req: PayloadRequest, task: Task, at: Date): Promise<void> {
  if (!task.entry) return
  const since = new Date(at.getTime() - days * 86_400_000).toISOString()
  const before: Where = {
    and: [
      { kind: { equals: 'correction' } },
      { entry: { equals: task.entry } },
      { answeredAt: { greater_than_equal: since } },
      { id: { not_equals: task.id } },
    ],
  }
  // This one too, which no other reader sees yet.
  const upheld = 1 + (await countRows(req.payload, { collection: 'tasks', where: before }))
  if (upheld < corrections) return
  const where: Where = { slot: { equals: task.entry } }
  await swap({ req, collection: 'publications', where, data: { isUnreliable: true } })
}

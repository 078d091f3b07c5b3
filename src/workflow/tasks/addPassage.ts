import type { PayloadRequest } from 'payload'
import { isOver } from '@/access/tasks'
import { longestTakenOver } from '@/i18n/merging'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { byId, swap } from '../store'
import { findTask, mergingOf, tasksWhere } from './task'

/** Where no transaction makes others wait, so many write the task in between at the most. */
const tries = 20

/**
 * What another one who proposes the same merge wants taken over stands below what was proposed before, once, and as far as there
 * is room: it lies with the unit whose text stays. Throws `Refused` (503) where too many write at once.
 */
export async function addPassage(req: PayloadRequest, id: string, passage: string): Promise<void> {
  for (let again = 1; again <= tries; again += 1) {
    const isDone = await inTransaction(req, async () => {
      const told = await findTask(req, id)
      const matter = { matter: { equals: told?.matter ?? '' } }
      const tasks = told ? await tasksWhere(req.payload, matter) : []
      const task = tasks.find((one) => one.entry === mergingOf(one)?.stays) ?? tasks[0]
      if (!task || isOver(task)) return true
      const whole = [task.passage, passage].filter(Boolean).join('\n\n')
      if (isIn(task.passage, passage) || whole.length > longestTakenOver) return true
      const where = { and: [byId(task.id), { lock: { equals: task.lock } }] }
      const data = { passage: whole, lock: task.lock + 1 }
      return (await swap({ req, collection: 'tasks', where, data })) !== null
    })
    if (isDone) return
  }
  throw new Refused('busy')
}

/** As a whole: 3天办结 stands in 13天办结, and says something else. */
const isIn = (passages: string | null, passage: string): boolean =>
  `\n\n${passages ?? ''}\n\n`.includes(`\n\n${passage}\n\n`)

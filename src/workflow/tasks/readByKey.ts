import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { isOver } from '@/access/tasks'
import { readRows } from '@/tables'
import { withoutPeople, type TaskStepDone } from './history'
import type { Task } from './task'

type Said = { task: string; query: string | null; words: string | null }

/**
 * In which words a key first told of each of these tasks, by their ids: what it told may have been told before, in words
 * it does not read. What it found wrong is in the words of the task.
 */
export async function ownWords(
  payload: Payload,
  key: Actor,
  tasks: readonly Pick<Task, 'id'>[],
): Promise<ReadonlyMap<string, string>> {
  const first = async ({ id }: Pick<Task, 'id'>) =>
    (await readRows(payload, {
      ...{ collection: 'taskReports', columns: ['task', 'query', 'words'], sort: 'at', limit: 1 },
      where: { and: [{ by: { equals: key.id } }, { task: { equals: id } }] },
    })) as Said[]
  const rows = (await Promise.all(tasks.map(first))).flat()
  return new Map(
    rows.flatMap(({ task, query, words }) => {
      const said = query ?? words
      return said === null ? [] : [[task, said] as const]
    }),
  )
}

/** A step as a key reads it: that it was taken, and what was said at the end. */
export const asKeyReads = (done: TaskStepDone): TaskStepDone => ({
  ...withoutPeople(done),
  ...{ sentence: isOver({ state: done.to }) ? done.sentence : null, entry: null },
})

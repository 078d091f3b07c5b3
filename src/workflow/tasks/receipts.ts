import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { audienceQuery } from '@/access/audience'
import { atTheUnit, type TaskKind, type TaskState } from '@/access/tasks'
import { readRows } from '@/tables'
import { namesOf } from '../namesOf'
import { byId } from '../store'
import type { Opened, TaskReport } from './openTask'
import type { Task, TaskOutcome } from './task'

/** What a citizen told, as they are told of it: nobody knows who they are, and who holds the receipt is taken for them. */
export type Heard = Pick<Task, 'number' | 'at' | 'due'> & {
  kind: TaskKind
  state: TaskState
  /** In their own words. */
  about: string
  unit: string
  outcome: TaskOutcome | null
  /** What the unit said to those who told of it, once it did. */
  answer: string | null
  /** What it is about, or what answers it, where citizens may read it now. */
  entry: { number: string; title: string } | null
}

/** A citizen's report, under a name that nobody can guess. */
export const ofCitizen = (): TaskReport & { key: string } => ({
  ...{ by: null, byName: null, unit: null, channel: 'portal', key: randomUUID() },
})

/** By this a citizen hears the end: the name of their report on record. */
export const receiptOf = ({ id }: Opened, { key }: { key: string }): string => `${id}:${key}`

type Report = { task: string; at: string; query: string | null; words: string | null }

/** What became of it, by its receipt; null where there is none such. Rejects as the database does. */
export async function readReceipt(
  payload: Payload,
  receipt: string,
  now: Date,
): Promise<Heard | null> {
  const [report] = (await readRows(payload, {
    ...{ collection: 'taskReports', columns: ['task', 'at', 'query', 'words'], limit: 1 },
    where: { and: [byId(receipt), { channel: { equals: 'portal' } }, { by: { exists: false } }] },
  })) as Report[]
  if (!report) return null
  const [row] = await readRows(payload, {
    ...{ collection: 'tasks', where: byId(report.task), limit: 1 },
  })
  const task = row as Task | undefined
  if (!task) return null
  const { number, kind, state, due, outcome } = task
  const [units, [entry]] = await Promise.all([
    namesOf(payload, [task.unit], 'nodes'),
    readRows(payload, {
      ...{ collection: 'publications', columns: ['number', 'title'], limit: 1 },
      where: {
        and: [audienceQuery({ sees: 'public' }, now), { slot: { equals: task.entry ?? '' } }],
      },
    }) as Promise<{ number: string; title: string }[]>,
  ])
  return {
    ...{ number, kind, state, at: report.at, due, outcome },
    about: report.query ?? report.words ?? task.about,
    unit: units.get(task.unit) ?? '',
    answer: atTheUnit.includes(state) ? null : task.answer,
    entry: entry ? { number: entry.number, title: entry.title } : null,
  }
}

import type { Payload, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { audienceOf } from '@/access/audience'
import { isInReach } from '@/access/reach'
import { askedTaskSteps, mayTakeTask, seesTask, type TaskStep } from '@/access/tasks'
import { countRows, readRows } from '@/tables'
import type { ToldContradiction } from '../facts/contradictions'
import { contradictionsOfEntry } from '../facts/readFacts'
import { namesOf } from '../namesOf'
import { byId } from '../store'
import { whereAll } from '../usage/daysWanted'
import { callsOf } from './calls'
import { historyOfTask, withoutPeople, type TaskStepDone } from './history'
import { asKeyReads, ownWords } from './readByKey'
import {
  isOverdue,
  lastKey,
  taskFacts,
  type Task,
  type TaskChannel,
  type TaskOutcome,
} from './task'
import { mergingSeen, type MergingSeen } from './mergingSeen'
import { originalSeen, type OriginalSeen } from './originalSeen'
import type { Replayed } from './replay'
import { tasksWanted, type TasksWanted } from './tasksWanted'
import { entriesSeen, type EntrySeen } from './titles'

/** A task as it is told to one person, within what they see. */
export type TaskRead = Pick<
  Task,
  | ('id' | 'number' | 'kind' | 'state' | 'about' | 'cause')
  | ('count' | 'due' | 'lapsesOn' | 'at' | 'overAt' | 'answer')
> & {
  unit: { id: string; name: string }
  isOverdue: boolean
  /** What it is about, or what answers it; without title and id where this person may not read it now. */
  entry: EntrySeen | null
  /** Of the text that is meant. */
  revision: number | null
  passage: string | null
  outcome: TaskOutcome | null
  /** The steps this person may take now. */
  steps: TaskStep[]
}

export type TaskPage = { tasks: TaskRead[]; total: number; page: number; pageSize: number }

export const tasksOnPage = 50

/** How often and by whom a task was told; names to whom it lies with, one's own rows to whoever told of it. */
export type TaskReportRead = {
  channel: TaskChannel
  byName: string | null
  query: string | null
  words: string | null
  district: string | null
  at: string
}

export type TaskWhole = TaskRead & {
  reports: TaskReportRead[]
  history: TaskStepDone[]
  replay: { at: string; queries: Replayed[] } | null
  /** Of a request to several units: how it stands with each that this person sees. */
  siblings: Sibling[]
  merging: MergingSeen | null
  /** Of a review because the entry it is based on changed, and to whom it lies with: what changed. */
  original: OriginalSeen | null
  /** Of a correction: on which calls that text was told, for whom it lies with. */
  calls: Awaited<ReturnType<typeof callsOf>> | null
  /** Of a contradiction: what both texts say now, where this person may read both and they still say otherwise. */
  contradiction: ToldContradiction | null
}

export type Sibling = Pick<TaskRead, 'id' | 'unit' | 'state' | 'isOverdue'>

const mostReports = 50

/**
 * A page (from 1) of the tasks this person sees and wants, the one due first before others; what is over, and
 * one's own, the newest first. Nobody else's are counted.
 * Rejects as the database does.
 */
export async function readTasks(
  payload: Payload,
  actor: Actor,
  { page, ...wanted }: TasksWanted & { page: number },
  now = new Date(),
): Promise<TaskPage> {
  const asked = tasksWanted(actor, wanted, now)
  const sort = [wanted.own ? '-at' : isEnded(wanted) ? '-overAt' : 'due', ...lastKey]
  const [rows, total] = await Promise.all([
    readRows(payload, {
      ...{ ...asked, sort },
      ...{ limit: tasksOnPage, offset: (page - 1) * tasksOnPage },
    }),
    countRows(payload, asked),
  ])
  const tasks = await tasksInWords(payload, actor, rows as Task[], now)
  return { tasks, total, page, pageSize: tasksOnPage }
}

const isEnded = ({ state }: TasksWanted): boolean => state === 'closed' || state === 'refused'

/** How many `readTasks` would list. */
export const countTasks = (
  payload: Payload,
  actor: Actor,
  wanted: TasksWanted,
  now = new Date(),
): Promise<number> => countRows(payload, tasksWanted(actor, wanted, now))

/** All this person sees of one task; null where they see none of it. */
export async function readTask(
  payload: Payload,
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<TaskWhole | null> {
  const [row] = await readRows(payload, { collection: 'tasks', where: byId(id), limit: 1 })
  const task = row as Task | undefined
  if (!task || !seesTask(actor, taskFacts(task))) return null
  const isInside = isInReach(actor, taskFacts(task))
  const isCorrection = isInside && task.kind === 'correction'
  const [[read], history, reports, calls, siblings, ...seen] = await Promise.all([
    tasksInWords(payload, actor, [task], now),
    historyOfTask(payload, id),
    reportsOf(payload, actor, { id, isInside }),
    isCorrection ? callsOf(payload, task) : null,
    task.kind === 'request' ? siblingsOf(payload, actor, task, now) : [],
    task.kind === 'contradiction' ? contradictionOf(payload, actor, task, now) : null,
    mergingSeen(payload, actor, task, now),
    isInside ? originalSeen(payload, actor, task, now) : null,
  ])
  const [contradiction, merging, original] = seen
  if (!read) return null
  return {
    ...read,
    ...{ reports, calls, siblings, contradiction, merging, original },
    history: isInside ? history : history.map(actor.isKey ? asKeyReads : withoutPeople),
    replay: isInside ? ((task.replay ?? null) as TaskWhole['replay']) : null,
  }
}

async function contradictionOf(
  payload: Payload,
  actor: Actor,
  { entryNumber, matter }: Task,
  now: Date,
): Promise<ToldContradiction | null> {
  const reading = { payload, audience: audienceOf(actor), now }
  const found = entryNumber ? await contradictionsOfEntry(reading, entryNumber) : null
  return found?.find(({ id }) => id === matter) ?? null
}

/** What was asked of others in the same breath, of what this person sees. */
async function siblingsOf(
  payload: Payload,
  actor: Actor,
  { matter }: Task,
  now: Date,
): Promise<Sibling[]> {
  const seen = tasksWanted(actor, {}, now)
  const where = whereAll([seen.where, { matter: { equals: matter } }])
  const rows = (await readRows(payload, { ...seen, where, limit: 0 })) as Task[]
  const told = rows.length > 1 ? await tasksInWords(payload, actor, rows, now) : []
  return told.map(({ id, unit, state, isOverdue }) => ({ id, unit, state, isOverdue }))
}

async function reportsOf(
  payload: Payload,
  actor: Actor,
  { id, isInside }: { id: string; isInside: boolean },
): Promise<TaskReportRead[]> {
  const own: Where[] = isInside ? [] : [{ by: { equals: actor.id } }]
  return (await readRows(payload, {
    ...{ collection: 'taskReports', sort: '-at', limit: mostReports },
    where: { and: [{ task: { equals: id } }, ...own] },
    columns: ['channel', 'byName', 'query', 'words', 'district', 'at'],
  })) as TaskReportRead[]
}

/** These tasks as they are told to one person, who sees them. */
export async function tasksInWords(
  payload: Payload,
  actor: Actor,
  tasks: readonly Task[],
  now: Date,
): Promise<TaskRead[]> {
  const [units, seen, wordsOf] = await Promise.all([
    namesOf(
      payload,
      tasks.map(({ unit }) => unit),
      'nodes',
    ),
    entriesSeen(payload, actor, tasks, now),
    actor.isKey ? ownWords(payload, actor, tasks) : null,
  ])
  return tasks.map((task): TaskRead => {
    const { id, number, kind, state, cause, count, due, at, overAt, answer, unit } = task
    const about = wordsOf?.get(id) ?? task.about
    const entry = seen(task)
    return {
      lapsesOn: task.lapsesOn,
      ...{ id, number, kind, state, about, cause, count, due, at, overAt, answer },
      unit: { id: unit, name: units.get(unit) ?? '' },
      isOverdue: isOverdue(task, now),
      // What a key may not read is not even named to it.
      entry: actor.isKey && entry?.revision === null ? null : entry,
      ...{ revision: task.revision, passage: task.passage, outcome: task.outcome },
      steps: askedTaskSteps.filter((step) => mayTakeTask(actor, step, taskFacts(task)) === null),
    }
  })
}

import type { Payload, PayloadRequest, Where } from 'payload'
import {
  unfinished,
  type ReviewCause,
  type Side,
  type TaskFacts,
  type TaskKind,
  type TaskState,
} from '@/access/tasks'
import { readRows } from '@/tables'
import { dayOf } from '@/shanghaiDay'
import { calendarNow } from '../calendar/calendarNow'
import { workingDayAfter } from '../calendar/workingDays'
import { byId, findOne } from '../store'
import type { channels } from '../usage/views'

/** What closed a task without anybody's saying so, or that somebody accepted it. */
export const taskOutcomes = [
  'found',
  'corrected',
  'offline',
  'revised',
  'reviewed',
  'agreeing',
  'accepted',
  'merged',
  'notMerged',
] as const
export type TaskOutcome = (typeof taskOutcomes)[number]

/** A row of `tasks`. */
export type Task = {
  id: string
  number: string
  kind: TaskKind
  state: TaskState
  unit: string
  unitAbove: string | null
  entry: string | null
  entryNumber: string | null
  revision: number | null
  about: string
  matter: string | null
  cause: ReviewCause | null
  passage: string | null
  reporters: string | null
  count: number
  due: string
  lapsesOn: string | null
  reassigned: number
  answer: string | null
  answeredBy: string | null
  outcome: TaskOutcome | null
  replay: unknown
  lock: number
  /** What its last step still owes, where no transaction undoes it. */
  intent: string | null
  at: string
  answeredAt: string | null
  overAt: string | null
}

/** Through what a task was told. */
export type TaskChannel = (typeof channels)[number] | 'server'

export const reportersOf = ({ reporters }: Pick<Task, 'reporters'>): string[] =>
  (reporters ?? '').split(' ').filter(Boolean)

/** What the rules ask of a task. */
export const taskFacts = (task: Task): TaskFacts => ({
  ...{ kind: task.kind, state: task.state, unit: task.unit },
  unitAbove: task.unitAbove ?? null,
  answeredBy: task.answeredBy ?? null,
  reassigned: task.reassigned,
  reporters: reportersOf(task),
  cause: task.cause ?? null,
  side: sideOf(task),
})

/** The entries of a merge, by its matter: the one that goes, and the one that stays. */
export type Merging = Record<Side, string>

/** What both tasks of a merge have in common; proposed once more after it was declined, it is another matter. */
export const matterOfMerge = ({ goes, stays }: Merging, round: number): string =>
  `merge:${goes}:${stays}:${round}`

export function mergingOf({ kind, matter }: Pick<Task, 'kind' | 'matter'>): Merging | null {
  const [, goes, stays] = kind === 'merge' ? (matter ?? '').split(':') : []
  return goes && stays ? { goes, stays } : null
}

function sideOf(task: Pick<Task, 'kind' | 'matter' | 'entry'>): Side | null {
  const merging = mergingOf(task)
  return merging && (task.entry === merging.stays ? 'stays' : 'goes')
}

export const findTask = (req: PayloadRequest, id: string): Promise<Task | null> =>
  findOne<Task>({ req, collection: 'tasks', where: byId(id) })

/** Where two are alike in what they are ordered by: none is told on two pages, or on none. */
export const lastKey = ['id'] as const

/** Tasks of which `where` holds, the one due first before others; without a transaction. */
export const tasksWhere = async (payload: Payload, where: Where, limit = 0): Promise<Task[]> =>
  (await readRows(payload, {
    ...{ collection: 'tasks', where, sort: ['due', ...lastKey], limit },
  })) as Task[]

/** The task of this matter that is not over, by its id; null where there is none. */
export async function openTaskOf(payload: Payload, matter: string): Promise<string | null> {
  const where: Where = { and: [{ matter: { equals: matter } }, { state: { in: [...unfinished] } }] }
  const [task] = await tasksWhere(payload, where, 1)
  return task?.id ?? null
}

/** The last of so many working days after this moment, as `2026-12-04`; counted as they are known now. */
export const dueAfter = async (payload: Payload, days: number, from: Date): Promise<string> =>
  workingDayAfter(from, days, await calendarNow(payload))

/** Its last day is over. */
export const isOverdue = ({ due, state }: Pick<Task, 'due' | 'state'>, now: Date): boolean =>
  state !== 'closed' && state !== 'refused' && due < dayOf(now)

type Node = { id: string; name: string; kind: string; unitAbove: string | null }

/** A unit as a task lies with it. */
export type TaskUnit = Pick<Node, 'id' | 'name' | 'unitAbove'>

/**
 * The unit whose people do what is asked of this one: a county's own matters are its government office's. Null of what is
 * no unit, and of a county without an office.
 */
export async function unitDoing(req: PayloadRequest, id: string): Promise<TaskUnit | null> {
  const node = await findOne<Node>({ req, collection: 'nodes', where: byId(id) })
  if (!node || node.kind === 'category') return null
  if (node.kind !== 'region') return node
  const where: Where = { and: [{ isOffice: { equals: true } }, { unitAbove: { equals: id } }] }
  return findOne<Node>({ req, collection: 'nodes', where })
}

/** The hotline centre, whose task it is to say whose something is. */
export async function centreUnit(req: PayloadRequest): Promise<TaskUnit> {
  const node = await findOne<Node>({
    ...{ req, collection: 'nodes', where: { isCentre: { equals: true } } },
  })
  if (!node) throw new Error('There is no hotline centre.')
  return node
}

/**
 * Whose task it is that nobody chose the unit of: of whoever does what is asked of this one, else of the hotline centre,
 * so that what a county without an office owns lies with somebody.
 */
export const unitOrCentre = async (req: PayloadRequest, id: string): Promise<TaskUnit> =>
  (await unitDoing(req, id)) ?? (await centreUnit(req))

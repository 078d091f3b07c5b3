import { createHash, randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { unfinished, type ReviewCause, type TaskKind } from '@/access/tasks'
import { whoAsks } from '../audit/append'
import { nextTaskNumber } from '../counters'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { byId, insert, insertOnce, swap } from '../store'
import { finishOpenTaskStep, finishTaskStep, intentKept, type TaskIntent } from './finishTaskStep'
import { findTask, reportersOf, type Task, type TaskChannel, type TaskUnit } from './task'

/** Who told of it, through what, in which words; all of it without numbers of persons. */
export type TaskReport = {
  /** An account; nobody where a citizen did, or the server noticed it. */
  by: string | null
  byName: string | null
  unit: string | null
  channel: TaskChannel
  query?: string
  words?: string
  district?: string
  search?: string
  /** What the server noticed is told once under this name. */
  key?: string
}

export type NewTask = {
  /** Where the same must not come twice: of the matter it is. The task's own id follows from it. */
  id?: string
  kind: TaskKind
  unit: TaskUnit
  about: string
  due: string
  matter?: string
  cause?: ReviewCause
  entry?: { id: string; number: string; revision: number | null }
  passage?: string
  /** Opened with it or not at all; of their end whoever told of it hears by this one. */
  others?: readonly NewTask[]
  at: Date
}

export type Opened = { id: string; number: string; isNew: boolean }

/**
 * Puts a task before a unit and tells its people, in the transaction `req` has open or one of its own. One with an `id`
 * is opened once, however often it is asked for.
 */
export async function openTask(
  req: PayloadRequest,
  given: NewTask,
  report: TaskReport,
): Promise<Opened> {
  const id = given.id === undefined ? randomUUID() : idOf(given.id)
  const opened = async (): Promise<Opened | null> => {
    const known = given.id === undefined ? null : await findTask(req, id)
    if (!known) return null
    await finishOpenTaskStep(req, known)
    return { id, number: known.number, isNew: false }
  }
  // The clock asks for most of them again and again: what is there waits for no write.
  const before = await opened()
  if (before) return before
  return inTransaction(req, async () => {
    const meanwhile = await opened()
    if (meanwhile) return meanwhile
    const first = await begun(req, { ...given, id }, report)
    for (const other of given.others ?? []) {
      const otherId = other.id === undefined ? randomUUID() : idOf(other.id)
      const { task, intent } = await begun(req, { ...other, id: otherId }, report)
      const kept = { ...task, reporters: null, ...(await intentKept(req, intent)) }
      ;(first.intent.others ??= []).push({ task: kept, intent })
    }
    const task = { ...first.task, ...(await intentKept(req, first.intent)) }
    try {
      await insert({ req, collection: 'tasks', data: task })
    } catch (error) {
      // Where no transaction makes one wait, another one may have opened it at the same instant.
      const other = await opened()
      if (other) return other
      throw error
    }
    await finishTaskStep(req, task, first.intent)
    return { id, number: task.number, isNew: true }
  })
}

/** A task as it is first, and all that follows its being opened. */
async function begun(
  req: PayloadRequest,
  { id, kind, unit, entry, at, ...given }: NewTask & { id: string },
  report: TaskReport,
): Promise<{ task: Task; intent: TaskIntent }> {
  const task: Task = {
    ...{ id, kind, number: await nextTaskNumber(req), state: 'open' },
    ...{ unit: unit.id, unitAbove: unit.unitAbove ?? null },
    ...{ entry: entry?.id ?? null, entryNumber: entry?.number ?? null },
    ...{ revision: entry?.revision ?? null, about: given.about, due: given.due },
    ...{ matter: given.matter ?? null, passage: given.passage ?? null },
    ...{ cause: given.cause ?? null, lapsesOn: null },
    ...{ reporters: toldBy(report).join(' ') || null, count: 1, reassigned: 0, lock: 0 },
    at: at.toISOString(),
    ...{ answer: null, answeredBy: null, outcome: null, replay: null },
    ...{ answeredAt: null, overAt: null, intent: null },
  }
  const intent: TaskIntent = {
    ...{ step: 'open', lock: 0, from: null, to: 'open', at: task.at },
    ...{ unit: { id: unit.id, name: unit.name }, report: rowOf(task, report, at) },
    ...{ by: report.by, byName: report.byName, asked: whoAsks(req) },
  }
  return { task, intent }
}

/**
 * One more person told of a task that is open already: it grows by one, and they will hear the end of it too. Who told of
 * it before changes nothing. Null where it is over by now: it is told anew then. Throws `Refused` (503) where too many tell of it at once.
 */
export async function joinTask(
  req: PayloadRequest,
  id: string,
  report: TaskReport,
  at: Date,
): Promise<Opened | null> {
  return inTransaction(req, async () => {
    const task = await findTask(req, id)
    if (!task || !unfinished.includes(task.state)) return null
    await insertOnce({ req, collection: 'taskReports', data: rowOf(task, report, at) })
    for (let again = 1; again <= tries; again += 1) {
      const grown = await grow(req, id, toldBy(report))
      if (grown === 'over') return null
      if (grown === 'counted') return { id, number: task.number, isNew: false }
    }
    throw new Refused('busy')
  })
}

/** Where no transaction makes others wait, so many write the task in between at the most. */
const tries = 20

/** Counts those on record, so that what was told and not counted is the next time. */
async function grow(
  req: PayloadRequest,
  id: string,
  people: readonly string[],
): Promise<'counted' | 'meanwhile' | 'over'> {
  const task = await findTask(req, id)
  if (!task || !unfinished.includes(task.state)) return 'over'
  const where = { task: { equals: id } }
  const { totalDocs } = await req.payload.db.count({ req, collection: 'taskReports', where })
  const known = reportersOf(task)
  const reporters = [...new Set([...known, ...people])]
  if (totalDocs === task.count && reporters.length === known.length) return 'counted'
  const grown = await swap({
    ...{ req, collection: 'tasks' },
    where: { and: [byId(id), { lock: { equals: task.lock } }] },
    data: { count: totalDocs, lock: task.lock + 1, reporters: reporters.join(' ') || null },
  })
  return grown ? 'counted' : 'meanwhile'
}

/** Of letters and digits, since pages and messages name it in their addresses. */
const idOf = (matterId: string) => createHash('sha256').update(matterId).digest('hex').slice(0, 32)

/** Who hears the end of it: not those whose searches the server counted. */
const toldBy = ({ by, channel }: TaskReport): string[] => (by && channel !== 'server' ? [by] : [])

/**
 * One a task and person, or what the server noticed; of citizens, who stay unknown, and of systems, which speak for many
 * callers, one each time.
 */
const rowOf = (task: Task, { key, ...report }: TaskReport, at: Date) => ({
  ...{ id: `${task.id}:${key ?? personOf(report) ?? randomUUID()}`, task: task.id },
  ...report,
  at: at.toISOString(),
})

const personOf = ({ by, channel }: TaskReport) => (channel === 'system' ? null : by)

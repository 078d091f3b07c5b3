import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { unfinished, type ReviewCause, type TaskKind } from '@/access/tasks'
import { recordAudit } from '../audit/append'
import { nextTaskNumber } from '../counters'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { byId, findOne, insert, insertOnce, swap } from '../store'
import { recordTaskStep } from './history'
import { findTask, reportersOf, type Task, type TaskChannel, type TaskUnit } from './task'
import { tellTask } from './tellTask'

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
  /** Where the same must not come twice: of the matter it is. */
  id?: string
  kind: TaskKind
  unit: TaskUnit
  about: string
  due: string
  matter?: string
  cause?: ReviewCause
  entry?: { id: string; number: string; revision: number | null }
  passage?: string
  at: Date
}

export type Opened = { id: string; number: string; isNew: boolean }

/**
 * Puts a task before a unit and tells its people, in the transaction `req` has open or one of its own. One with an `id`
 * is opened once, however often it is asked for.
 */
export async function openTask(
  req: PayloadRequest,
  { id = randomUUID(), kind, unit, entry, at, ...given }: NewTask,
  report: TaskReport,
): Promise<Opened> {
  return inTransaction(req, async () => {
    const known = await findTask(req, id)
    if (known) return { id, number: known.number, isNew: false }
    const task: Task = {
      ...{ id, kind, number: await nextTaskNumber(req), state: 'open' },
      ...{ unit: unit.id, unitAbove: unit.unitAbove ?? null },
      ...{ entry: entry?.id ?? null, entryNumber: entry?.number ?? null },
      ...{ revision: entry?.revision ?? null, about: given.about, due: given.due },
      ...{ matter: given.matter ?? null, passage: given.passage ?? null },
      cause: given.cause ?? null,
      ...{
        reporters: toldBy(report).join(' ') || null,
        count: 1,
        reassigned: 0,
        lock: 0,
        at: at.toISOString(),
      },
      ...{ answer: null, answeredBy: null, outcome: null, replay: null },
      ...{ answeredAt: null, overAt: null },
    }
    await insert({ req, collection: 'tasks', data: task })
    await insert({ req, collection: 'taskReports', data: rowOf(task, report, at) })
    const { by, byName } = report
    await recordTaskStep(req, task, { step: 'open', to: 'open', unit, by, byName, at })
    await recordAudit({
      ...{ req, action: 'tasks.open', subject: id, subjectName: task.number },
      details: { kind, unit: unit.name },
    })
    await tellTask(req, task, 'taskOpened', at)
    return { id, number: task.number, isNew: true }
  })
}

/** How often a report is tried again while others tell of the same. */
const patience = 20

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
  for (let again = 0; again < patience; again += 1) {
    const task = await findTask(req, id)
    if (!task || !unfinished.includes(task.state)) return null
    const row = rowOf(task, report, at)
    const opened = { id, number: task.number, isNew: false }
    if (await findOne({ req, collection: 'taskReports', where: byId(row.id) })) return opened
    if (await grow(req, task, { report, row })) return opened
  }
  throw new Refused('busy')
}

type Growing = { report: TaskReport; row: ReturnType<typeof rowOf> }

/** False where somebody wrote the task since it was read. */
const grow = (req: PayloadRequest, task: Task, { report, row }: Growing): Promise<boolean> =>
  inTransaction(req, async () => {
    const reporters = [...new Set([...reportersOf(task), ...toldBy(report)])]
    const grown = await swap({
      ...{ req, collection: 'tasks' },
      where: { and: [byId(task.id), { lock: { equals: task.lock } }] },
      data: {
        ...{ count: task.count + 1, lock: task.lock + 1 },
        reporters: reporters.join(' ') || null,
      },
    })
    if (!grown) return false
    await insertOnce({ req, collection: 'taskReports', data: row })
    return true
  })

/** Who hears the end of it: not those whose searches the server counted. */
const toldBy = ({ by, channel }: TaskReport): string[] => (by && channel !== 'server' ? [by] : [])

/** One a task and person, or what the server noticed; of who stays unknown, one each time. */
const rowOf = (task: Task, { key, ...report }: TaskReport, at: Date) => ({
  ...{ id: `${task.id}:${key ?? report.by ?? randomUUID()}`, task: task.id },
  ...report,
  at: at.toISOString(),
})

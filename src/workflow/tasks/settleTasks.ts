import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload, type Where } from 'payload'
import { daysDue } from '@/access/taskDays'
import { unfinished } from '@/access/tasks'
import { readRows } from '@/tables'
import { byId, findOne, swap } from '../store'
import { askForOldPhones } from './oldPhones'
import { askByOriginal } from './originals'
import { goneLately, isOver, keepTerm, liveTexts, outcomeOf, type LiveText } from './liveTexts'
import { dueAfter, tasksWhere, type Task } from './task'
import type { Replay, Replayed } from './replay'
import { putAside, setAside, takeBack, type Aside } from './setAside'
import { stepByServer } from './stepByServer'

/** Changes looked at in one turn. */
const most = 200

/**
 * Closes what approvals, withdrawals and deletions since the last turn have put right, and opens gaps again whose answer
 * went; `replay` asks a gap's own queries. What the search index has not taken yet is left for the next turn. Each task in
 * a transaction of its own; killed amid it, the next turn goes on. Returns how many moved.
 */
export async function settleTasks(
  payload: Payload,
  replay: Replay,
  now = new Date(),
): Promise<number> {
  const from = await placeOf(payload)
  const rows = (await readRows(payload, {
    ...{ collection: 'publications', columns: ['entry', 'changeSeq', 'dirty'] },
    ...{ where: { changeSeq: { greater_than: from } }, sort: 'changeSeq', limit: most },
  })) as { entry: string; changeSeq: number; dirty: boolean | null }[]
  const firstDirty = rows.findIndex(({ dirty }) => dirty === true)
  const ready = firstDirty < 0 ? rows : rows.slice(0, firstDirty)
  const last = ready.at(-1)
  const entries = [...new Set(ready.map(({ entry }) => entry))]
  const since = new Date(now.getTime() - justNow).toISOString()
  const answered = { answeredAt: { greater_than: since } }
  const where: Where = last ? { or: [{ entry: { in: entries } }, answered] } : answered
  const moved = await settleOf(payload, where, { replay, now, isChanged: true })
  const failures: unknown[] = []
  const aside = await setAside(payload)
  const changed = entries.map((entry) => ({ entry, after: from }))
  // One that fails holds up none of the others, and is asked about again: what was asked once is not asked twice.
  for (const one of [...aside, ...changed]) {
    await askAbout(payload, { ...one, now }).then(
      () => (aside.includes(one) ? takeBack(payload, one) : undefined),
      (error: unknown) => {
        failures.push(error)
        return aside.includes(one) ? undefined : putAside(payload, one)
      },
    )
    await breathe()
  }
  if (last) await keepPlace(payload, last.changeSeq)
  if (failures.length > 0) throw failures[0]
  return moved
}

type Changed = Aside & { now: Date }

/** Asks whom it concerns that this entry changed. */
async function askAbout(payload: Payload, changed: Changed): Promise<void> {
  await askForOldPhones(payload, changed.entry, changed.now)
  await askByOriginal(payload, changed)
}

/** What was answered so lately, in milliseconds, is looked at whether or not its text changed: it may be online for long. */
const justNow = 60_000

/**
 * The same of all tasks that wait for something, whatever a turn may have missed, and of the gaps whose answer's validity
 * ended, which no change tells of.
 */
export async function settleAllTasks(
  payload: Payload,
  replay: Replay,
  now = new Date(),
): Promise<number> {
  const gone = await goneLately(payload, await placeOf(payload), now)
  const either: Where[] = [waiting, { and: [closedGap, { entry: { in: gone } }] }]
  const where: Where = { and: [{ entry: { exists: true } }, { or: either }] }
  const tasks = await tasksWhere(payload, where)
  return settleAll(payload, tasks, { replay, now, isChanged: false })
}

type Settling = {
  replay: Replay
  now: Date
  /** Did the texts change, so that what was found may be found no more? */
  isChanged: boolean
}

/** The same of the tasks of these entries alone. */
export const settleEntries = (
  payload: Payload,
  entries: readonly string[],
  settling: Omit<Settling, 'isChanged'>,
): Promise<number> =>
  settleOf(payload, { entry: { in: [...entries] } }, { ...settling, isChanged: true })

async function settleOf(payload: Payload, where: Where, settling: Settling): Promise<number> {
  const either: Where[] = [waiting, closedGap]
  return settleAll(payload, await tasksWhere(payload, { and: [where, { or: either }] }), settling)
}

const waiting: Where = { state: { in: [...unfinished] } }
const closedGap: Where = { and: [{ kind: { equals: 'gap' } }, { state: { equals: 'closed' } }] }

async function settleAll(payload: Payload, tasks: readonly Task[], settling: Settling) {
  const live = await liveTexts(
    payload,
    tasks.flatMap(({ entry }) => entry ?? []),
  )
  let moved = 0
  for (const task of tasks) {
    const given = { ...settling, live: live.get(task.entry ?? '') }
    // One that fails holds up no other; every hour it is tried again.
    const isMoved = await settleOne(payload, task, given).catch((error: unknown) => {
      payload.logger.error({ err: error, msg: `${task.number} was not settled` })
      return false
    })
    if (isMoved) moved += 1
    await breathe()
  }
  return moved
}

type One = Settling & { live: LiveText | undefined }

async function settleOne(payload: Payload, task: Task, given: One): Promise<boolean> {
  if (task.kind === 'gap') return settleGap(payload, task, given)
  const { live, now } = given
  const outcome = outcomeOf(task, live)
  if (outcome === null) return false
  if (outcome === 'revised' && live) await keepTerm(payload, task, live)
  return stepByServer(payload, task, { step: 'settle', outcome, now })
}

/** Closed once its queries find the answer; open again once the answer went, or one of them finds it no more. */
async function settleGap(payload: Payload, task: Task, { replay, now, live, isChanged }: One) {
  const isClosed = task.state === 'closed'
  if (!live || live.isLapsed || isOver(live, now)) return isClosed && reopen(payload, task, { now })
  if (live.dirty || (isClosed && !isChanged)) return false
  const queries = await replay(payload, task, now)
  if (queries === null) return false
  const found = { at: now.toISOString(), queries }
  // Not because others stand before it now: that comes and goes with what is asked most.
  const isLost = queries.some(({ place }) => place === null)
  if (isClosed) return isLost && reopen(payload, task, { replay: found, now })
  const isFound = queries.length > 0 && queries.every(isFirst)
  if (isFound)
    return stepByServer(payload, task, { step: 'settle', outcome: 'found', replay: found, now })
  await keepReplay(payload, task, found)
  return false
}

/** It has its days anew: what was due before it was closed says nothing of the time there is now. */
async function reopen(payload: Payload, task: Task, moved: { now: Date; replay?: object }) {
  const due = await dueAfter(payload, daysDue.gap, moved.now)
  return stepByServer(payload, task, { ...moved, step: 'reopen', due })
}

/** Among so many first hits an agent looks while the caller waits. */
const firstOnes = 3
const isFirst = ({ place }: Replayed) => place !== null && place <= firstOnes

/** Shown with the task, so that its unit knows which words the text lacks. */
async function keepReplay(payload: Payload, task: Task, replay: object): Promise<void> {
  const req = await createLocalReq({}, payload)
  const where = { and: [byId(task.id), { lock: { equals: task.lock } }] }
  await swap({ req, collection: 'tasks', where, data: { replay } })
}

const counter = byId('settledTasks')

/** Up to which change tasks were settled. */
export async function placeOf(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  const row = await findOne<{ id: string; value: number }>({
    ...{ req, collection: 'counters', where: counter },
  })
  return row?.value ?? 0
}

async function keepPlace(payload: Payload, value: number): Promise<void> {
  const req = await createLocalReq({}, payload)
  const where: Where = { and: [counter, { value: { less_than: value } }] }
  await swap({ req, collection: 'counters', where, data: { value } })
}

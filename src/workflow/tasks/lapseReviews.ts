import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload, type Where } from 'payload'
import { daysBeforeLapse, daysUntilMarked, isLongDue } from '@/access/taskDays'
import { unfinished } from '@/access/tasks'
import { lapsedTexts } from '@/i18n/tasksTold'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { countRows } from '@/tables'
import { inTransaction } from '../inTransaction'
import { lapse } from '../step/lapse'
import { byId, change, swap } from '../store'
import { isOver, liveTexts, outcomeOf, type LiveText } from './liveTexts'
import { lapsesUnreviewed } from './reviewTerms'
import { tasksWhere, type Task } from './task'
import { tellTask } from './tellTask'

/**
 * 逾期下架, where the centre's setting says so: what nobody reviewed for too long goes offline, a week after its editors and
 * approvers were told that it will. Each text in a transaction of its own, so that readers are answered between any two and
 * a killed server goes on where it was. Returns how many went offline.
 */
export async function lapseReviews(payload: Payload, now = new Date()): Promise<number> {
  if (!(await lapsesUnreviewed(await createLocalReq({}, payload)))) {
    await forgetDays(payload)
    return 0
  }
  const tasks = await tasksWhere(payload, {
    and: [...waiting, { due: { less_than: dayOf(now) } }],
  })
  const live = await liveTexts(
    payload,
    tasks.flatMap(({ entry }) => entry ?? []),
  )
  let gone = 0
  for (const task of tasks) {
    const text = live.get(task.entry ?? '')
    const isGone = text && (await followOne(payload, task, text, now))
    if (isGone) gone += 1
    await breathe()
  }
  return gone
}

const waiting: Where[] = [
  { kind: { equals: 'review' } },
  { cause: { equals: 'due' } },
  { state: { in: [...unfinished] } },
]

/** Tells of one text, or takes it offline; one that fails holds up no other, and is tried again at the next turn. */
async function followOne(payload: Payload, task: Task, text: LiveText, now: Date) {
  try {
    if (text.isLapsed || isOver(text, now) || outcomeOf(task, text) !== null) return false
    const { lapsesOn } = task
    if (lapsesOn !== null) return lapsesOn <= dayOf(now) && (await takeOffline(payload, text, now))
    const then = new Date(now.getTime() + daysBeforeLapse * 86_400_000)
    if (isLongDue(text.reviewBy, then)) await warn(payload, task, now)
  } catch (error) {
    payload.logger.error({ err: error, msg: `${task.number} could not be followed` })
  }
  return false
}

/** Told before the day is kept: of two turns the second may tell once more, and none goes offline untold. */
async function warn(payload: Payload, task: Task, now: Date): Promise<void> {
  const req = await createLocalReq({}, payload)
  const lapsesOn = dayBefore(dayOf(now), -daysBeforeLapse)
  await inTransaction(req, async () => {
    await tellTask(req, task, 'taskLapses', now, { as: `lapses:${lapsesOn}` })
    await swap({ req, collection: 'tasks', where: byId(task.id), data: { lapsesOn } })
  })
}

function takeOffline(payload: Payload, { entry, revision, reviewBy }: LiveText, now: Date) {
  const words = { day: dayOf(reviewBy), days: daysUntilMarked }
  return lapse(payload, { id: entry, revision, at: now, ...lapsedTexts(words) })
}

/** Where the setting is off, nothing goes offline; put on again, units are told anew before. */
async function forgetDays(payload: Payload): Promise<void> {
  const where: Where = { and: [...waiting, { lapsesOn: { exists: true } }] }
  if ((await countRows(payload, { collection: 'tasks', where })) === 0) return
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () =>
    change({ req, collection: 'tasks', where, data: { lapsesOn: null } }),
  )
}

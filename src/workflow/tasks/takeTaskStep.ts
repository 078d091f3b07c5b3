import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/access/actor'
import {
  atTheUnit,
  longestSentence,
  mayTakeTask,
  seesTask,
  taskSteps,
  type TaskStep,
  type TaskStepRule,
} from '@/access/tasks'
import { whoAsks } from '../audit/append'
import { withoutNumbers } from '../findings/personalNumbers'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { orNone, said, sentAs } from '../sentAs'
import { byId, swap } from '../store'
import { nameOfNode } from '../step/publication'
import { answerNamed } from './entries'
import { finishOpenTaskStep, finishTaskStep, intentKept, type TaskIntent } from './finishTaskStep'
import { goingOffline } from './goingOffline'
import { tasksUnderWay, textsToMerge } from './mergeable'
import { openedNow } from './opened'
import { invalid, refusedAs, wordsOf } from './refuse'
import { findTask, taskFacts, unitDoing, type Task, type TaskOutcome, type TaskUnit } from './task'

const text = (field: 'sentence' | 'reason') =>
  said(orNone(z.string().trim().max(longestSentence)), wordsOf(field))

/** What may come with a step; which of it must, says the table. */
export const taskStepSent = z.object({
  sentence: text('sentence'),
  reason: text('reason'),
  entry: said(orNone(z.string().trim().max(20)), wordsOf('entry')),
  unit: said(orNone(z.string().max(64)), wordsOf('unit')),
  revision: said(orNone(z.number().int()), wordsOf('opened')),
  seenState: orNone(z.string().max(20)),
})

type Sent = z.output<typeof taskStepSent>

/** What a step brings: looked up and checked before anything is written. */
type Brought = {
  sentence?: string
  entry?: { id: string; number: string }
  unit?: TaskUnit
}

/**
 * A person takes a step of a task, the one way its state changes. Throws `Refused`: 404 for whoever does not see it, 403
 * and 409 with a sentence, 400 where something is missing; `at` is the clock. The state that was seen may be sent along: another one is 409.
 */
export async function takeTaskStep(
  req: PayloadRequest,
  actor: Actor,
  given: { id: string; step: TaskStep; body: Record<string, unknown>; at?: Date },
): Promise<Task> {
  const { step, at = new Date() } = given
  const task = await findTask(req, given.id)
  if (!task || !seesTask(actor, taskFacts(task))) throw new Refused('notFound')
  const why = mayTakeTask(actor, step, taskFacts(task))
  if (why) throw refusedAs(why)
  const sent = sentAs(taskStepSent, given.body)
  if (sent.seenState && sent.seenState !== task.state) throw refusedAs('wrongState')
  const brought = await broughtBy(req, actor, task, { step, sent })
  const by = { by: actor.id, byName: actor.name }
  if (step === 'decline') await tasksUnderWay(req, task)
  if (step === 'agree') await textsToMerge(req, task, at)
  const goOffline = step === 'merge' ? await goingOffline(req, task, at) : null
  // The centre may do so as often as it has to.
  const isCounted = !actor.roles.includes('centre')
  return inTransaction(req, async () => {
    await goOffline?.()
    return writeTaskStep(req, task, { step, ...brought, ...by, isCounted, at })
  })
}

async function broughtBy(
  req: PayloadRequest,
  actor: Actor,
  task: Task,
  { step, sent }: { step: TaskStep; sent: Sent },
): Promise<Brought> {
  const { needs }: TaskStepRule = taskSteps[step]
  const said = withoutNumbers(sent.sentence || sent.reason || '')
  if (needs.includes('reason') && !sent.reason) throw invalid('reason', 'reason')
  if (needs.includes('sentence') && !sent.sentence) throw invalid('sentence', 'sentence')
  if (needs.includes('opened')) await openedNow(req, actor, task, sent.revision)
  return {
    ...(said ? { sentence: said } : {}),
    ...(needs.includes('entry') ? { entry: await answerNamed(req, actor, sent.entry) } : {}),
    ...(needs.includes('unit') ? { unit: await unitNamed(req, task, sent.unit) } : {}),
  }
}

async function unitNamed(req: PayloadRequest, task: Task, id: string | undefined) {
  if (!id) throw invalid('unit', 'unit')
  const unit = await unitDoing(req, id)
  if (!unit) throw invalid('unit', 'noUnit')
  if (unit.id === task.unit) throw invalid('unit', 'sameUnit')
  return unit
}

/** How a task ends that somebody closes. */
const outcomes: Partial<Record<TaskStep, TaskOutcome>> = {
  accept: 'accepted',
  reconfirm: 'reviewed',
  merge: 'merged',
}

type Written = Brought & {
  step: TaskStep
  by: string | null
  byName: string | null
  /** Does handing it on count among those of units? */
  isCounted?: boolean
  /** Its last day from now on. */
  due?: string
  outcome?: TaskOutcome
  replay?: unknown
  at?: Date
}

/**
 * Writes a step that may be taken: the task, then all that follows, in the transaction that is open. Throws `Refused`
 * (409) where the task was written since it was read; nothing is written then.
 */
export async function writeTaskStep(
  req: PayloadRequest,
  task: Task,
  { step, at = new Date(), outcome, replay, unit, entry, sentence, by, byName, ...more }: Written,
): Promise<Task> {
  const { to }: TaskStepRule = taskSteps[step]
  const isAnswer = to === 'answered'
  const isEnd = to === 'closed' || to === 'refused'
  await finishOpenTaskStep(req, task)
  const intent: TaskIntent = {
    ...{ step, lock: task.lock + 1, from: task.state, to, sentence, entry: entry?.number },
    unit: unit ?? { id: task.unit, name: await nameOfNode(req, task.unit) },
    ...{ by, byName, asked: whoAsks(req), at: at.toISOString() },
  }
  const data = {
    ...{ state: to, lock: intent.lock, ...(await intentKept(req, intent)) },
    ...(entry ? { entry: entry.id, entryNumber: entry.number } : {}),
    ...(unit ? { unit: unit.id, unitAbove: unit.unitAbove ?? null } : {}),
    ...(step === 'reassign' && more.isCounted ? { reassigned: task.reassigned + 1 } : {}),
    ...(more.due ? { due: more.due } : {}),
    ...(isAnswer ? { answeredBy: by, answeredAt: intent.at } : {}),
    // What was said in an earlier round is not said now.
    ...(isAnswer || atTheUnit.includes(to) ? { answer: isAnswer ? (sentence ?? null) : null } : {}),
    ...(sentence && isEnd ? { answer: sentence } : {}),
    ...(replay === undefined ? {} : { replay }),
    outcome: isEnd ? (outcome ?? outcomes[step] ?? null) : null,
    overAt: isEnd ? intent.at : null,
  }
  const where: Where = {
    and: [byId(task.id), { lock: { equals: task.lock } }, { intent: { exists: false } }],
  }
  const moved = await swap<Task>({ req, collection: 'tasks', where, data })
  if (!moved) throw refusedAs('wrongState')
  await finishTaskStep(req, moved, intent)
  return moved
}

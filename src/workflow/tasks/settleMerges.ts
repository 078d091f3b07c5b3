import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { daysDue } from '@/access/taskDays'
import { atTheUnit, isOver, unfinished } from '@/access/tasks'
import { mergeTexts } from '@/i18n/merging'
import { readRows } from '@/tables'
import { findOpenTreeChanges } from '../tree/treeChanges'
import { areOfTheirUnits, textsOnline, type OnlineText } from './mergeable'
import { stepByServer, type Moved } from './stepByServer'
import { dueAfter, findTask, mergingOf, type Merging, type Task, type TaskOutcome } from './task'

const columns = [
  ...(['id', 'number', 'kind', 'state', 'unit', 'entry', 'matter'] as const),
  ...(['answer', 'outcome', 'lock', 'intent'] as const),
]
type Row = Pick<Task, (typeof columns)[number]>

/** A merge: the tasks of it, those that are over too, and its texts that are online. */
type Pair = { merging: Merging; tasks: readonly Row[]; goes?: OnlineText; stays?: OnlineText }

type Turn = { req: PayloadRequest; now: Date }

/**
 * Carries on what is to be merged: asks the unit whose text goes once the other agreed, and ends what one of them declined,
 * what was merged, what went offline otherwise, and what is no longer of the units that were asked. Each task in a transaction
 * of its own. Of all merges, or of these entries' alone. Returns how many moved.
 */
export async function settleMerges(
  payload: Payload,
  now = new Date(),
  entries?: readonly string[],
): Promise<number> {
  const pairs = await pairsUnderWay(payload, entries)
  if (pairs.length === 0) return 0
  const turn = { req: await createLocalReq({}, payload), now }
  let moved = 0
  for (const pair of pairs) {
    for (const task of pair.tasks.filter((one) => !isOver(one))) {
      // One that fails holds up no other.
      const isMoved = await settleMerge(turn, task, pair).catch((error: unknown) => {
        payload.logger.error({ err: error, msg: `${task.number} was not settled` })
        return false
      })
      if (isMoved) moved += 1
      await breathe()
    }
  }
  return moved
}

/** As often as the clock asks, all of them are read at once. */
async function pairsUnderWay(payload: Payload, entries?: readonly string[]): Promise<Pair[]> {
  const open = await readRows(payload, {
    ...{ collection: 'tasks', columns: ['matter'], sort: ['due', 'id'], limit: 0 },
    where: {
      and: [
        ...[{ kind: { equals: 'merge' } }, { state: { in: [...unfinished] } }],
        ...(entries ? [{ entry: { in: [...entries] } }] : []),
      ],
    },
  })
  const matters = [...new Set(open.map(({ matter }) => String(matter)))]
  if (matters.length === 0) return []
  const tasks = (await readRows(payload, {
    ...{ collection: 'tasks', columns, limit: 0, where: { matter: { in: matters } } },
  })) as Row[]
  const pairs = matters.flatMap((matter) => {
    const merging = mergingOf({ kind: 'merge', matter })
    return merging ? [{ merging, tasks: tasks.filter((task) => task.matter === matter) }] : []
  })
  const both = pairs.flatMap(({ merging }) => [merging.goes, merging.stays])
  const texts = await textsOnline({ payload }, both)
  return pairs.map((pair) => {
    const { goes, stays } = pair.merging
    return { ...pair, goes: texts.get(goes), stays: texts.get(stays) }
  })
}

async function settleMerge(turn: Turn, task: Row, pair: Pair): Promise<boolean> {
  const { req, now } = turn
  const { merging, tasks, goes, stays } = pair
  const end = (outcome: TaskOutcome | null, sentence?: string | null) =>
    outcome !== null &&
    move(turn, task, { step: 'settle', outcome, ...(sentence ? { sentence } : {}) })
  if (!goes || !stays) return end(await endOfGone(req.payload, pair))
  const other = tasks.find(({ id }) => id !== task.id)
  if (other && isOver(other)) return end(other.outcome ?? 'notMerged', other.answer)
  // The other unit's task is not there yet.
  if (!other && task.intent) return false
  if (!(await areOfTheirUnits(req, tasks, [goes, stays]))) {
    // While a unit is moved its texts go first, and its tasks follow.
    const isUnderWay = (await findOpenTreeChanges(req.payload)).length > 0
    return end(isUnderWay ? null : 'notMerged', mergeTexts.zh.moved)
  }
  const isGoing = task.entry === merging.goes && atTheUnit.includes(task.state)
  const isAgreed = !other || other.state === 'answered'
  if (!isGoing || !isAgreed) return false
  const due = await dueAfter(req.payload, daysDue.merge, now)
  return move(turn, task, { step: 'agreed', due })
}

/** Not where it was written, or went to another unit, since it was read. */
async function move({ req, now }: Turn, { id, lock, unit }: Row, moved: Omit<Moved, 'now'>) {
  const task = await findTask(req, id)
  if (task?.lock !== lock || task.unit !== unit) return false
  return stepByServer(req.payload, task, { ...moved, now })
}

/**
 * Null while it may only seem gone: where no transaction hides it, a text that is shown anew is closed for a moment.
 */
async function endOfGone(payload: Payload, { merging, goes }: Pair): Promise<TaskOutcome | null> {
  const gone = goes ? merging.stays : merging.goes
  const [row] = await readRows(payload, {
    ...{ collection: 'register', columns: ['liveRevision', 'successor', 'intent'], limit: 1 },
    where: { id: { equals: gone } },
  })
  if (row && (row.liveRevision !== null || row.intent !== null)) return null
  return !goes && row?.successor === merging.stays ? 'merged' : 'offline'
}

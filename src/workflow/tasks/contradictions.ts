import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import { daysDue } from '@/access/taskDays'
import { unfinished } from '@/access/tasks'
import { fill } from '@/i18n/adminTexts'
import { contradictionTexts, factKindNames, matterNames } from '@/i18n/facts'
import { once } from '@/once'
import { readRows } from '@/tables'
import { allContradictions, type Side, type ToldContradiction } from '../facts/contradictions'
import { isOfPhone, isPhoneGone } from './oldPhones'
import { openTask } from './openTask'
import { byServer, stepByServer } from './stepByServer'
import { dueAfter, tasksWhere, unitOrCentre, type Task } from './task'

/**
 * Makes a task of each unit of two texts online that say otherwise, once for what they say; and closes it once they agree, or one
 * of them is offline. Where they say it again after that, it is a task again. Not before the facts of the last change are known. Returns how many were opened and closed.
 */
export async function settleContradictions(
  payload: Payload,
  now = new Date(),
): Promise<{ opened: number; closed: number }> {
  const change = await lastChange(payload)
  const looked = once<Looked>('contradictions', () => ({ change: null, at: 0 }))
  const isFresh = looked.change === change && Date.now() - looked.at < longest
  if (change === null || isFresh) return { opened: 0, closed: 0 }
  const found = await allContradictions(payload, { now })
  const given = { open: await openTo(payload, found), agreed: await agreedOn(payload, found), now }
  let opened = 0
  for (const one of found) opened += await openBoth(payload, one, given)
  const present = new Set(found.map(({ id }) => id))
  const tasks = await tasksWhere(payload, {
    and: [{ kind: { equals: 'contradiction' } }, { state: { in: [...unfinished] } }],
  })
  let closed = 0
  for (const task of tasks) {
    const stands = isOfPhone(task)
      ? !(await isPhoneGone(payload, task))
      : present.has(task.matter ?? '')
    const moved = { step: 'settle' as const, outcome: 'agreeing' as const, now }
    if (!stands && (await stepByServer(payload, task, moved))) closed += 1
    await breathe()
  }
  Object.assign(looked, { change, at: Date.now() })
  return { opened, closed }
}

/** After which change of readers' texts this process looked last, and when. */
type Looked = { change: number | null; at: number }

/** So long, in milliseconds, nothing is looked at again where no text changed: days of validity and names of units do too. */
const longest = 3_600_000

/** The last change of readers' texts; null while its facts are not known. */
async function lastChange(payload: Payload): Promise<number | null> {
  const [[last], [counter]] = await Promise.all([
    readRows(payload, {
      ...{ collection: 'publications', columns: ['changeSeq'], sort: '-changeSeq', limit: 1 },
    }),
    readRows(payload, {
      ...{ collection: 'counters', columns: ['value'], limit: 1 },
      where: { id: { equals: 'facts' } },
    }),
  ])
  const change = Number(last?.changeSeq ?? 0)
  return Number(counter?.value ?? 0) >= change ? change : null
}

/** Entries whose live text every unit reads. */
async function openTo(payload: Payload, found: readonly ToldContradiction[]) {
  const entries = [...new Set(found.flatMap(({ one, other }) => [one.entry, other.entry]))]
  const rows = await readRows(payload, {
    ...{ collection: 'publications', columns: ['entry'], limit: 0 },
    where: { and: [{ slot: { in: entries } }, { openToUnits: { equals: true } }] },
  })
  return new Set(rows.map(({ entry }) => String(entry)))
}

/** How often two texts that say otherwise again had come to agree, by what they say and the entry whose task it was. */
async function agreedOn(payload: Payload, found: readonly ToldContradiction[]) {
  const rows = (await readRows(payload, {
    ...{ collection: 'tasks', columns: ['matter', 'entry'], limit: 0 },
    where: {
      and: [{ outcome: { equals: 'agreeing' } }, { matter: { in: found.map(({ id }) => id) } }],
    },
  })) as Pick<Task, 'matter' | 'entry'>[]
  return ({ id }: ToldContradiction, { entry }: Side): number =>
    rows.filter((task) => task.matter === id && task.entry === entry).length
}

type Given = {
  open: ReadonlySet<string>
  agreed: Awaited<ReturnType<typeof agreedOn>>
  now: Date
}

/** A task each, or one where both are a unit's own. */
async function openBoth(
  payload: Payload,
  told: ToldContradiction,
  { open, agreed, now }: Given,
): Promise<number> {
  const { one, other } = told
  const sides: [Side, Side][] =
    one.unit.id === other.unit.id
      ? [[one, other]]
      : [
          [one, other],
          [other, one],
        ]
  let opened = 0
  for (const [ours, theirs] of sides) {
    const req = await createLocalReq({}, payload)
    const unit = await unitOrCentre(req, ours.unit.id)
    const isTold = ours.unit.id === theirs.unit.id || open.has(theirs.entry)
    const again = agreed(told, ours)
    const id = `contradiction:${told.id}:${ours.unit.id}${again > 0 ? `:${again}` : ''}`
    const task = {
      ...{ id, kind: 'contradiction' as const, unit },
      ...{ about: aboutOf(told, ours, isTold ? theirs : null), matter: told.id, at: now },
      due: await dueAfter(payload, daysDue.contradiction, now),
      entry: { id: ours.entry, number: ours.number, revision: ours.revision },
      passage: ours.text,
    }
    if ((await openTask(req, task, byServer)).isNew) opened += 1
    await breathe()
  }
  return opened
}

/** What both say; of a text that is not open to all units, that there is one. */
function aboutOf({ kind, matter }: ToldContradiction, ours: Side, theirs: Side | null): string {
  const said = {
    ...{ kind: factKindNames[kind]?.zh ?? '', matter: matterNames[matter]?.zh ?? '' },
    ours: ours.text,
  }
  const { about, aboutClosed } = contradictionTexts.zh
  if (!theirs) return fill(aboutClosed, said)
  return fill(about, {
    ...said,
    ...{ number: theirs.number, unit: theirs.unit.name, theirs: theirs.text },
  })
}

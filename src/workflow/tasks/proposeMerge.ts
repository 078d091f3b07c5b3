import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/access/actor'
import { isMerged, keepsReaders, mayProposeMerge } from '@/access/merging'
import type { Library } from '@/access/rules'
import { daysDue } from '@/access/taskDays'
import { unfinished, type Side } from '@/access/tasks'
import { fill } from '@/i18n/adminTexts'
import { longestTakenOver, mergeTexts } from '@/i18n/merging'
import { countRows } from '@/tables'
import { withoutNumbers } from '../findings/personalNumbers'
import { namesOf } from '../namesOf'
import { Refused } from '../Refused'
import { orNone, said, sentAs } from '../sentAs'
import { readableEntry } from './entries'
import { liveTexts, type LiveText } from './goingOffline'
import { openTask, type NewTask, type Opened, type TaskReport } from './openTask'
import { invalid, wordsOf } from './refuse'
import { dueAfter, matterOfMerge, tasksWhere, unitDoing, type TaskUnit } from './task'

const numberOf = () => said(z.string().trim().min(1).max(20), wordsOf('entry'))

/** 合并, as it is sent: by their numbers the text that goes and the one that stays. */
export const mergeSent = z.object({
  goes: numberOf(),
  stays: numberOf(),
  /** What the text that goes says and the other does not, for a revision of the one that stays. */
  text: said(orNone(z.string().trim().max(longestTakenOver)), wordsOf('takenOver')),
})

type Told = { req: PayloadRequest; actor: Actor; at: Date }
type Both<Value> = Record<Side, Value>

/**
 * Proposes that a text is withdrawn as merged into another one which asks the same: a task of each unit, opened together, or one
 * where both texts are a unit's own. Throws `Refused`.
 */
export async function proposeMerge(
  { req, actor, at }: Told,
  body: Record<string, unknown>,
  report: TaskReport,
): Promise<Opened> {
  if (!mayProposeMerge(actor, [actor.unit])) throw new Refused('notAllowed')
  const sent = sentAs(mergeSent, body)
  const texts = await textsNamed(req, actor, sent)
  const { goes, stays } = texts
  if (!mayProposeMerge(actor, [goes.unit, stays.unit])) throw new Refused('notAllowed')
  if (goes.entry === stays.entry) throw invalid('stays', 'sameEntry')
  if (goes.library !== stays.library || !isMerged(goes.library as Library))
    throw invalid('stays', 'otherLibrary')
  if (!keepsReaders(goes, stays)) throw invalid('stays', 'fewerReaders')
  await refuseWhereUnderWay(req, texts)
  const units = {
    goes: await unitOf(req, goes, 'goes'),
    stays: await unitOf(req, stays, 'stays'),
  }
  const task = await tasksOf(req, texts, at)
  const text = sent.text ? { passage: withoutNumbers(sent.text) } : {}
  const isOneUnit = units.goes.id === units.stays.id
  return openTask(
    req,
    { ...task('goes', units.goes), ...(isOneUnit ? text : {}) },
    report,
    isOneUnit ? [] : [{ ...task('stays', units.stays), ...text }],
  )
}

/** Both as readers have them now, where this person reads them. */
async function textsNamed(
  req: PayloadRequest,
  actor: Actor,
  numbers: Both<string>,
): Promise<Both<LiveText>> {
  const named = async (side: Side) => {
    const entry = await readableEntry(req, actor, numbers[side])
    const [text] = entry ? await liveTexts(req, [entry.id]) : []
    if (!text) throw invalid(side, 'noEntry')
    return text
  }
  return { goes: await named('goes'), stays: await named('stays') }
}

async function refuseWhereUnderWay(
  { payload }: PayloadRequest,
  { goes, stays }: Both<LiveText>,
): Promise<void> {
  const [open] = await tasksWhere(
    payload,
    {
      and: [
        { kind: { equals: 'merge' } },
        { state: { in: [...unfinished] } },
        { or: [goes, stays].map(({ entry }) => ({ matter: { contains: entry } })) },
      ],
    },
    1,
  )
  if (!open) return
  const detail = { zh: wordsOf('underWay').zh, en: wordsOf('underWay').en }
  throw new Refused('wrongState', { detail })
}

async function unitOf(req: PayloadRequest, { unit }: LiveText, side: Side): Promise<TaskUnit> {
  const doing = await unitDoing(req, unit)
  if (!doing) throw invalid(side, 'noUnit')
  return doing
}

async function tasksOf(
  req: PayloadRequest,
  texts: Both<LiveText>,
  at: Date,
): Promise<(side: Side, unit: TaskUnit) => NewTask> {
  const { payload } = req
  const { goes, stays } = texts
  const entries = { goes: goes.entry, stays: stays.entry }
  const [names, round, due] = await Promise.all([
    namesOf(payload, [goes.unit, stays.unit], 'nodes'),
    roundOf(req, entries),
    dueAfter(payload, daysDue.merge, at),
  ])
  const named = ({ number, unit }: LiveText) => `${number}（${names.get(unit) ?? ''}）`
  const matter = matterOfMerge(entries, round)
  return (side, unit) => ({
    ...{ id: `${matter}:${side}`, kind: 'merge', matter, unit, due, at },
    about: fill(mergeTexts.zh.about, { goes: named(goes), stays: named(stays) }),
    entry: { id: texts[side].entry, number: texts[side].number, revision: null },
  })
}

/** How often this was proposed before: two who propose it at once propose one matter. */
const roundOf = ({ payload }: PayloadRequest, entries: Both<string>): Promise<number> =>
  countRows(payload, {
    collection: 'tasks',
    where: {
      and: [
        { kind: { equals: 'merge' } },
        { entry: { equals: entries.goes } },
        { matter: { contains: `${entries.goes}:${entries.stays}` } },
      ],
    },
  })

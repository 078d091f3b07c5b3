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
import { addPassage } from './addPassage'
import { readableEntry } from './entries'
import { joinOrOpen } from './joinOrOpen'
import { textsOnline, type OnlineText } from './mergeable'
import type { NewTask, Opened, TaskReport } from './openTask'
import { invalid, wordsOf } from './refuse'
import { dueAfter, matterOfMerge, mergingOf, tasksWhere, unitDoing, type TaskUnit } from './task'

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
 * where both texts are a unit's own. Who proposes the same while it waits hears the end too, and what they want taken over is asked for as well. Throws `Refused`.
 */
export async function proposeMerge(
  { req, actor, at }: Told,
  body: Record<string, unknown>,
  report: TaskReport,
): Promise<Opened> {
  if (!mayProposeMerge(actor, [actor.unit])) throw new Refused('notAllowed')
  const sent = sentAs(mergeSent, body)
  const texts = await textsNamed({ req, actor, at }, sent)
  const { goes, stays } = texts
  if (!mayProposeMerge(actor, [goes.unit, stays.unit])) throw new Refused('notAllowed')
  if (goes.entry === stays.entry) throw invalid('stays', 'sameEntry')
  if (goes.library !== stays.library || !isMerged(goes.library as Library))
    throw invalid('stays', 'otherLibrary')
  if (!keepsReaders(goes, stays)) throw invalid('stays', 'fewerReaders')
  const units = {
    goes: await unitOf(req, goes, 'goes'),
    stays: await unitOf(req, stays, 'stays'),
  }
  const passage = sent.text ? withoutNumbers(sent.text) : null
  return joinOrOpen(req, {
    known: () => sameUnderWay(req, texts),
    task: () => tasksOf(req, { texts, units, passage, at }),
    joining: { ...report, ...(passage === null ? {} : { words: passage }) },
    adding: async (id) => (passage === null ? undefined : addPassage(req, id, passage)),
    report,
    at,
  })
}

/** Both as readers have them now, where this person reads them. */
async function textsNamed(
  { req, actor, at }: Told,
  numbers: Both<string>,
): Promise<Both<OnlineText>> {
  const named = async (side: Side) => {
    const entry = await readableEntry(req, actor, numbers[side], at)
    const text = entry && (await textsOnline(req, [entry.id])).get(entry.id)
    if (!text) throw invalid(side, 'noEntry')
    return text
  }
  return { goes: await named('goes'), stays: await named('stays') }
}

/** The task to merge the same, by its id. An entry is in one merge at a time: throws `Refused` where it is in another. */
async function sameUnderWay(
  { payload }: PayloadRequest,
  { goes, stays }: Both<OnlineText>,
): Promise<string | null> {
  const open = await tasksWhere(payload, {
    and: [
      { kind: { equals: 'merge' } },
      { state: { in: [...unfinished] } },
      { or: [goes, stays].map(({ entry }) => ({ matter: { contains: entry } })) },
    ],
  })
  if (open.length === 0) return null
  const same = open.find((task) => {
    const merging = mergingOf(task)
    const isSame = merging?.goes === goes.entry && merging.stays === stays.entry
    // Of both units' tasks the one whose end is told.
    return isSame && task.entry === goes.entry
  })
  if (same) return same.id
  const { zh, en } = wordsOf('underWay')
  throw new Refused('wrongState', { detail: { zh, en } })
}

async function unitOf(req: PayloadRequest, { unit }: OnlineText, side: Side): Promise<TaskUnit> {
  const doing = await unitDoing(req, unit)
  if (!doing) throw invalid(side, 'noUnit')
  return doing
}

type Proposal = {
  texts: Both<OnlineText>
  units: Both<TaskUnit>
  passage: string | null
  at: Date
}

/** A task of each unit, or one; what is to be taken over lies with the unit whose text stays. */
async function tasksOf(
  req: PayloadRequest,
  { texts, units, passage, at }: Proposal,
): Promise<NewTask> {
  const { payload } = req
  const { goes, stays } = texts
  const entries = { goes: goes.entry, stays: stays.entry }
  const [names, round, due] = await Promise.all([
    namesOf(payload, [goes.unit, stays.unit], 'nodes'),
    roundOf(req, entries),
    dueAfter(payload, daysDue.merge, at),
  ])
  const named = ({ number, unit }: OnlineText) => `${number}（${names.get(unit) ?? ''}）`
  const matter = matterOfMerge(entries, round)
  const task = (side: Side): NewTask => ({
    ...{ id: `${matter}:${side}`, kind: 'merge', matter, unit: units[side], due, at },
    about: fill(mergeTexts.zh.about, { goes: named(goes), stays: named(stays) }),
    entry: { id: texts[side].entry, number: texts[side].number, revision: null },
  })
  const text = passage === null ? {} : { passage }
  if (units.goes.id === units.stays.id) return { ...task('goes'), ...text }
  return { ...task('goes'), others: [{ ...task('stays'), ...text }] }
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

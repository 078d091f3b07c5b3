import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/access/actor'
import { daysDue } from '@/access/taskDays'
import { longestSentence, mayRequest } from '@/access/tasks'
import { dayOf } from '@/shanghaiDay'
import { LONGEST_QUERY } from '@/search/types'
import { withoutAnyNumbers } from '../findings/callersWords'
import { withoutNumbers } from '../findings/personalNumbers'
import { Refused } from '../Refused'
import { orNone, said, sentAs } from '../sentAs'
import { ofNode } from '../usage/viewsWanted'
import { readableEntry } from './entries'
import { reportGap } from './gaps'
import { joinOrOpen } from './joinOrOpen'
import { openTask, type Opened, type TaskReport } from './openTask'
import { proposeMerge } from './proposeMerge'
import { invalid, wordsOf } from './refuse'
import { ofCitizen, receiptOf } from './receipts'
import { askUnits } from './requests'
import {
  dueAfter,
  openTaskOf,
  unitDoing,
  unitOrCentre,
  type TaskChannel,
  type TaskUnit,
} from './task'

const sentence = () => said(z.string().trim().min(1).max(longestSentence), wordsOf('sentence'))

/** 知识缺口, as it is sent. */
export const gapSent = z.object({
  query: said(z.string().trim().min(1).max(LONGEST_QUERY), wordsOf('query')),
  /** The caller's own words. */
  words: said(orNone(z.string().trim().max(longestSentence)), wordsOf('sentence')),
  /** Where the caller lives, and the unit that should know. */
  district: said(orNone(ofNode()), wordsOf('unit')),
  unit: said(orNone(ofNode()), wordsOf('unit')),
  /** The answer in which it was not. */
  search: orNone(z.uuid()),
})

/** 纠错, as it is sent: by people here, and by citizens. */
export const correctionSent = z.object({
  entry: said(z.string().trim().min(1).max(20), wordsOf('entry')),
  sentence: sentence(),
  passage: said(orNone(z.string().trim().max(longestSentence)), wordsOf('sentence')),
  revision: orNone(z.number().int()),
})

/** 维护需求 of the centre to one or many units. */
export const requestSent = z.object({
  units: said(z.array(ofNode()).min(1).max(500), wordsOf('units')),
  sentence: sentence(),
  due: said(z.iso.date(), wordsOf('due')),
  entry: said(orNone(z.string().trim().max(20)), wordsOf('entry')),
})

type Told = {
  req: PayloadRequest
  actor: Actor
  at: Date
  /** Through which door; the desk's where nothing is said. */
  channel?: TaskChannel
}
type Body = Record<string, unknown>

const by = ({ actor, channel = 'desk' }: Told): TaskReport => ({
  ...{ by: actor.id, byName: actor.name, unit: actor.unit, channel },
})

/** Somebody tells of a gap. Throws `Refused`. */
export async function tellGap(told: Told, body: Body): Promise<Opened> {
  const { words, district, search, ...sent } = sentAs(gapSent, body)
  const unit = sent.unit ? await unitNamed(told.req, sent.unit, 'unit') : null
  const query = withoutAnyNumbers(sent.query)
  return reportGap(
    told.req,
    { query, unit, at: told.at },
    {
      ...by(told),
      district,
      search,
      ...(words ? { words: withoutAnyNumbers(words) } : {}),
    },
  )
}

/** Somebody tells of what is wrong in a text they read. Throws `Refused`: 404 of what they do not read. */
export const tellCorrection = (told: Told, body: Body): Promise<Opened> =>
  correct(told, body, by(told))

/** A task as a citizen opened it, with the receipt by which they hear the end. */
type ToldPublicly = Opened & { receipt: string }

/** A citizen tells of what is wrong in an answer of the portal; who, nobody knows. Throws `Refused`. */
export async function tellCitizensCorrection(
  req: PayloadRequest,
  body: Body,
  at: Date,
): Promise<ToldPublicly> {
  const report = ofCitizen()
  const opened = await correct({ req, actor: null, at }, body, report)
  return { ...opened, receipt: receiptOf(opened, report) }
}

/** A citizen tells of what they did not find on the portal. Throws `Refused`. */
export async function tellCitizensGap(
  req: PayloadRequest,
  body: Body,
  at: Date,
): Promise<ToldPublicly> {
  const { words, query } = sentAs(gapSent.pick({ query: true, words: true }), body)
  const report = { ...ofCitizen(), ...(words ? { words: withoutAnyNumbers(words) } : {}) }
  const opened = await reportGap(req, { query: withoutAnyNumbers(query), unit: null, at }, report)
  return { ...opened, receipt: receiptOf(opened, report) }
}

type Correcting = Pick<Told, 'req' | 'at'> & { actor: Actor | null }

async function correct({ req, at, actor }: Correcting, body: Body, report: TaskReport) {
  const { entry: number, sentence, passage, revision } = sentAs(correctionSent, body)
  const entry = await readableEntry(req, actor, number, at)
  if (!entry) throw new Refused('notFound')
  const unit = await unitOrCentre(req, entry.unit)
  // A telephone that is right is what a correction is about: of persons alone numbers are masked.
  const about = withoutNumbers(sentence)
  const matter = matterOf(actor, entry.id)
  const task = async () => ({
    ...{ kind: 'correction' as const, unit, about, at, matter },
    due: await dueAfter(req.payload, daysDue.correction, at),
    entry: { id: entry.id, number: entry.number, revision: revision ?? entry.liveRevision },
    ...(passage ? { passage: withoutNumbers(passage) } : {}),
  })
  if (matter === undefined) return openTask(req, await task(), report)
  const known = () => openTaskOf(req.payload, matter)
  return joinOrOpen(req, { known, task, joining: { ...report, words: about }, report, at })
}

/** What citizens find wrong in one answer is one task, however many tell of it; so is what one system does. */
function matterOf(actor: Actor | null, entry: string): string | undefined {
  if (!actor) return `citizens:${entry}`
  return actor.isKey ? `system:${actor.id}:${entry}` : undefined
}

/** The centre asks units for something, a task each. What is wrong is refused before the first. Throws `Refused`. */
export async function tellRequest(told: Told, body: Body): Promise<Opened[]> {
  const { req, actor, at } = told
  if (!mayRequest(actor)) throw new Refused('notAllowed')
  const sent = sentAs(requestSent, body)
  if (sent.due < dayOf(at)) throw invalid('due', 'due')
  const units = new Set<string>()
  for (const id of new Set(sent.units)) units.add((await unitNamed(req, id, 'units')).id)
  const named = sent.entry ? await readableEntry(req, actor, sent.entry, at) : null
  if (sent.entry && !named) throw invalid('entry', 'noEntry')
  const entry = named
    ? { id: named.id, number: named.number, revision: named.liveRevision }
    : undefined
  const about = withoutNumbers(sent.sentence)
  const report = { ...by({ ...told, channel: 'admin' }), by: actor.id }
  return askUnits(req, {
    ...{ about, due: sent.due, entry, units: [...units], report, at: at.toISOString() },
  })
}

/** Two texts are to become one. Throws `Refused`. */
export const tellMerge = (told: Told, body: Body): Promise<Opened> =>
  proposeMerge(told, body, by({ ...told, channel: 'admin' }))

async function unitNamed(req: PayloadRequest, id: string, field: string): Promise<TaskUnit> {
  const unit = await unitDoing(req, id)
  if (!unit) throw invalid(field, 'noUnit')
  return unit
}

import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { documentStates, type DocumentState } from '@/access/tasks'
import { documentTexts } from '@/i18n/documents'
import { dayBefore, dayOf } from '@/shanghaiDay'
import { liveInOrder, readRows } from '@/tables'
import { answer, param } from '../answer'
import { whoAsks } from '../audit/append'
import { namesOf } from '../namesOf'
import { Refused } from '../Refused'
import { findOne } from '../store'
import { askReview, graceDays } from './askReviews'
import { documentNumbersIn } from './documentNumbers'
import { tasksWhere, type Task } from './task'

type Sent = { id?: string; number?: unknown; state?: unknown; replacedBy?: unknown }

/** What is stored of a document; throws `Refused` where its number is none, is kept already, or a successor is missing. */
export async function prepareDocument(req: PayloadRequest, sent: Sent) {
  if (typeof sent.number !== 'string') return {}
  const [slot] = documentNumbersIn(sent.number)
  if (!slot) throw wrong('number', 'noNumber')
  const other = await findOne({ req, collection: 'documents', where: { slot: { equals: slot } } })
  if (other && other.id !== sent.id) throw wrong('number', 'known')
  const state = documentStates.find((one) => one === sent.state)
  const successor = typeof sent.replacedBy === 'string' ? documentNumbersIn(sent.replacedBy)[0] : ''
  if (state === 'replaced' && !successor) throw wrong('replacedBy', 'noSuccessor')
  return {
    ...{ slot, number: slot, replacedBy: state === 'replaced' ? successor : null },
    ...whoAsks(req),
  }
}

const wrong = (field: string, key: 'noNumber' | 'known' | 'noSuccessor') =>
  new Refused('invalid', {
    fields: [field],
    detail: { zh: documentTexts.zh[key], en: documentTexts.en[key] },
  })

type Resting = { entry: string; number: string; title: string; revision: number; unit: string }

/** Texts that are read at a time. */
const textsAtOnce = 200

/**
 * The texts online that name one of these documents as what they rest on, in the field or in the text, by the documents:
 * one pass over all texts, however many documents there are.
 */
export async function restingOn(
  payload: Payload,
  slots: readonly string[],
): Promise<ReadonlyMap<string, Resting[]>> {
  const resting = new Map(slots.map((slot) => [slot, [] as Resting[]]))
  if (slots.length === 0) return resting
  const columns = ['entry', 'number', 'title', 'revision', 'unit', 'basis', 'plain']
  const texts = liveInOrder<Resting & { basis: string | null; plain: string | null }>(payload, {
    ...{ columns, limit: textsAtOnce },
  })
  for await (const { basis, plain, ...row } of texts)
    for (const slot of documentNumbersIn(`${basis ?? ''}\n${plain ?? ''}`))
      resting.get(slot)?.push(row)
  return resting
}

/**
 * Asks back every entry online that rests on a document which is out of force, once for a document and entry. Returns how
 * many tasks came of it.
 */
export async function askByBasis(payload: Payload, now = new Date()): Promise<number> {
  const gone = (await readRows(payload, {
    ...{ collection: 'documents', columns: ['slot', 'state', 'replacedBy'], limit: 0 },
    where: { state: { not_equals: 'valid' } },
  })) as { slot: string; state: DocumentState; replacedBy: string | null }[]
  const resting = await restingOn(
    payload,
    gone.map(({ slot }) => slot),
  )
  const due = dayBefore(dayOf(now), -graceDays)
  let opened = 0
  for (const { slot, replacedBy } of gone) {
    const about = replacedBy ? `${slot} → ${replacedBy}` : slot
    for (const row of resting.get(slot) ?? [])
      opened += await askReview(payload, row, { cause: 'basis', due, now, about })
  }
  return opened
}

/** How the review of an entry stands that was asked back because of a document. */
export type BasisReview = Pick<Task, 'id' | 'number' | 'state' | 'due' | 'outcome'> & {
  entry: string
  unit: string
}

/** What was asked back because of this document, the first due first, those that rest on it no longer too. */
async function askedBack(payload: Payload, slot: string): Promise<BasisReview[]> {
  const about = { or: [{ about: { equals: slot } }, { about: { contains: `${slot} → ` } }] }
  const found = await tasksWhere(payload, { and: [{ cause: { equals: 'basis' } }, about] })
  // 民政〔2020〕1号 stands at the end of 云民政〔2020〕1号.
  const tasks = found.filter((task) => task.about === slot || task.about.startsWith(`${slot} → `))
  const units = await namesOf(
    payload,
    tasks.map(({ unit }) => unit),
    'nodes',
  )
  return tasks.map(({ id, number, state, due, outcome, entryNumber, unit }) => ({
    ...{ id, number, state, due, outcome, entry: entryNumber ?? '' },
    unit: units.get(unit) ?? '',
  }))
}

/**
 * `GET /api/documents/{id}/entries`: `{ entries: [{ number, title }], reviews }` online that rest on it, and how it stands with
 * each that was asked back, for the centre.
 */
export const restingEndpoint: Endpoint = answer('get', '/:id/entries', async (req) => {
  const actor: Actor | null = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'documents', 'read')) throw new Refused('notAllowed')
  const where = { id: { equals: param(req, 'id') } }
  const found = await findOne<{ id: string; slot: string }>({
    ...{ req, collection: 'documents', where },
  })
  if (!found) throw new Refused('notFound')
  const [resting, reviews] = await Promise.all([
    restingOn(req.payload, [found.slot]),
    askedBack(req.payload, found.slot),
  ])
  const told = (resting.get(found.slot) ?? []).map(({ number, title }) => ({ number, title }))
  return { entries: told.toSorted((one, other) => (one.number < other.number ? -1 : 1)), reviews }
})

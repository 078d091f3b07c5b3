import type { Endpoint, Payload, PayloadRequest, Where } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { documentStates, type DocumentState } from '@/access/tasks'
import { documentTexts } from '@/i18n/documents'
import { dayOf } from '@/shanghaiDay'
import { readRows } from '@/tables'
import { answer, param } from '../answer'
import { whoAsks } from '../audit/append'
import { Refused } from '../Refused'
import { findOne } from '../store'
import { askReview } from './askReviews'
import { documentNumbersIn } from './documentNumbers'

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

/** The texts online that name a document as what they rest on, in its field or in the text, by their entries' numbers. */
export async function restingOn(payload: Payload, slot: string): Promise<Resting[]> {
  const rows = (await readRows(payload, {
    ...{ collection: 'publications', sort: 'number', limit: 0 },
    columns: ['entry', 'number', 'title', 'revision', 'unit', 'basis', 'plain'],
    where: { and: [{ isLive: { equals: true } }, { or: mayName(slot) }] },
  })) as (Resting & { basis: string | null; plain: string | null })[]
  return rows.filter(({ basis, plain }) =>
    documentNumbersIn(`${basis ?? ''}\n${plain ?? ''}`).includes(slot),
  )
}

/** Wherever its end stands in one of the usual brackets; the database looks, and what it finds is read. */
const mayName = (slot: string): Where[] => {
  const end = slot.slice(slot.indexOf('〕') + 1)
  const year = slot.slice(slot.indexOf('〔') + 1, slot.indexOf('〕'))
  return ['〕', ']', '］', '】', '）', ')'].flatMap((bracket) =>
    ['', '第'].flatMap((word): Where[] => {
      const written = `${year}${bracket}${word}${end}`
      return [{ basis: { contains: written } }, { plain: { contains: written } }]
    }),
  )
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
  let opened = 0
  for (const { slot, replacedBy } of gone) {
    const about = replacedBy ? `${slot} → ${replacedBy}` : slot
    const due = dayOf(new Date(now.getTime() + graceDays * 86_400_000))
    for (const row of await restingOn(payload, slot))
      opened += await askReview(payload, row, 'basis', due, now, about)
  }
  return opened
}

/** So many days a unit has to look at what rests on a document that is out of force. */
const graceDays = 7

/** `GET /api/documents/{id}/entries`: `{ entries: [{ number, title }] }` online that rest on it, for the centre. */
export const restingEndpoint: Endpoint = answer('get', '/:id/entries', async (req) => {
  const actor: Actor | null = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'documents', 'read')) throw new Refused('notAllowed')
  const where = { id: { equals: param(req, 'id') } }
  const found = await findOne<{ id: string; slot: string }>({
    ...{ req, collection: 'documents', where },
  })
  if (!found) throw new Refused('notFound')
  const entries = await restingOn(req.payload, found.slot)
  return { entries: entries.map(({ number, title }) => ({ number, title })) }
})

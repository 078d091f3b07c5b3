import type { PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { mayReview } from '@/access/promoting'
import { isInReach } from '@/access/reach'
import { promotionRefusals } from '@/i18n/promoting'
import { asPut } from '@/statistics/askedInVain'
import { findEntry, type Entry } from '../entry'
import { nameOfEntry } from '../findings/personalNumbers'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { change } from '../store'
import { readsToReview, type ReadsToReview } from './readsToReview'
import { answerOf, recordReview, type ReviewKind } from './reviews'

/** What somebody answers, once it is known that they may and what it is about. */
export type Answered = {
  req: PayloadRequest
  actor: Actor
  unit: string
  kind: Exclude<ReviewKind, 'all'>
  subject: string
  /** Of an entry. */
  entry: Entry | null
  /** Of a query: as somebody put it. */
  title: string
  proposed: ReadsToReview
  now: Date
}

/** Who answers for which unit. Throws `Refused` for whoever does not. */
export function reviewerOf(req: PayloadRequest): Actor {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  if (!mayReview(actor)) throw new Refused('notAllowed')
  return actor
}

type Sent = { kind: 'entry' | 'query'; subject: string }

/** Reads what the answer is about: an entry of the unit's own, or a query that is proposed to it now. Throws `Refused`. */
export async function answered(req: PayloadRequest, { kind, subject }: Sent): Promise<Answered> {
  const actor = reviewerOf(req)
  const { unit } = actor
  const now = new Date()
  const entry = kind === 'entry' ? await ownEntry(req, actor, subject) : null
  const proposed = await readsToReview(req.payload, unit, now)
  if (!entry && !proposed.queries.some(({ query }) => query === subject))
    throw new Refused('notFound', { detail: promotionRefusals.notProposed })
  const { first: from, until: to } = proposed.read
  const title = entry ? nameOfEntry(entry) : await asPut(req.payload, subject, { from, to })
  return { req, actor, unit, kind, subject, entry, title, proposed, now }
}

async function ownEntry(req: PayloadRequest, actor: Actor, id: string): Promise<Entry> {
  const entry = await findEntry(req, id)
  if (!entry || !isInReach(actor, entry)) throw new Refused('notFound')
  if (entry.unit !== actor.unit) throw new Refused('notAllowed')
  return entry
}

/** 看过，无需处理: of one of them. Said twice in a period, it is on record once. */
export async function nothingToDo(answered: Answered): Promise<void> {
  const { req, unit, kind, subject, proposed, title, now } = answered
  const { entries, queries } = proposed
  const isAnswered =
    kind === 'entry'
      ? entries.some(({ id, answer }) => id === subject && answer)
      : queries.some(({ query, answer }) => query === subject && answer)
  if (isAnswered) return
  const review = answerOf(req, now, { unit, kind, subject, outcome: 'nothing' })
  await inTransaction(req, async () => {
    await recordReview(req, review, title)
    await closing(answered)
  })
}

/** 全部看过，无需处理: of all that is not answered yet. Said twice in a period, it is on record once. */
export async function nothingOfAll(req: PayloadRequest): Promise<void> {
  const { unit } = reviewerOf(req)
  const now = new Date()
  const { period, looked } = await readsToReview(req.payload, unit, now)
  if (looked) return
  await inTransaction(req, () => close({ req, unit, now, first: period.first }, 'nothing'))
}

/** In the transaction of an answer: where it was the last that was wanted, the look is done. */
export async function closing({ req, unit, kind, subject, proposed, now }: Answered) {
  const { period, entries, queries, looked } = proposed
  const isLast =
    entries.every(({ id, answer }) => answer ?? (kind === 'entry' && id === subject)) &&
    queries.every(({ query, answer }) => answer ?? (kind === 'query' && query === subject))
  if (!looked && isLast) await close({ req, unit, now, first: period.first }, 'answered')
}

type Closed = { req: PayloadRequest; unit: string; now: Date; first: string }

/** Puts the look on record and lets the reminder rest. */
async function close({ req, unit, now, first }: Closed, outcome: 'nothing' | 'answered') {
  const id = `look:${unit}:${first}`
  await recordReview(req, answerOf(req, now, { id, unit, kind: 'all', outcome }), '')
  const waits = { event: { equals: 'readsToReview' }, unit: { equals: unit } }
  await change({
    ...{ req, collection: 'messages', where: { ...waits, settledAt: { exists: false } } },
    data: { settledAt: now.toISOString() },
  })
}

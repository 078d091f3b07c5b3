import { createLocalReq, type PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { mayReview } from '@/access/promoting'
import { isInReach } from '@/access/reach'
import { promotionRefusals } from '@/i18n/promoting'
import { asPut } from '@/statistics/askedInVain'
import { findEntry, type Entry } from '../entry'
import { nameOfEntry } from '../findings/personalNumbers'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { answersIn, answerTo, isLook, readsToReview, type ReadsToReview } from './readsToReview'
import { answerOf, idFrom, noteEmpty, recordReview, type ReviewKind } from './reviews'
import { settleTold } from './told'

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
export async function answered(
  req: PayloadRequest,
  { kind, subject }: Sent,
  now = new Date(),
): Promise<Answered> {
  const actor = reviewerOf(req)
  const { unit } = actor
  const entry = kind === 'entry' ? await ownEntry(req, actor, subject) : null
  const proposed = await readsToReview(req.payload, unit, now)
  if (!entry && !proposed.queries.some(({ query }) => query === subject)) throw notProposed()
  const { first: from, until: to } = proposed.read
  const title = entry ? nameOfEntry(entry) : await asPut(req.payload, subject, { from, to })
  return { req, actor, unit, kind, subject, entry, title, proposed, now }
}

const notProposed = () => new Refused('notFound', { detail: promotionRefusals.notProposed })

async function ownEntry(req: PayloadRequest, actor: Actor, id: string): Promise<Entry> {
  const entry = await findEntry(req, id)
  if (!entry || !isInReach(actor, entry)) throw new Refused('notFound')
  if (entry.unit !== actor.unit) throw new Refused('notAllowed')
  return entry
}

/**
 * 看过，无需处理: of one of them. Said twice in a period, it is on record once. Throws `Refused` of what is not proposed.
 */
export async function nothingToDo(answered: Answered): Promise<void> {
  const { req, unit, kind, subject, proposed, title, now } = answered
  const asked = subjectsOf(proposed).find((one) => one.kind === kind && one.subject === subject)
  if (!asked) throw notProposed()
  if (asked.answer) return
  const id = idFrom('nothing', unit, proposed.period.first, kind, subject)
  const review = answerOf(req, now, { id, unit, kind, subject, outcome: 'nothing' })
  await inTransaction(req, async () => {
    await recordReview(req, review, title)
    await closing(answered)
  })
}

/** 全部看过，无需处理: of all that is not answered yet. Said twice in a period, it is on record once. */
export async function nothingOfAll(req: PayloadRequest, now = new Date()): Promise<void> {
  const { unit } = reviewerOf(req)
  const { period, looked } = await readsToReview(req.payload, unit, now)
  if (looked) return
  await inTransaction(req, () => close({ req, unit, now, first: period.first }, 'nothing'))
}

/** In the transaction of an answer: where it was the last that was wanted, the look is done. */
export async function closing({ req, unit, kind, subject, proposed, now }: Answered) {
  const { period } = proposed
  // A colleague may have answered others since the list was read.
  const answers = await answersIn(req.payload, unit, period)
  const isLast = subjectsOf(proposed).every(
    (one) =>
      (one.kind === kind && one.subject === subject) ||
      answerTo(one.kind, one.subject, answers) !== null,
  )
  if (isLast && !answers.some(isLook))
    await close({ req, unit, now, first: period.first }, 'answered')
}

/**
 * What is proposed to a unit, for one of its people. Where somebody who answers it finds nothing that is left to answer, as
 * when the last of it went offline or two answered at once, the look is done. Rejects as the database does.
 */
export async function readOwn({ payload, user }: PayloadRequest, unit: string, now: Date) {
  const proposed = await readsToReview(payload, unit, now)
  const subjects = subjectsOf(proposed)
  const isDone = subjects.every(({ answer }) => answer !== null)
  if (!user || !mayReview(actorOf(user)) || proposed.looked || !isDone) return proposed
  const { first } = proposed.period
  const req = await createLocalReq({ user }, payload)
  await inTransaction(req, async () => {
    if (subjects.length > 0) return close({ req, unit, now, first }, 'answered')
    await noteEmpty(req, { unit, first, at: now })
    await settleTold(req, unit, now)
  })
  return readsToReview(payload, unit, now)
}

/** One by one, whichever it is. */
const subjectsOf = ({ entries, queries }: ReadsToReview) => [
  ...entries.map(({ id, answer }) => ({ kind: 'entry', subject: id, answer }) as const),
  ...queries.map(({ query, answer }) => ({ kind: 'query', subject: query, answer }) as const),
]

type Closed = { req: PayloadRequest; unit: string; now: Date; first: string }

/** Puts the look on record and lets the reminder rest. */
async function close({ req, unit, now, first }: Closed, outcome: 'nothing' | 'answered') {
  const id = `look:${unit}:${first}`
  await recordReview(req, answerOf(req, now, { id, unit, kind: 'all', outcome }), '')
  await settleTold(req, unit, now)
}

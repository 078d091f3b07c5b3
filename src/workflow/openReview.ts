import type { PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { stepsFor } from '@/access/can'
import { isInReach } from '@/access/reach'
import type { Library } from '@/access/rules'
import { differenceOf, type LiveText } from './differenceOf'
import { factsOf, findEntry } from './entry'
import { findingsOf } from './findingsOf'
import { appearanceOf, type WorkingText } from './publication'
import { Refused } from './Refused'
import { byId, findOne, insertOnce } from './store'

/**
 * How a revision is opened for review: the text as readers will see it, what differs from the live
 * text, findings, and the steps this person may take. Opening is recorded; approving asks for it.
 */
export async function openReview(given: {
  req: PayloadRequest
  library: Library
  id: string
  /** The clock, for demo data of the past; now when left out. */
  at?: Date
}) {
  const { req, library, id } = given
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const entry = await findEntry(req, id)
  if (entry?.library !== library || !isInReach(actor, entry)) throw new Refused('notFound')
  const text = await findOne<WorkingText>({
    req,
    collection: library as 'knowledge',
    where: byId(id),
  })
  if (text?.revision !== entry.revision)
    throw new Refused('changedMeanwhile', { latest: entry.revision })
  const where = { slot: { equals: id } }
  const live = await findOne<LiveText>({ req, collection: 'publications', where })
  const appearance = await appearanceOf(req, entry, text)
  const { revision, number, state, title } = entry
  await insertOnce({
    req,
    collection: 'audit',
    data: {
      id: openingId(actor, id, revision),
      action: 'review',
      by: actor.id,
      byName: actor.name,
      subject: id,
      subjectName: `${number} ${title}`,
      revision,
      at: (given.at ?? new Date()).toISOString(),
    },
  })
  return {
    id,
    number,
    state,
    revision,
    ...appearance,
    liveRevision: entry.liveRevision ?? null,
    difference: live ? differenceOf(live, appearance) : null,
    findings: findingsOf(library, text, appearance),
    steps: stepsFor(actor, await factsOf(req, entry, actor)),
  }
}

/** Did this person open this revision? */
export async function hasOpened(
  req: PayloadRequest,
  actor: Actor,
  id: string,
  revision: number,
): Promise<boolean> {
  const where = byId(openingId(actor, id, revision))
  return (await findOne({ req, collection: 'audit', where })) !== null
}

const openingId = (actor: Actor, id: string, revision: number) =>
  `review:${id}:${revision}:${actor.id}`

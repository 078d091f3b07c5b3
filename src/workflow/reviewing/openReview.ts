import type { PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { audienceOf } from '@/access/audience'
import { stepsFor } from '@/access/can'
import { mayOpenCopy } from '@/access/reach'
import type { Library } from '@/access/rules'
import { appendAudit } from '../audit/append'
import { contentHash } from '../audit/digests'
import { noteReading } from '../audit/readings'
import { answersOf, copyOf, factsOf, findEntry, type Entry } from '../entry'
import { contradictionsOf } from '../facts/contradictions'
import { isNumber, type FindingKind } from '../findings/findingKinds'
import { submittedWith } from '../findings/findingsOfStep'
import { nameOfEntry } from '../findings/personalNumbers'
import { readFindings } from '../findings/readFindings'
import { Refused } from '../Refused'
import { appearanceOf, type WorkingText } from '../step/publication'
import { byId, findOne } from '../store'
import { themesIn } from '../themes/themesOf'
import { differenceOf, type LiveText } from './differenceOf'
import { sinceMyReturn } from './returns'
import { similarEntries } from './similarEntries'
import { withThemes } from './withThemes'

/**
 * What `GET /api/{library}/{id}/review` answers: the revision as it is opened, what asks nearly the same, and which live
 * texts say otherwise.
 */
export async function reviewOf(given: { req: PayloadRequest; library: Library; id: string }) {
  const { req, library, id } = given
  const review = await openReview(given)
  const actor = actorOf(req.user)
  const { title } = review
  const similar = actor ? await similarEntries({ req, actor, library, title, except: id }) : []
  const contradictions = actor
    ? await contradictionsOfReviewed({ req, actor, library, review })
    : []
  return { ...review, similar, contradictions }
}

type Reviewed = { req: PayloadRequest; actor: Actor; library: Library }

const contradictionsOfReviewed = ({
  req,
  actor,
  library,
  review,
}: Reviewed & { review: Awaited<ReturnType<typeof openReview>> }) =>
  contradictionsOf(
    { payload: req.payload, audience: audienceOf(actor) },
    { ...review, entry: review.id, library },
  )

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
  if (entry?.library !== library || !mayOpenCopy(actor, copyOf(entry)))
    throw new Refused('notFound')
  const text = await findOne<WorkingText>({
    req,
    collection: library,
    where: byId(id),
  })
  if (text?.revision !== entry.revision)
    throw new Refused('changedMeanwhile', { latest: entry.revision })
  const where = { slot: { equals: id } }
  const live = await findOne<LiveText>({ req, collection: 'publications', where })
  const appearance = await appearanceOf(req, entry, text)
  const hash = contentHash(appearance)
  // Readers of the copy fetch its files elsewhere than readers of the live text.
  const hasFiles = appearance.attachments.length > 0
  const shown = hasFiles ? await appearanceOf(req, entry, text, 'review') : appearance
  const { revision, number, state, unit, categoryKey, topic } = entry
  const found = await readFindings({ req, library, unit, categoryKey, topic, text })
  await noteOpening(req, entry, { actor, id, revision, hash, at: given.at ?? new Date() })
  return {
    id,
    number,
    state,
    revision,
    hash,
    ...shown,
    themeNames: await themesIn(req.payload, appearance.themes),
    liveRevision: entry.liveRevision ?? null,
    // A 不公开 given since the revision began is kept on approval unless the approver says otherwise.
    closedMeanwhile: entry.closedMeanwhile ?? null,
    answers: answersOf(entry),
    difference: live ? await withThemes(req.payload, differenceOf(live, appearance)) : null,
    sinceMyReturn: await sinceMyReturn({ req, actor, entry, appearance }),
    findings: namesOf(found),
    passages: found.slice(0, mostPassages),
    submittedWith: state === 'pending' ? await submittedWith(req, entry) : null,
    steps: stepsFor(actor, await factsOf(req, entry)),
  }
}

/** A table of hundreds of numbers is told by its first ones. */
const mostPassages = 60

/** What kinds there are, each once; what kind of number it is, the passages tell. */
const namesOf = (found: readonly { kind: FindingKind }[]): string[] => [
  ...new Set(found.map((one) => (isNumber(one) ? 'personalNumber' : one.kind))),
]

/** `task`: of what a task is about, opened with it. */
type Opening = { actor: Actor; id: string; revision: number; hash: string; task?: string }

/** Did this person open this revision as readers would get it now? */
export async function hasOpened({ req, ...opening }: Opening & { req: PayloadRequest }) {
  const where = byId(openingId(opening))
  return (await findOne({ req, collection: 'audit', where })) !== null
}

/** That somebody opened a text as it is; once more only among who reads what. */
export async function noteOpening(
  req: PayloadRequest,
  entry: Pick<Entry, 'library' | 'number' | 'title'>,
  { at, ...opening }: Opening & { at: Date },
): Promise<void> {
  const { actor, id, revision } = opening
  const { library } = entry
  const line = {
    ...{ by: actor.id, byName: actor.name, subject: id, subjectName: nameOfEntry(entry) },
    revision,
  }
  const first = { id: openingId(opening), action: 'review', at: at.toISOString(), ...line } as const
  const isFirst = (await appendAudit(req, [first])) > 0
  if (!isFirst) noteReading(req.payload, { action: `${library}.read`, ...line })
}

export const openingId = ({ actor, id, revision, hash, task }: Opening) =>
  `review:${id}:${revision}:${actor.id}:${hash}${task ? `:${task}` : ''}`

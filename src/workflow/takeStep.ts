import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { audienceOf, audienceQuery } from '@/access/audience'
import { can, isConsulted, isDeputy, principalOf, type EntryFacts } from '@/access/can'
import { isInReach } from '@/access/reach'
import {
  confirmations,
  steps,
  type Library,
  type State,
  type Step,
  type StepRule,
} from '@/access/rules'
import { pokeSync } from '@/search/sync/poke'
import { requestOf, type Request } from './asked'
import { detailsOf } from './detailsOf'
import { checkDirectSave } from './directSave'
import {
  detailsKept,
  publicationAfter,
  registerAfter,
  stateAfter,
  switchesAfter,
  type Switches,
} from './effects'
import { consultedOf, factsOf, findEntry, writersOf, type Entry } from './entry'
import { findingsKept } from './findings/findingsKept'
import { finish, type Intent } from './finish'
import { inTransaction } from './inTransaction'
import { missingFields } from './missingFields'
import { hasOpened } from './openReview'
import { isOvertaken, noteWritten } from './overtaken'
import {
  appearanceOf,
  coUnitsOf,
  nameOfNode,
  switchesOf,
  type Appearance,
  type WorkingText,
} from './publication'
import { Refused } from './Refused'
import { byId, findOne, swap } from './store'

export type StepRequest = {
  req: PayloadRequest
  library: Library
  /** The entry's id. */
  id: string
  step: Step
  /** As sent: `{ revision, seenState?, reason?, confirmed?, … }`. */
  body: Record<string, unknown>
  /** The clock, for demo data of the past; now when left out. */
  at?: Date
}

export type Taken = {
  id: string
  number: string
  state: State
  revision: number
  /** Id of the record this step left. */
  decision: string
}

type LiveRow = { id: string; revision: number } & Switches

/**
 * The one path by which a state or a publication changes. Reads, asks the rules, renders, and then in
 * one transaction: compare-and-set on the register, text, publication, record. Throws `Refused`.
 */
export async function takeStep(request: StepRequest): Promise<Taken> {
  const { req, library, id, step, body } = request
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  await hearOthers()
  const entry = await findEntry(req, id)
  if (entry?.library !== library || !(await maySeeEntry(req, actor, entry)))
    throw new Refused('notFound')
  const asked = await requestOf({ req, library, id, step, body })
  const facts = await factsOf(req, entry, actor)
  const text = await readText(req, entry)
  const live = await readLive(req, entry, step)
  const refusal = can(actor, step, facts, {
    ...asked,
    latest: entry.revision,
    isLiveNewer: (live?.revision ?? 0) > (entry.baseRevision ?? live?.revision ?? 0),
    isOpened: await isOpened(request, actor, asked.revision),
    missing: missingFields(library, { ...text, ...asked.text }),
    hasSuccessor: asked.successor !== null,
  })
  if (refusal)
    throw new Refused(refusal.code, await detailsOf(req, refusal, { step, entry, facts }))
  const isAsSeen =
    text.revision === asked.revision && (asked.seenState ?? entry.state) === entry.state
  if (!isAsSeen || isOvertaken(req, entry)) {
    throw new Refused('changedMeanwhile', { latest: entry.revision })
  }
  const isDirect = step === 'saveDirectly'
  const sent = asked.text
  const place = isDirect ? await checkDirectSave({ req, entry, text, sent, live }) : {}
  const written = { ...text, ...sent }
  const proposed = switchesOf(library, written)
  const switches = switchesAfter({ step, entry, asked, proposed, live })
  const kept = await findingsKept({
    req,
    step,
    actor,
    entry: { ...entry, ...place },
    text: written,
  })
  const intent = await intentOf({ request, asked, actor, entry, facts, switches, live, kept })
  const rendered =
    intent.publication === 'open' && !intent.text ? await appearanceOf(req, entry, text) : undefined
  const moved = await inTransaction(req, async () => {
    const data = registerAfter({ entry, intent, asked, live, coUnits: coUnitsOf(text, entry) })
    Object.assign(data, place)
    return move({ req, entry, intent, data, rendered })
  })
  if (moved.state !== entry.state) noteWritten(entry)
  pokeSync()
  const { number, state, revision } = moved
  return { id, number, state, revision, decision: intent.decision }
}

async function move(given: {
  req: PayloadRequest
  entry: Entry
  intent: Intent
  data: Record<string, unknown>
  rendered: Appearance | undefined
}): Promise<Entry> {
  const { req, entry, intent, data, rendered } = given
  const moved = await swap<Entry>({
    req,
    collection: 'register',
    where: {
      ...byId(entry.id),
      state: { equals: entry.state },
      revision: { equals: entry.revision },
      lock: { equals: entry.lock },
      intent: { exists: false },
    },
    data: { ...data, intent: JSON.stringify(intent), lock: { $inc: 1 } },
  })
  if (!moved) throw new Refused('changedMeanwhile', { latest: entry.revision })
  await finish(req, moved, rendered)
  return moved
}

async function intentOf(given: {
  request: StepRequest
  asked: Request
  actor: Actor
  entry: Entry
  facts: EntryFacts
  switches: Switches | null
  live: LiveRow | null
  /** What the record keeps of the text's findings. */
  kept: Record<string, unknown> | null
}): Promise<Intent> {
  const { request, asked, actor, entry, facts, switches, live, kept } = given
  const { req, step, at } = request
  const { needs, of }: StepRule = steps[step]
  const isDirect = step === 'saveDirectly'
  const principal = principalOf(actor, step, facts)
  return {
    step,
    decision: randomUUID(),
    revision: entry.revision + (isDirect ? 1 : 0),
    from: entry.state,
    to: stateAfter(step, entry.state),
    by: actor.id,
    byName: actor.name,
    unitName: await nameOfNode(req, entry.unit),
    isActingForUnit: isDeputy(actor, step, facts),
    onBehalfOf: principal?.id ?? null,
    onBehalfOfName: principal?.name ?? null,
    reason: asked.reason,
    confirmed: needs.includes('confirmed')
      ? confirmations.filter((item) => switches?.openToPublic || item !== 'confidentiality')
      : [],
    writers: writersOf(entry),
    details: kept ?? detailsKept(step, asked),
    at: (at ?? new Date()).toISOString(),
    publication: publicationAfter(step, asked),
    switches,
    text: isDirect ? asked.text : null,
    again: step === 'resume' ? (live?.id ?? null) : null,
    answering:
      of === 'consulted' ? { unit: actor.unit, unitName: await nameOfNode(req, actor.unit) } : null,
  }
}

/**
 * Working copies within reach, texts one is asked to agree to, and live texts one may read, may be known
 * of; the rest is not there.
 */
async function maySeeEntry(req: PayloadRequest, actor: Actor, entry: Entry): Promise<boolean> {
  if (isInReach(actor, entry)) return true
  if (isConsulted(actor, { state: entry.state, consulted: consultedOf(entry) })) return true
  const { totalDocs } = await req.payload.count({
    collection: 'publications',
    overrideAccess: true,
    req,
    where: { and: [{ slot: { equals: entry.id } }, audienceQuery(audienceOf(actor), new Date())] },
  })
  return totalDocs > 0
}

async function readText(req: PayloadRequest, entry: Entry): Promise<WorkingText> {
  const where = byId(entry.id)
  const text = await findOne<WorkingText>({ req, collection: entry.library, where })
  if (!text) throw new Refused('notFound')
  return text
}

/** The row readers see; for resume the one they saw before it was withdrawn. */
async function readLive(req: PayloadRequest, entry: Entry, step: Step): Promise<LiveRow | null> {
  const where = step === 'resume' ? byId(entry.withdrawnFrom ?? '') : { slot: { equals: entry.id } }
  return findOne<LiveRow>({ req, collection: 'publications', where })
}

/**
 * The embedded database answers within one turn of the event loop: without pausing, a step would be over
 * before what a colleague asked at the same moment is read from the socket, and seem to come before it.
 */
async function hearOthers(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await setImmediate()
}

async function isOpened(request: StepRequest, actor: Actor, revision: number): Promise<boolean> {
  const { needs }: StepRule = steps[request.step]
  return !needs.includes('opened') || hasOpened(request.req, actor, request.id, revision)
}

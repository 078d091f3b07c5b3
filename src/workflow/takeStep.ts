import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { audienceOf, audienceQuery } from '@/access/audience'
import { can, isDeputy, type EntryFacts } from '@/access/can'
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
import { factsOf, findEntry, writersOf, type Entry } from './entry'
import { finish, type Intent } from './finish'
import { inTransaction } from './inTransaction'
import { detailsOf } from './detailsOf'
import { missingFields } from './missingFields'
import { hasOpened } from './openReview'
import { appearanceOf, placeOf, type Appearance, type WorkingText } from './publication'
import { Refused } from './Refused'
import { byId, findOne, swap } from './store'

export type StepRequest = {
  req: PayloadRequest
  library: Library
  /** The entry's id. */
  id: string
  step: Step
  /** As sent: `{ revision, reason?, confirmed? }`. */
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

/**
 * The one path by which a state or a publication changes. Reads, asks the rules, renders, and then in
 * one transaction: compare-and-set on the register, publication, record. Throws `Refused`.
 */
export async function takeStep(request: StepRequest): Promise<Taken> {
  const { req, library, id, step, body } = request
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const entry = await findEntry(req, id)
  if (entry?.library !== library || !(await maySeeEntry(req, actor, entry)))
    throw new Refused('notFound')
  const revision = revisionOf(body)
  const facts = await factsOf(req, entry, actor)
  const text = await readText(req, entry)
  const refusal = can(actor, step, facts, {
    revision,
    latest: entry.revision,
    reason: reasonOf(body),
    isConfirmed: body.confirmed === true,
    isOpened: await isOpened(request, actor, revision),
    missing: missingFields(library, text),
  })
  if (refusal) throw new Refused(refusal.code, detailsOf(refusal, entry))
  if (text.revision !== revision) throw new Refused('changedMeanwhile', { latest: entry.revision })

  const intent = await intentOf(request, actor, entry, facts, text)
  const rule: StepRule = steps[step]
  const rendered = rule.publication === 'open' ? await appearanceOf(req, entry, text) : undefined
  const moved = await inTransaction(req, () => move({ req, entry, intent, rendered }))
  pokeSync()
  const { number, state } = moved
  return { id, number, state, revision, decision: intent.decision }
}

async function move(given: {
  req: PayloadRequest
  entry: Entry
  intent: Intent
  rendered: Appearance | undefined
}): Promise<Entry> {
  const { req, entry, intent, rendered } = given
  const moved = await swap<Entry>({
    req,
    collection: 'register',
    where: {
      ...byId(entry.id),
      state: { equals: entry.state },
      revision: { equals: intent.revision },
      lock: { equals: entry.lock },
      intent: { exists: false },
    },
    data: {
      ...movedBy(intent, entry),
      intent: JSON.stringify(intent),
      lock: { $inc: 1 },
    },
  })
  if (!moved) throw new Refused('changedMeanwhile', { latest: entry.revision })
  await finish(req, moved, rendered)
  return moved
}

/** What a step writes in the register beside the state. */
function movedBy(intent: Intent, entry: Entry): Record<string, unknown> {
  const state = { state: intent.to, stateSince: intent.at }
  if (intent.step === 'submit') {
    return { ...state, submitter: intent.by, submittedAt: intent.at }
  }
  if (steps[intent.step].publication !== 'open') return state
  const isNewText = intent.to === 'approved' && entry.state !== 'approved'
  return isNewText
    ? { ...state, liveRevision: intent.revision, writers: '[]', submitter: null }
    : { ...state, liveRevision: intent.revision }
}

async function intentOf(
  request: StepRequest,
  actor: Actor,
  entry: Entry,
  facts: EntryFacts,
  text: WorkingText,
): Promise<Intent> {
  const { step, body, at } = request
  const { to, needs }: StepRule = steps[step]
  const { unitName } = await placeOf(request.req, entry)
  const isPublic = text.openToPublic === true
  return {
    step,
    decision: randomUUID(),
    revision: entry.revision,
    from: entry.state,
    to: to === 'same' ? entry.state : to,
    by: actor.id,
    byName: actor.name,
    unitName,
    isActingForUnit: isDeputy(actor, step, facts),
    reason: reasonOf(body),
    confirmed: needs.includes('confirmed')
      ? confirmations.filter((item) => isPublic || item !== 'confidentiality')
      : [],
    writers: writersOf(entry),
    at: (at ?? new Date()).toISOString(),
  }
}

/** Working copies within reach, and live texts one may read, may be known of; the rest is not there. */
async function maySeeEntry(req: PayloadRequest, actor: Actor, entry: Entry): Promise<boolean> {
  if (isInReach(actor, entry)) return true
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
  const text = await findOne<WorkingText>({ req, collection: entry.library as 'knowledge', where })
  if (!text) throw new Refused('notFound')
  return text
}

async function isOpened(request: StepRequest, actor: Actor, revision: number): Promise<boolean> {
  const { needs }: StepRule = steps[request.step]
  return !needs.includes('opened') || hasOpened(request.req, actor, request.id, revision)
}

function revisionOf(body: Record<string, unknown>): number {
  if (typeof body.revision === 'number' && Number.isInteger(body.revision)) return body.revision
  throw new Refused('invalid', {
    fields: ['revision'],
    detail: { zh: '请一并提交所看到的版本号 revision。', en: 'Send the revision you saw.' },
  })
}

const reasonOf = (body: Record<string, unknown>) =>
  typeof body.reason === 'string' ? body.reason.trim() : ''

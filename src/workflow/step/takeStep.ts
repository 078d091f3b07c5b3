import { randomUUID } from 'node:crypto'
import { isInForce } from '@/access/audience'
import { can, isDeputy, mayTake, principalOf, targetsOf, type Refusal } from '@/access/can'
import { answeringFor } from '@/access/deputies'
import {
  confirmations,
  steps,
  withdrawalKinds,
  type Library,
  type State,
  type StepRule,
} from '@/access/rules'
import { pokeSync } from '@/search/poke'
import { arrivedBefore, rememberWritten } from './arrivals'
import { detailsOf } from './detailsOf'
import { detailsKept, publicationAfter, registerAfter, stateAfter } from './effects'
import { writersOf, type Entry } from '../entry'
import type { Finding } from '../findings/findingsOf'
import { findingsKept, unnamedIn } from '../findings/findingsOfStep'
import { isNumber } from '../findings/findingKinds'
import { finish } from './finish'
import { keptUntilDone, type Intent } from './intent'
import { inTransaction } from '../inTransaction'
import { missingFields } from './missingFields'
import { hasOpened } from '../reviewing/openReview'
import { coUnitsOf, nameOfNode, type LiveRow } from './publication'
import { Refused } from '../Refused'
import {
  prepare,
  readSituation,
  type Prepared,
  type Situation,
  type StepRequest,
} from './situation'
import { byId, swap } from '../store'

export type Taken = {
  id: string
  number: string
  state: State
  revision: number
  /** Id of the record this step left; where it was only checked there is none. */
  decision?: string
}

/**
 * The one path by which a state or a publication changes. Reads, asks the rules, renders, and then in
 * one transaction: compare-and-set on the register, text, publication, record. Throws `Refused`. With `check`
 * it stops before anything is written, and says what would be refused.
 */
export async function takeStep(request: StepRequest): Promise<Taken> {
  const situation = await readSituation(request)
  await refuse(situation, mayTake(situation.actor, request.step, situation.facts))
  const prepared = await prepare(situation)
  await refuse(situation, await refusalOf(situation, prepared), prepared.findings)
  if (situation.asked.isCheck) return standing(situation.entry)
  const intent = await intentOf(situation, prepared)
  const moved = await write(situation, prepared, intent)
  if (moved.state !== situation.entry.state) rememberWritten(moved)
  pokeSync()
  return { ...standing(moved), decision: intent.decision }
}

const standing = ({ id, number, state, revision }: Entry): Taken => ({
  ...{ id, number, state, revision },
})

/** What is asked for in the step's own dialog, after it was checked. */
const answeredInDialog = (library: Library, now: Date) => ({
  ...{ reason: '-', isConfirmed: true, to: targetsOf(library)[0] },
  ...{ kind: withdrawalKinds[0], sentence: '-', unnamed: [] },
  until: new Date(now.getTime() + 1),
})

async function refuse(
  { request: { req, step }, entry, facts }: Situation,
  refusal: Refusal | null,
  findings: readonly Finding[] = [],
): Promise<void> {
  if (!refusal) return
  throw new Refused(refusal.code, await detailsOf(req, refusal, { step, entry, facts, findings }))
}

async function refusalOf(situation: Situation, prepared: Prepared): Promise<Refusal | null> {
  const { request, actor, entry, facts, asked, text, written, live } = situation
  const { req, library, id, step, at: now = new Date() } = request
  const { needs }: StepRule = steps[step]
  const { hash, switches, findings } = prepared
  const isSeenState = asked.seenState ? asked.seenState === entry.state : !arrivedBefore(req, entry)
  const isSeenText =
    text.revision === asked.revision && (asked.hash ?? hash) === (hash ?? asked.hash)
  return can(actor, step, facts, {
    ...asked,
    latest: entry.revision,
    isAsSeen: isSeenState && isSeenText,
    isLiveNewer: (live?.revision ?? 0) > (entry.baseRevision ?? live?.revision ?? 0),
    isOpened:
      !needs.includes('opened') ||
      (await hasOpened({ req, actor, id, revision: asked.revision, hash: hash ?? '' })),
    missing: missingFields(library, written),
    unnamed: unnamedIn(findings, asked.named),
    hasOpenNumbers: switches?.openToPublic === true && findings.some(isNumber),
    hasSuccessor: asked.successor !== null,
    isInForce: isShownAt(live, now),
    now,
    ...(asked.isCheck ? answeredInDialog(library, now) : {}),
  })
}

/** Is the live text within its validity? */
function isShownAt(live: LiveRow | null, now: Date): boolean {
  if (!live) return false
  const instant = (at: unknown) => (typeof at === 'string' ? Date.parse(at) : null)
  const validity = { validFrom: instant(live.validFrom), validUntil: instant(live.validUntil) }
  return isInForce(validity, now.getTime())
}

async function write(situation: Situation, prepared: Prepared, intent: Intent): Promise<Entry> {
  const { request, entry, asked, text, live } = situation
  const { req } = request
  const { rendered, place } = prepared
  return inTransaction(req, async () => {
    const data = {
      ...registerAfter({ entry, intent, asked, live, coUnits: coUnitsOf(text, entry) }),
      ...place,
    }
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
      data: { ...data, intent: await keptUntilDone(req, intent), lock: { $inc: 1 } },
    })
    if (!moved) throw new Refused('changedMeanwhile', { latest: entry.revision })
    // Nobody has written to the entry since these were read: its lock says so.
    const known = { rendered, text, live: live?.slot === entry.id ? live : null }
    await finish({ req, entry: moved, intent, known })
    return moved
  })
}

async function intentOf(situation: Situation, prepared: Prepared): Promise<Intent> {
  const { request, actor, entry, facts, asked, live } = situation
  const { req, step, at } = request
  const { needs, of, text }: StepRule = steps[step]
  const { switches, rendered, hash, findings } = prepared
  const publication = publicationAfter(step, asked)
  const principal = principalOf(actor, step, facts)
  const unit = of === 'consulted' ? answeringFor(actor, facts) : null
  return {
    step,
    decision: randomUUID(),
    revision: entry.revision + (text === 'sent' ? 1 : 0),
    from: entry.state,
    to: stateAfter(step, entry.state),
    by: actor.id,
    byName: actor.name,
    unitName: rendered?.unitName ?? (await nameOfNode(req, entry.unit)),
    isActingForUnit: isDeputy(actor, step, facts),
    onBehalfOf: principal?.id ?? null,
    onBehalfOfName: principal?.name ?? null,
    reason: asked.reason,
    confirmed: needs.includes('confirmed')
      ? confirmations.filter((item) => switches?.openToPublic || item !== 'confidentiality')
      : [],
    writers: writersOf(entry),
    submitter: entry.submitter ?? null,
    details: detailsKept(step, asked, findingsKept(findings, asked.named)),
    at: (at ?? new Date()).toISOString(),
    publication,
    switches,
    hash,
    text: text === 'sent' ? asked.text : null,
    again: publication === 'again' ? (live?.id ?? null) : null,
    answering: unit === null ? null : { unit, unitName: await nameOfNode(req, unit) },
  }
}

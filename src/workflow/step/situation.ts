import type { PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { audienceOf, audienceQuery } from '@/access/audience'
import type { EntryFacts } from '@/access/entryFacts'
import { mayOpenCopy } from '@/access/reach'
import { steps, type Library, type Step, type StepRule } from '@/access/rules'
import { requestOf, type Request } from './asked'
import { contentHash } from '../audit/digests'
import { checkDirectSave } from './directSave'
import { switchesAfter } from './effects'
import { copyOf, factsOf, findEntry, isLive, type Entry } from '../entry'
import type { Finding } from '../findings/findingsOf'
import { findingsOfStep } from '../findings/findingsOfStep'
import type { Switches } from './intent'
import {
  appearanceOf,
  switchesOf,
  type Appearance,
  type LiveRow,
  type WorkingText,
} from './publication'
import { Refused } from '../Refused'
import { byId, findOne } from '../store'

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

/** What a step is asked about: who asks, how the entry stands, and its text as it would be handed on. */
export type Situation = {
  request: StepRequest
  actor: Actor
  entry: Entry
  facts: EntryFacts
  asked: Request
  /** The working copy, and the same with what a direct save brings. */
  text: WorkingText
  written: WorkingText
  live: LiveRow | null
}

/** What readers will get, rendered before the gate is entered, and what stands out in it. */
export type Prepared = {
  /** Where a direct save files the entry. */
  place: object
  switches: Switches | null
  rendered: Appearance | undefined
  hash: string | null
  findings: readonly Finding[]
}

/** Reads what a step needs, for who may know of the entry; what lies elsewhere is not there. */
export async function readSituation(request: StepRequest): Promise<Situation> {
  const { req, library, id, step, body, at } = request
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const entry = await findEntry(req, id)
  if (entry?.library !== library || !(await mayKnowOf(req, actor, entry)))
    throw new Refused('notFound')
  const asked = await requestOf({ req, library, id, step, body, at })
  const where = byId(entry.id)
  const text = await findOne<WorkingText>({ req, collection: library, where })
  if (!text) throw new Refused('notFound')
  return {
    ...{ request, actor, entry, asked, text },
    facts: await factsOf(req, entry, at),
    written: { ...text, ...asked.text },
    live: await readLive(req, entry, step),
  }
}

/**
 * Working copies one may open and live texts one may read may be known of; the rest is not there.
 */
async function mayKnowOf(req: PayloadRequest, actor: Actor, entry: Entry): Promise<boolean> {
  if (mayOpenCopy(actor, copyOf(entry))) return true
  const { totalDocs } = await req.payload.count({
    collection: 'publications',
    overrideAccess: true,
    req,
    where: { and: [{ slot: { equals: entry.id } }, audienceQuery(audienceOf(actor), new Date())] },
  })
  return totalDocs > 0
}

/** The row readers see, if the register says there is one; for resume the one they saw before it was withdrawn. */
async function readLive(req: PayloadRequest, entry: Entry, step: Step): Promise<LiveRow | null> {
  const { publication }: StepRule = steps[step]
  const isAgain = publication === 'again'
  if (!isAgain && !isLive(entry)) return null
  const where = isAgain ? byId(entry.withdrawnFrom ?? '') : { slot: { equals: entry.id } }
  return findOne<LiveRow>({ req, collection: 'publications', where })
}

/** Slow work, done for who may take the step and before the gate is entered. */
export async function prepare(situation: Situation): Promise<Prepared> {
  const { request, entry, asked, text, written, live } = situation
  const { req, library, step } = request
  const { needs, publication, text: whose }: StepRule = steps[step]
  const isDirect = whose === 'sent'
  const place = isDirect ? await checkDirectSave({ req, entry, text, sent: asked.text, live }) : {}
  const proposed = switchesOf(library, written)
  // What a direct save shows is rendered from what it has written.
  const isRendered = !isDirect && (publication === 'open' || needs.includes('opened'))
  const rendered = isRendered ? await appearanceOf(req, entry, text) : undefined
  return {
    place,
    switches: switchesAfter({ step, entry, asked, proposed, live }),
    rendered,
    hash: rendered ? contentHash(rendered) : null,
    findings: needs.includes('named')
      ? await findingsOfStep({
          ...{ req, step, text: written, sentence: asked.sentence },
          entry: { ...entry, ...place },
        })
      : [],
  }
}

import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { maySave, mayTake, stepsFor } from '@/access/can'
import { isInReach } from '@/access/reach'
import type { Library, State, Step } from '@/access/rules'
import { factsOf, findEntry } from '@/workflow/entry'
import { placeOf } from '@/workflow/publication'

/** Where an entry stands and what this person may do with it now. */
export type Situation = {
  id: string
  library: Library
  number: string
  state: State
  stateSince: string
  revision: number
  liveRevision: number | null
  unitName: string
  unitAboveName: string | null
  categoryName: string | null
  steps: Step[]
  canSave: boolean
  /** The approver may not decide because the text is their own. */
  isOwn: boolean
  lastReturn: { reason: string; byName: string; at: string } | null
}

export async function situationOf(req: PayloadRequest, id: string): Promise<Situation | null> {
  const actor = actorOf(req.user)
  const entry = await findEntry(req, id)
  if (!actor || !entry || !isInReach(actor, entry)) return null
  const facts = await factsOf(req, entry, actor)
  const { unitName, unitAboveName, categoryName } = await placeOf(req, entry)
  const { library, number, state, stateSince, revision } = entry
  return {
    ...{ id, library, number, state, stateSince, revision, unitName, unitAboveName, categoryName },
    liveRevision: entry.liveRevision ?? null,
    steps: stepsFor(actor, facts),
    canSave: maySave(actor, facts) === null,
    isOwn: mayTake(actor, 'approve', facts)?.code === 'ownSubmission',
    lastReturn: await lastReturnOf(req, id),
  }
}

/** Why the text was sent back, until it is approved. */
async function lastReturnOf(req: PayloadRequest, id: string): Promise<Situation['lastReturn']> {
  const { docs } = await req.payload.find({
    collection: 'decisions',
    where: { and: [{ entry: { equals: id } }, { step: { in: ['return', 'approve'] } }] },
    sort: '-at',
    limit: 1,
    overrideAccess: true,
    depth: 0,
    req,
  })
  const [last] = docs
  if (last?.step !== 'return') return null
  return { reason: last.reason ?? '', byName: last.byName ?? '', at: String(last.at) }
}

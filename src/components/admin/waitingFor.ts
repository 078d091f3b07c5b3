import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { isConsulted, stepsFor } from '@/access/can'
import type { Step } from '@/access/rules'
import { consultedOf, factsOf, type Entry } from '@/workflow/entry'

/** More than anybody decides in one sitting. */
const most = 200

export const waitingSteps = ['approve', 'approveDeletion', 'return', 'agree'] as const
export type WaitingStep = (typeof waitingSteps)[number]
export type Waiting = { step: WaitingStep; entries: (Entry & { since: string })[] }

/** What this approver may decide now, what waits longest first; of units below only where they act for them. */
export async function waitingFor(req: PayloadRequest, actor: Actor): Promise<Waiting[]> {
  const near: Where = {
    or: [{ unit: { equals: actor.unit } }, { unitAbove: { equals: actor.unit } }],
  }
  const pending = { state: { equals: 'pending' } }
  return Promise.all([
    group('approve', { and: [pending, near] }),
    group('approveDeletion', { and: [{ deletionRequestedBy: { exists: true } }, near] }),
    group('return', { and: [{ returnRequestedBy: { exists: true } }, near] }),
    group('agree', { and: [pending, { consulted: { contains: actor.unit } }] }),
  ])

  async function group(step: WaitingStep, where: Where): Promise<Waiting> {
    const found = await entriesWhere(req, { and: [where, { trashedAt: { exists: false } }] })
    const theirs = await Promise.all(found.map((entry) => mayDecide(entry, step)))
    const entries = found
      .filter((_, index) => theirs[index])
      .map((entry) => ({
        ...entry,
        since: (step === 'approveDeletion' && entry.deletionRequestedAt) || entry.stateSince,
      }))
    return { step, entries }
  }

  async function mayDecide(entry: Entry, step: Step): Promise<boolean> {
    const facts = await factsOf(req, entry, actor)
    if (step !== 'agree') return stepsFor(actor, facts).includes(step)
    const isTheirs = isConsulted(actor, { state: entry.state, consulted: consultedOf(entry) })
    return isTheirs && facts.unanswered.includes(actor.unit)
  }
}

/** Entries of the register, what has stood longest in its state first. */
export async function entriesWhere(req: PayloadRequest, where: Where): Promise<Entry[]> {
  const { docs } = await req.payload.find({
    collection: 'register',
    where,
    sort: 'stateSince',
    limit: most,
    overrideAccess: true,
    depth: 0,
    req,
  })
  return docs as unknown as Entry[]
}

import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { stepsFor } from '@/access/can'
import { unansweredConditions } from '@/access/deputies'
import type { EntryFacts } from '@/access/entryFacts'
import { decidedQuery } from '@/access/reach'
import { factsOfAll, keptEntries, type Entry } from '../entry'
import { waitingSince } from './waitingSince'
import type { AskedFor } from './waitsFor'

export type Waiting = { step: AskedFor; entries: (Entry & { since: string })[] }

/** What this approver may decide now, what waits longest first; of other units only where they act for them. */
export async function waitingFor(req: PayloadRequest, actor: Actor): Promise<Waiting[]> {
  const near = decidedQuery(actor)
  const pending = { state: { equals: 'pending' } }
  return Promise.all([
    group('approve', { and: [pending, near] }),
    group('approveDeletion', { and: [{ deletionRequestedBy: { exists: true } }, near] }),
    group('return', { and: [{ returnRequestedBy: { exists: true } }, near] }),
    group('agree', { or: unansweredConditions(actor) }),
  ])

  async function group(step: AskedFor, where: Where): Promise<Waiting> {
    const found = await keptEntries(req, where)
    const facts = await factsOfAll(req, found)
    const theirs = found.filter((_, index) =>
      stepsFor(actor, facts[index] as EntryFacts).includes(step),
    )
    const since = await waitingSince(req, step, theirs)
    const entries = theirs.map((entry) => ({
      ...entry,
      since: since.get(entry.id) ?? entry.stateSince,
    }))
    return { step, entries }
  }
}

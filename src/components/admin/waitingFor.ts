import type { PayloadRequest, Where } from 'payload'
import { cache } from 'react'
import type { Actor } from '@/access/actor'
import { isConsulted, stepsFor, type EntryFacts } from '@/access/can'
import { factsOfAll, keptEntries, type Entry } from '@/workflow/entry'
import { waitingSince } from '@/workflow/telling/waitingSince'
import type { AskedFor } from '@/workflow/telling/waitsFor'

export type Waiting = { step: AskedFor; entries: (Entry & { since: string })[] }

/**
 * What this approver may decide now, what waits longest first; of units below only where they act for them.
 * Several parts of one page may ask; the database is asked once.
 */
export const waitingFor = cache(async (req: PayloadRequest, actor: Actor): Promise<Waiting[]> => {
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

  async function group(step: AskedFor, where: Where): Promise<Waiting> {
    const found = await keptEntries(req, where)
    const facts = await factsOfAll(req, found, actor)
    const theirs = found.filter((_, index) => mayDecide(facts[index] as EntryFacts, step))
    const since = await waitingSince(req, step, theirs)
    const entries = theirs.map((entry) => ({
      ...entry,
      since: since.get(entry.id) ?? entry.stateSince,
    }))
    return { step, entries }
  }

  function mayDecide(facts: EntryFacts, step: AskedFor): boolean {
    if (step !== 'agree') return stepsFor(actor, facts).includes(step)
    return isConsulted(actor, facts) && facts.unanswered.includes(actor.unit)
  }
})

import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { stepsFor } from '@/access/can'
import type { EntryFacts } from '@/access/entryFacts'
import { deputiesNow } from '../accounts/deputising'
import { factsOf, factsOfAll, keptEntries, type Entry } from '../entry'
import { askedFor, askings, type AskedFor } from './askings'
import { peopleOf } from './people'

export type Waiting = { step: AskedFor; entries: (Entry & { since: string })[] }

/** What this approver may decide now, what waits longest first; of other units only where they act for them. */
export const waitingFor = (req: PayloadRequest, actor: Actor): Promise<Waiting[]> =>
  Promise.all(
    askedFor.map(async (step) => {
      const { where, near } = askings[step]
      const theirs = near(actor)
      const found = theirs === false ? [] : await keptEntries(req, { and: [where, theirs] })
      const facts = await factsOfAll(req, found)
      // Not `isFor`: an approver is told while other units are still to agree, and decides once they did.
      const open = found.filter((_, index) =>
        stepsFor(actor, facts[index] as EntryFacts).includes(step),
      )
      return { step, entries: await waitingSince(req, step, open) }
    }),
  )

/** These entries in the order given, each with the moment (ISO 8601) since when it has waited for this. */
export async function waitingSince(
  req: PayloadRequest,
  asks: AskedFor,
  entries: readonly Entry[],
): Promise<(Entry & { since: string })[]> {
  const asked = await askings[asks].askedAt(req, entries)
  return entries.map((entry) => ({ ...entry, since: asked.get(entry.id) ?? entry.stateSince }))
}

/** Who is asked for which step, in the name of their unit. */
export type Awaited = { person: Actor; asks: AskedFor }

/**
 * Whom an entry waits for as it stands: exactly those who may take the step. Approvers of the unit, of those who
 * decide in its place where it has none, and likewise of units that are to agree.
 */
export async function waitsFor(
  req: PayloadRequest,
  entry: Entry,
  asks: AskedFor,
  now = new Date(),
): Promise<Awaited[]> {
  const facts = await factsOf(req, entry)
  const units = askings[asks].units(facts)
  if (units.length === 0) return []
  const near = new Set([...units, ...(await deputiesNow(req.payload, units))])
  const people = await peopleOf(req, [...near], ['approver'], now)
  return people
    .filter((person) => askings[asks].isFor(person, facts))
    .map((person) => ({ person, asks }))
}

import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { deputiesNow } from '../accounts/deputising'
import { factsOf, type Entry } from '../entry'
import { askings, type AskedFor } from './askings'
import { peopleOf } from './people'

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

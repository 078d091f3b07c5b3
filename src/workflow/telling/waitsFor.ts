import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { mayTake } from '@/access/can'
import { answeringFor } from '@/access/deputies'
import type { Step } from '@/access/rules'
import { deputiesNow } from '../accounts/deputising'
import { factsOf, type Entry } from '../entry'
import { peopleOf } from './people'

/** The steps that others wait for. */
export const askedFor = ['approve', 'approveDeletion', 'return', 'agree'] as const
export type AskedFor = (typeof askedFor)[number]

/** Who is asked for which step, in the name of their unit. */
export type Waiting = { person: Actor; asks: AskedFor }

/**
 * Whom an entry waits for as it stands: exactly those who may take the step. Approvers of the unit, of those who
 * decide in its place where it has none, and likewise of units that are to agree.
 */
export async function waitsFor(
  req: PayloadRequest,
  entry: Entry,
  asks: AskedFor,
  now = new Date(),
): Promise<Waiting[]> {
  const facts = await factsOf(req, entry)
  const units = asks === 'agree' ? facts.unanswered : [entry.unit]
  if (units.length === 0) return []
  const near = new Set([...units, ...(await deputiesNow(req.payload, units))])
  const people = await peopleOf(req, [...near], ['approver'], now)
  // The owner's approvers read along while other units are still to agree.
  const asked = asks === 'agree' ? facts : { ...facts, unanswered: [] }
  return people
    .filter((person) => {
      const unit = asks === 'agree' ? answeringFor(person, facts) : null
      const isAnswered = unit !== null && !facts.unanswered.includes(unit)
      return !isAnswered && !mayTake(person, asks satisfies Step, asked)
    })
    .map((person) => ({ person, asks }))
}

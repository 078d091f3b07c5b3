import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { mayTake } from '@/access/can'
import type { Step } from '@/access/rules'
import { consultedOf, factsOf, type Entry } from '../entry'
import { peopleOf } from './people'

/** The steps that others wait for. */
export const askedFor = ['approve', 'approveDeletion', 'return', 'agree'] as const
export type AskedFor = (typeof askedFor)[number]

/** Who is asked for which step, in the name of their unit. */
export type Waiting = { person: Actor; asks: AskedFor }

/**
 * Whom an entry waits for as it stands: exactly those who may take the step. Approvers of the unit, of the
 * unit above where it has none, and of units that are to agree.
 */
export async function waitsFor(
  req: PayloadRequest,
  entry: Entry,
  asks: AskedFor,
  now = new Date(),
): Promise<Waiting[]> {
  const near = [entry.unit, ...(entry.unitAbove ? [entry.unitAbove] : [])]
  const units = asks === 'agree' ? consultedOf(entry) : near
  if (units.length === 0) return []
  const people = await peopleOf(req, units, ['approver'], now)
  const waiting: Waiting[] = []
  for (const person of people) {
    const facts = await factsOf(req, entry, person)
    const isAnswered = asks === 'agree' && !facts.unanswered.includes(person.unit)
    // The owner's approvers read along while other units are still to agree.
    const unanswered = asks === 'agree' ? facts.unanswered : []
    if (!isAnswered && !mayTake(person, asks satisfies Step, { ...facts, unanswered }))
      waiting.push({ person, asks })
  }
  return waiting
}

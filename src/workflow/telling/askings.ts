import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { mayTake } from '@/access/can'
import { answeringFor } from '@/access/deputies'
import type { EntryFacts } from '@/access/entryFacts'
import { decidedQuery, unansweredQuery } from '@/access/reach'
import type { Step } from '@/access/rules'
import { latestDecisions } from '../decisions'
import { answersOf, type Entry } from '../entry'

/** The steps that others wait for. */
export const askedFor = ['approve', 'approveDeletion', 'return', 'agree'] as const
export type AskedFor = (typeof askedFor)[number]

type Asking = {
  /** The step that asks for it. */
  by: Step
  /** Which entries ask for it, as a query over the register; what is in the trash asks for nothing. */
  where: Where
  /** Does the entry, in the trash or not, still ask it of the approvers of this unit? */
  isAskedOf: (entry: Entry, unit: string | null) => boolean
  /** Of the entries that ask, those this approver may have to decide on; false where there can be none. */
  near: (actor: Actor) => Where | false
  /** The units whose approvers are asked, and theirs who decide in their place. */
  units: (facts: EntryFacts) => readonly string[]
  /** Is it asked of this person? Of exactly those who may take the step, or will once other units agreed. */
  isFor: (person: Actor, facts: EntryFacts) => boolean
  /** When it was asked, by the entry's id; where it says nothing, since the entry stands in its state. */
  askedAt: (
    req: PayloadRequest,
    entries: readonly Entry[],
  ) => Promise<ReadonlyMap<string, string | null>>
}

const ofOwnUnit = ({ unit }: EntryFacts) => [unit]
/** The owner's approvers read along while other units are still to agree. */
const mayTakeOnceAgreed = (step: AskedFor) => (person: Actor, facts: EntryFacts) =>
  !mayTake(person, step, { ...facts, unanswered: [] })
const sinceItsState = async () => new Map<string, string>()
const isPending = ({ state }: Entry) => state === 'pending'

/** What waits for whom: one row for each step that others are asked for. */
export const askings: Record<AskedFor, Asking> = {
  approve: {
    by: 'submit',
    where: { state: { equals: 'pending' } },
    isAskedOf: isPending,
    near: decidedQuery,
    units: ofOwnUnit,
    isFor: mayTakeOnceAgreed('approve'),
    askedAt: sinceItsState,
  },
  approveDeletion: {
    by: 'requestDeletion',
    where: { deletionRequestedBy: { exists: true } },
    isAskedOf: ({ deletionRequestedBy }) => Boolean(deletionRequestedBy),
    near: decidedQuery,
    units: ofOwnUnit,
    isFor: mayTakeOnceAgreed('approveDeletion'),
    askedAt: async (_, entries) =>
      new Map(entries.map(({ id, deletionRequestedAt }) => [id, deletionRequestedAt])),
  },
  return: {
    by: 'requestReturn',
    where: { returnRequestedBy: { exists: true } },
    isAskedOf: ({ returnRequestedBy }) => Boolean(returnRequestedBy),
    near: decidedQuery,
    units: ofOwnUnit,
    isFor: mayTakeOnceAgreed('return'),
    // The state of a text that is asked back is older than the question.
    askedAt: async (req, entries) => {
      const ids = entries.map(({ id }) => id)
      const asked = await latestDecisions(req, ids, 'requestReturn')
      return new Map([...asked].map(([id, { at }]) => [id, at]))
    },
  },
  agree: {
    by: 'submit',
    where: { and: [{ state: { equals: 'pending' } }, { consulted: { exists: true } }] },
    isAskedOf: (entry, unit) =>
      isPending(entry) && !answersOf(entry).some((answer) => answer.unit === unit),
    near: unansweredQuery,
    units: ({ unanswered }) => unanswered,
    isFor: (person, facts) => {
      const unit = answeringFor(person, facts)
      const isAnswered = unit !== null && !facts.unanswered.includes(unit)
      return !isAnswered && !mayTake(person, 'agree', facts)
    },
    askedAt: sinceItsState,
  },
}

import type { PayloadRequest } from 'payload'
import { actorOf, idOf, inPlaceOf, type Actor } from '@/access/actor'
import { periodHolds } from '@/access/delegation'
import type { Role } from '@/access/rules'
import { standingDelegations } from '../accounts/delegating/delegations'
import { deputisedByNow } from '../accounts/deputising'
import { latestDecision } from '../decisions'
import type { Entry } from '../entry'
import type { Intent } from '../step/intent'
import { findAll } from '../store'

/**
 * The active people of these units who hold one of these roles, those who stand in for an approver now among
 * them: whatever an approver is told, their delegate is told.
 */
export async function peopleOf(
  req: PayloadRequest,
  units: readonly string[],
  roles: readonly Role[],
  now = new Date(),
): Promise<Actor[]> {
  const held = roles.includes('approver')
    ? await standingDelegations(req, { unit: { in: [...units] } }, now)
    : []
  const delegations = held.filter((row) => periodHolds(row, now.getTime()))
  const docs = await findAll({
    req,
    collection: 'users',
    where: {
      and: [
        { isActive: { equals: true } },
        { unit: { in: [...units] } },
        {
          or: [
            { roles: { in: [...roles] } },
            { id: { in: delegations.map(({ delegate }) => delegate) } },
          ],
        },
      ],
    },
  })
  const inPlace = new Map(
    await Promise.all(
      units.map(async (unit) => [unit, await deputisedByNow(req.payload, unit)] as const),
    ),
  )
  const people = docs.map((user) =>
    actorOf(
      {
        ...user,
        // Somebody new is told too, though they have still to change their first password.
        mustChangePassword: false,
        [inPlaceOf]: inPlace.get(idOf(user.unit) ?? ''),
        standsInFor: delegations
          .filter(({ delegate }) => delegate === user.id)
          .map((row) => ({ ...row, id: row.approver, name: row.approverName ?? '' })),
      },
      now.getTime(),
    ),
  )
  return people.filter((person) => person !== null)
}

/**
 * Whoever submitted and wrote the text that was decided on. The register forgets them with the approval, the
 * decisions never: a text returned after its approval tells those who made what was approved.
 */
export async function writersToTell(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
): Promise<string[]> {
  const wasApproved = intent.from === 'approved'
  const [submitted, approved, asked] = await Promise.all([
    intent.submitter ? null : latestDecision(req, entry.id, { steps: ['submit'] }),
    wasApproved ? latestDecision(req, entry.id, { steps: ['approve'] }) : null,
    wasApproved ? latestDecision(req, entry.id, { steps: ['requestReturn'] }) : null,
  ])
  const writers = wasApproved ? listOf(approved?.writers) : intent.writers
  const submitter = intent.submitter ?? submitted?.by
  return [...new Set([...writers, submitter, asked?.by].filter((id) => typeof id === 'string'))]
}

export async function requesterOf(req: PayloadRequest, entry: Entry): Promise<string[]> {
  const requested = await latestDecision(req, entry.id, { steps: ['requestDeletion'] })
  return requested?.by ? [requested.by] : []
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

import type { PayloadRequest } from 'payload'
import { actorOf, idOf, inPlaceOf, type Actor } from '@/access/actor'
import { periodHolds } from '@/access/delegation'
import type { Role } from '@/access/rules'
import { standingDelegations } from '../accounts/delegating/standIns'
import { deputisedByNow } from '../accounts/deputising'
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

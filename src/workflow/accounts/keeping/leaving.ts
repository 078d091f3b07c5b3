import type { Endpoint, PayloadRequest, Where } from 'payload'
import { actorOf, idOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { roles as allRoles, type Role, type State } from '@/access/rules'
import { missingRoles } from '@/access/units'
import { countGroups, countRows } from '@/tables'
import { answer, param } from '../../answer'
import { Refused } from '../../Refused'
import { byId, findAll, findOne } from '../../store'
import type { TreeNode } from '../../tree/tree'

/** What a person leaves behind who is deactivated. */
export type Leaving = {
  unit: string
  /** Entries in their care, by state. */
  kept: Partial<Record<State, number>>
  /** Roles of the unit that nobody else active holds. */
  only: ('approver' | 'editor')[]
  /** The unit above, where its approver would act. */
  deputy: string | null
  /** Entries of the unit that wait for approval now. */
  waiting: number
}

/** `GET /api/users/{id}/leaving`: what the operator should know before an account is deactivated. */
export const leavingEndpoint: Endpoint = answer('get', '/:id/leaving', async (req) => {
  if (!actorOf(req.user)) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'users', 'update')) throw new Refused('notAllowed')
  const id = param(req, 'id')
  const person = await findOne<Person>({ req, collection: 'users', where: byId(id) })
  if (!person) throw new Refused('notFound')
  const unitId = idOf(person.unit) ?? ''
  const unit = await findOne<TreeNode>({ req, collection: 'nodes', where: byId(unitId) })
  const kept: Where = { and: [{ keeper: { equals: id } }, { trashedAt: { exists: false } }] }
  const waiting: Where = {
    and: [
      { unit: { equals: unitId } },
      { state: { equals: 'pending' } },
      { trashedAt: { exists: false } },
    ],
  }
  const [groups, pending, people, above] = await Promise.all([
    countGroups(req.payload, { collection: 'register', by: ['state'], where: kept }),
    countRows(req.payload, { collection: 'register', where: waiting }),
    peopleOf(req, unitId),
    unit?.unitAbove ? peopleOf(req, unit.unitAbove) : [],
  ])
  const before = missingRoles(people)
  const after = missingRoles(people.filter((one) => one.id !== id))
  const higher = unit?.unitAbove
    ? await findOne<TreeNode>({ req, collection: 'nodes', where: byId(unit.unitAbove) })
    : null
  const leaving: Leaving = {
    unit: unit?.name ?? '',
    kept: Object.fromEntries(groups.map(({ state, count }) => [String(state), count])),
    only: unit?.kind === 'region' ? [] : after.filter((role) => !before.includes(role)),
    deputy: missingRoles(above).includes('approver') ? null : (higher?.name ?? null),
    waiting: pending,
  }
  return leaving
})

type Person = { id: string; unit: unknown }

async function peopleOf(req: PayloadRequest, unit: string) {
  const docs = await findAll({
    req,
    collection: 'users',
    where: { and: [{ unit: { equals: unit } }, { isActive: { equals: true } }] },
    select: { roles: true },
  })
  return docs.map(({ id, roles }) => ({
    id,
    isActive: true,
    roles: allRoles.filter((role: Role) => roles.includes(role)),
  }))
}

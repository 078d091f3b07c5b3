import type { PayloadRequest, Where } from 'payload'
import { idOf, type Principal } from '@/access/actor'
import { stillStands, type Delegation, type Period } from '@/access/delegation'
import { roles } from '@/access/rules'
import { countRows } from '@/tables'
import { findAll } from '../../store'

/** A row of `delegations`. */
export type DelegationRow = Delegation & {
  id: string
  slot: string
  approverName: string | null
  delegateName: string | null
  endedByName: string | null
  createdAt: string
}

type Account = {
  id: string
  name?: string | null
  roles?: readonly string[] | null
  unit?: unknown
  isActive?: boolean | null
}

/** An account as the rules of delegation see it. */
export const personOf = (account: Account) => ({
  id: account.id,
  roles: roles.filter((role) => account.roles?.includes(role)),
  unit: idOf(account.unit) ?? '',
  isActive: account.isActive === true,
})

/** Delegations that are not over yet, of people who still may give and take them. */
export async function standingDelegations(
  req: PayloadRequest,
  where: Where,
  now = new Date(),
): Promise<DelegationRow[]> {
  const docs = await findAll({
    req,
    collection: 'delegations',
    where: {
      and: [
        where,
        { endedAt: { exists: false } },
        { until: { greater_than_equal: now.toISOString() } },
      ],
    },
    sort: 'from',
  })
  const rows = docs as unknown as DelegationRow[]
  if (rows.length === 0) return []
  const people = await accounts(req, [
    ...new Set(rows.flatMap(({ approver, delegate }) => [approver, delegate])),
  ])
  const find = (id: string) => people.get(id) ?? null
  return rows.filter((row) => stillStands(row, find(row.approver), find(row.delegate)))
}

/** For whom this person stands in, now or later; what `actorOf` reads. */
export async function standsInFor(
  req: PayloadRequest,
  delegate: string,
): Promise<(Principal & Period)[]> {
  const own: Where = { delegate: { equals: delegate } }
  // Asked with nearly every request, and nearly nobody stands in for anybody.
  if ((await countRows(req.payload, { collection: 'delegations', where: own })) === 0) return []
  const rows = await standingDelegations(req, own)
  return rows.map(({ approver, approverName, from, until }) => ({
    ...{ id: approver, name: approverName ?? '' },
    ...{ from, until },
  }))
}

async function accounts(req: PayloadRequest, ids: readonly string[]) {
  const docs = await findAll({
    req,
    collection: 'users',
    where: { id: { in: [...ids] } },
    select: { name: true, roles: true, unit: true, isActive: true },
  })
  return new Map(docs.map((doc) => [doc.id, personOf(doc)]))
}

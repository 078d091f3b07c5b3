import type { PayloadRequest, Where } from 'payload'
import { idOf, type Actor, type Principal } from '@/access/actor'
import {
  mayStandIn,
  periodHolds,
  stillStands,
  type Delegation,
  type Period,
} from '@/access/delegation'
import { roles } from '@/access/rules'
import { countRows } from '@/tables'
import { findAll } from '../../store'

/** A delegation as people see it; days of Asia/Shanghai, both inclusive. */
export type ShownDelegation = {
  id: string
  approver: { id: string; name: string }
  delegate: { id: string; name: string }
  from: string
  until: string
  isInForce: boolean
  /** May whoever asks end it? */
  mayEnd: boolean
}

/** An approver in their own right: only they give their right away, and never one that was given to them. */
export const isOwnApprover = (actor: Actor): boolean =>
  actor.roles.includes('approver') && !actor.standsInFor?.length

export const mayEnd = (actor: Actor, { approver }: Pick<DelegationRow, 'approver'>): boolean =>
  approver === actor.id || actor.roles.includes('operator')

/** Present and coming delegations: of one's unit for its approvers, all for the operator, else one's own. */
export async function delegationsOf(req: PayloadRequest, actor: Actor) {
  const rows = await standingDelegations(req, concerning(actor))
  return {
    docs: rows.map((row) => shown(row, actor)),
    mayName: isOwnApprover(actor),
    colleagues: isOwnApprover(actor) ? await colleaguesOf(req, actor) : [],
  }
}

function concerning(actor: Actor): Where {
  if (actor.roles.includes('operator')) return {}
  if (actor.roles.includes('approver')) return { unit: { equals: actor.unit } }
  return { or: [{ approver: { equals: actor.id } }, { delegate: { equals: actor.id } }] }
}

/** Active people of the same unit who may stand in for somebody. */
export async function colleaguesOf(req: PayloadRequest, actor: Actor) {
  const docs = await findAll({
    req,
    collection: 'users',
    where: {
      and: [
        { unit: { equals: actor.unit } },
        { isActive: { equals: true } },
        { id: { not_equals: actor.id } },
      ],
    },
    select: { name: true, roles: true, unit: true, isActive: true },
    sort: 'name',
  })
  return docs.filter((doc) => mayStandIn(personOf(doc).roles)).map(({ id, name }) => ({ id, name }))
}

function shown(row: DelegationRow, actor: Actor): ShownDelegation {
  return {
    id: row.id,
    approver: { id: row.approver, name: row.approverName ?? '' },
    delegate: { id: row.delegate, name: row.delegateName ?? '' },
    from: dayOf(row.from),
    until: dayOf(row.until),
    isInForce: periodHolds(row, Date.now()),
    mayEnd: mayEnd(actor, row),
  }
}

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** `2026-11-22` in Asia/Shanghai. */
export const dayOf = (instant: string | Date): string => day.format(new Date(instant))

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
const personOf = (account: Account) => ({
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

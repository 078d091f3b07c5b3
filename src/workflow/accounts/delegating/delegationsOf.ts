import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { mayStandIn, periodHolds } from '@/access/delegation'
import { findAll } from '../../store'
import { personOf, standingDelegations, type DelegationRow } from './standIns'

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

import type { Role } from './rules'

/** From the first instant of a day of Asia/Shanghai to the last of another. */
export type Period = { from: string; until: string }

/** Who stands in for whom in which unit. `endedAt` is set where it was ended before its time. */
export type Delegation = Period & {
  approver: string
  delegate: string
  unit: string
  endedAt: string | null
}

type Person = { id: string; roles: readonly Role[]; unit: string; isActive: boolean }

/** At most this many days: who is away for longer hands the role over. */
export const longestDelegation = 366

/** Whoever keeps accounts, reads the log or evaluates has no say over content, not by delegation either. */
const keptApart: readonly Role[] = ['operator', 'auditor', 'evaluator']

export const mayStandIn = (roles: readonly Role[]): boolean =>
  !keptApart.some((role) => roles.includes(role))

/** Whoever is an approver already has nothing to gain by standing in for one. */
export const gainsByStandingIn = (own: readonly Role[]): boolean =>
  mayStandIn(own) && !own.includes('approver')

export const periodHolds = ({ from, until }: Period, now: number): boolean =>
  Date.parse(from) <= now && now <= Date.parse(until)

/**
 * Do both still have what the delegation rests on: an approver in their own right and an active colleague,
 * in the unit it was given for? Where not, it is over for good.
 */
export function stillStands(
  delegation: Delegation,
  approver: Person | null,
  delegate: Person | null,
): boolean {
  if (delegation.endedAt || !approver || !delegate) return false
  const { unit } = delegation
  const isGiver = approver.isActive && approver.unit === unit && approver.roles.includes('approver')
  const isTaker = delegate.isActive && delegate.unit === unit && mayStandIn(delegate.roles)
  return isGiver && isTaker && approver.id !== delegate.id
}

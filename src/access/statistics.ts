import type { Actor } from './actor'
import type { Role } from './rules'
import { seenBy, type Seen } from './units'

/**
 * The figures of which units a role sees (知识库统计): the centre's of all, a unit's of itself and below; an evaluator,
 * of a third party, sees figures and nothing else.
 */
export const seesStatistics: Record<Role, 'none' | 'ownUnitAndBelow' | 'everything'> = {
  agent: 'none',
  staff: 'none',
  editor: 'ownUnitAndBelow',
  approver: 'ownUnitAndBelow',
  centre: 'everything',
  operator: 'none',
  auditor: 'none',
  evaluator: 'everything',
}

export const statisticsSeen = (actor: Actor | null): Seen => seenBy(seesStatistics, actor)

/** 每周简报: who may have the figures of the week before mailed to them, of the units that `seesStatistics` lets them see. */
export const mayHaveWeekly: Record<Role, boolean> = {
  agent: false,
  staff: false,
  editor: false,
  approver: true,
  centre: true,
  operator: false,
  auditor: false,
  evaluator: true,
}

export const isForWeekly = (person: { roles: readonly Role[] } | null): boolean =>
  person?.roles.some((role) => mayHaveWeekly[role]) ?? false

/**
 * The rows behind the figures, and what people did: of which units a role sees them. They name entries and people, which
 * an evaluator does not.
 */
export const seesRows: Record<Role, 'none' | 'ownUnitAndBelow' | 'everything'> = {
  ...seesStatistics,
  evaluator: 'none',
}

export const rowsSeen = (actor: Actor | null): Seen => seenBy(seesRows, actor)

/** Is this unit among those that are seen? */
export const isSeen = (seen: Seen, unit: { id: string; above: string | null }): boolean =>
  seen === 'everything' || (typeof seen === 'object' && [unit.id, unit.above].includes(seen.unit))

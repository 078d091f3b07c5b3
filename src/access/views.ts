import type { Actor } from './actor'
import type { Role } from './rules'
import { seenBy } from './units'

/** The readings of which units' entries a role is told of (浏览记录); everybody is told of their own. */
export const seesViews: Record<Role, 'none' | 'ownUnitAndBelow' | 'everything'> = {
  agent: 'none',
  staff: 'none',
  editor: 'ownUnitAndBelow',
  approver: 'ownUnitAndBelow',
  centre: 'everything',
  operator: 'none',
  auditor: 'none',
  evaluator: 'none',
}

/**
 * Readings of others that this person is told of: all, none, or those of what one unit and what lies below it answer
 * for now, whoever answered for it when it was read.
 */
export const viewsSeen = (actor: Actor | null) => seenBy(seesViews, actor)

/** Whose searches a role is told of (检索记录): they hold callers' words. Everybody is told of their own. */
export const seesSearches: Record<Role, 'none' | 'everything'> = {
  agent: 'none',
  staff: 'none',
  editor: 'none',
  approver: 'none',
  centre: 'everything',
  operator: 'none',
  auditor: 'none',
  evaluator: 'none',
}

/** Are searches of others told to this person? */
export const seesAllSearches = (actor: Actor | null) => seenBy(seesSearches, actor) === 'everything'

/** Of which units' unusual demand a role is told (异常热度). */
export const seesAlerts: Record<Role, 'none' | 'ownUnitAndBelow' | 'everything'> = {
  agent: 'none',
  staff: 'none',
  editor: 'ownUnitAndBelow',
  approver: 'ownUnitAndBelow',
  centre: 'everything',
  operator: 'none',
  auditor: 'none',
  evaluator: 'none',
}

/** Alerts that this person is told of: all, none, or those told to one unit and what lies below it. */
export const alertsSeen = (actor: Actor | null) => seenBy(seesAlerts, actor)

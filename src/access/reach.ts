import type { Where } from 'payload'
import type { Actor } from './actor'
import {
  consultedConditions,
  decidesFor,
  deputisedConditions,
  isConsulted,
  unansweredConditions,
  wholly,
} from './deputies'
import type { EntryFacts } from './entryFacts'
import { readsCopies } from './rules'
import { widest } from './units'

/** Where an entry stands in the tree. */
export type Place = { unit: string; unitAbove: string | null }

/** May this person read the working copies of this place? The predicate beside `reachQuery`. */
export function isInReach(actor: Actor | null, place: Place): boolean {
  const reach = widest(readsCopies, actor)
  if (reach === 'everything') return true
  if (reach !== 'ownUnitAndBelow' || !actor) return false
  const isNear = place.unit === actor.unit || place.unitAbove === actor.unit
  return isNear || wholly(actor).includes(place.unit)
}

/** The same rule as a query over rows with `unit` and `unitAbove`; false where nothing is in reach. */
export function reachQuery(
  actor: Actor | null,
  prefix: '' | 'parent.' | 'entry.' = '',
): boolean | Where {
  const reach = widest(readsCopies, actor)
  if (reach === 'everything') return true
  if (reach !== 'ownUnitAndBelow' || !actor) return false
  return {
    or: [
      { [`${prefix}unit`]: { equals: actor.unit } },
      { [`${prefix}unitAbove`]: { equals: actor.unit } },
      ...(wholly(actor).length > 0 ? [{ [`${prefix}unit`]: { in: wholly(actor) } }] : []),
    ],
  }
}

type Copy = Place &
  Pick<EntryFacts, 'state' | 'marks' | 'consulted' | 'writers' | 'submitter' | 'requester'>

/** May this person read this working copy and its history: within reach, or theirs to decide in place of its unit? */
export const mayReadCopy = (actor: Actor | null, copy: Copy): boolean =>
  actor !== null && (isInReach(actor, copy) || decidesFor(actor, copy))

/** The same rule as a query over rows of the register. */
export const readQuery = (actor: Actor | null): boolean | Where =>
  oneOf(reachQuery(actor), deputisedConditions(actor))

/** May this person open it for review: one who may read it, or is asked to agree to it? */
export const mayOpenCopy = (actor: Actor | null, copy: Copy): boolean =>
  mayReadCopy(actor, copy) || isConsulted(actor, copy)

/**
 * Rows of the register that an approver opens beyond their reach: to decide in place of a unit, or to agree. With
 * `reachQuery` it is the same rule as `mayOpenCopy`. They are asked one by one: reach holds of rows of any table that
 * stand in the tree, this only of the register's, which others ask by itself (`entriesWhere`).
 */
export const openedBeyondReach = (actor: Actor | null): Where[] => [
  ...deputisedConditions(actor),
  ...consultedConditions(actor),
]

/** Rows of the register that this approver may have to decide on; what may be done with each, `can.ts` says. */
export const decidedQuery = (actor: Actor): Where => ({
  or: [{ unit: { in: [actor.unit, ...wholly(actor)] } }, ...deputisedConditions(actor)],
})

/** Rows of the register that wait for what this approver is to say of them (会同校核); false where nobody asks them. */
export function unansweredQuery(actor: Actor): Where | false {
  const waiting = unansweredConditions(actor)
  return waiting.length > 0 && { or: waiting }
}

function oneOf(query: boolean | Where, more: readonly Where[]): boolean | Where {
  if (query === true || more.length === 0) return query
  return { or: query === false ? [...more] : [query, ...more] }
}

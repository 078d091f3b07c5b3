import type { Where } from 'payload'
import type { Actor } from './actor'
import { readsCopies } from './rules'

/** Where an entry stands in the tree. */
export type Place = { unit: string; unitAbove: string | null }

/** May this person read the working copies of this place? The predicate beside `reachQuery`. */
export function isInReach(actor: Actor | null, place: Place): boolean {
  const reach = reachOf(actor)
  if (reach === 'everything') return true
  if (reach === 'none' || !actor) return false
  return place.unit === actor.unit || place.unitAbove === actor.unit
}

/** The same rule as a query over rows with `unit` and `unitAbove`; false where nothing is in reach. */
export function reachQuery(
  actor: Actor | null,
  prefix: '' | 'parent.' | 'entry.' = '',
): boolean | Where {
  const reach = reachOf(actor)
  if (reach === 'everything') return true
  if (reach === 'none' || !actor) return false
  return {
    or: [
      { [`${prefix}unit`]: { equals: actor.unit } },
      { [`${prefix}unitAbove`]: { equals: actor.unit } },
    ],
  }
}

function reachOf(actor: Actor | null) {
  const reaches = new Set(actor?.roles.map((role) => readsCopies[role]))
  if (reaches.has('everything')) return 'everything'
  return reaches.has('ownUnitAndBelow') ? 'ownUnitAndBelow' : 'none'
}

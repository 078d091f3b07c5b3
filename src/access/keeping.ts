import type { Where } from 'payload'
import type { Actor } from './actor'
import { savedBy, type Library, type Role } from './rules'
import { widest } from './units'

/** Whose entries a role gives into the care of another (移交经办): a responsibility, it changes no right. */
export const handsOver: Record<Role, 'none' | 'ownUnit' | 'everything'> = {
  agent: 'none',
  staff: 'none',
  editor: 'ownUnit',
  approver: 'ownUnit',
  centre: 'everything',
  operator: 'everything',
  auditor: 'none',
  evaluator: 'none',
}

/** Stands for nobody in addresses. */
export const nobodyKeeps = 'none'

/** Whose entries this person hands to another keeper (经办人): of all units, of the own one, or of none. */
export function keepingSeen(actor: Actor | null): 'everything' | 'none' | { unit: string } {
  const reach = widest(handsOver, actor)
  if (reach === 'everything') return 'everything'
  return actor && reach === 'ownUnit' ? { unit: actor.unit } : 'none'
}

export function mayHandOver(actor: Actor | null, { unit }: { unit: string }): boolean {
  const seen = keepingSeen(actor)
  return seen === 'everything' || (seen !== 'none' && seen.unit === unit)
}

/** The same rule as a query over rows with `unit`. */
export function keepingQuery(actor: Actor | null): boolean | Where {
  const seen = keepingSeen(actor)
  if (seen === 'everything') return true
  return seen === 'none' ? false : { unit: { equals: seen.unit } }
}

type Person = { roles?: readonly Role[] | null; unit: string | null; isActive?: boolean | null }

/** Can this person look after the entry: active, and one who saves such texts of that unit? */
export function mayKeep(person: Person, entry: { library: Library; unit: string }): boolean {
  const role = savedBy[entry.library]
  const isTheirs = role === 'centre' || person.unit === entry.unit
  return person.isActive === true && isTheirs && Boolean(person.roles?.includes(role))
}

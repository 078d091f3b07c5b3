import type { Where } from 'payload'
import type { Actor } from './actor'
import { categoryKeys, type Role } from './rules'

/** Of which units a role sees who works there and what they lack; numbers, no texts. */
export const seesUnits: Record<Role, 'none' | 'ownUnitAndBelow' | 'everything'> = {
  agent: 'none',
  staff: 'none',
  editor: 'ownUnitAndBelow',
  approver: 'ownUnitAndBelow',
  centre: 'everything',
  operator: 'everything',
  auditor: 'none',
  evaluator: 'none',
}

export type Seen = 'everything' | 'none' | { unit: string }

/** Which units a table lets this person see: all, none, or one unit with what lies below it. */
export function seenBy(
  table: Record<Role, 'none' | 'ownUnitAndBelow' | 'everything'>,
  actor: Actor | null,
): Seen {
  const reach = widest(table, actor)
  if (reach === 'everything') return 'everything'
  return actor && reach === 'ownUnitAndBelow' ? { unit: actor.unit } : 'none'
}

/** Which units' people, gaps and figures this person sees. */
export const unitsSeen = (actor: Actor | null): Seen => seenBy(seesUnits, actor)

/** The same rule as a query over nodes. */
export function unitsSeenQuery(actor: Actor | null): boolean | Where {
  const seen = unitsSeen(actor)
  if (seen === 'everything') return true
  if (seen === 'none') return false
  return { or: [{ id: { equals: seen.unit } }, { parent: { equals: seen.unit } }] }
}

type Working = { roles: readonly Role[]; isActive: boolean }

/** Roles without whom a unit's entries are not written or not decided. */
const rolesOfAUnit = ['approver', 'editor'] as const

/** Which of them nobody active holds. */
export const missingRoles = (people: readonly Working[]): (typeof rolesOfAUnit)[number][] =>
  rolesOfAUnit.filter(
    (role) => !people.some(({ roles, isActive }) => isActive && roles.includes(role)),
  )

/** How far a role may see or act, the narrower before the wider. */
const widths = ['publicOnly', 'none', 'ownUnit', 'ownUnitAndBelow', 'everything'] as const
type Width = (typeof widths)[number]

/** The widest of what a person's roles allow by this table; null for whoever has no role, or is nobody. */
export function widest<Reach extends Width>(
  table: Record<Role, Reach>,
  person: { roles: readonly Role[] } | null,
): Reach | null {
  const reaches = (person?.roles ?? []).map((role) => table[role])
  return reaches.reduce<Reach | null>(
    (wide, one) => (wide !== null && widths.indexOf(wide) >= widths.indexOf(one) ? wide : one),
    null,
  )
}

type Ordered = {
  kind: string
  form?: string | null
  category?: string | null
  isOffice?: boolean | null
  order?: number | null
}

/**
 * Where nodes stand among their siblings, as the operating procedure lists them: municipal departments, zones,
 * parks, counties; below a county its office first, then bodies, then townships; categories in their own order.
 */
export function rankOf({ kind, form, category, isOffice }: Ordered): number {
  if (kind === 'category') return 10 + categoryKeys.findIndex((key) => key === category)
  if (kind === 'region') return 4
  if (kind === 'township') return 5
  if (isOffice) return 0
  return form === 'zone' ? 2 : form === 'park' ? 3 : 1
}

/** The order of siblings; among those of one rank, the centre's own. */
export const inProcedureOrder = (one: Ordered, other: Ordered): number =>
  rankOf(one) - rankOf(other) || (one.order ?? 0) - (other.order ?? 0)

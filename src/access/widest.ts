import type { Role } from './rules'

/** How far a role may see or act, the narrower before the wider. */
const widths = ['publicOnly', 'none', 'ownUnit', 'ownUnitAndBelow', 'everything'] as const
export type Width = (typeof widths)[number]

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

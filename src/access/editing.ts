import type { Actor } from './actor'
import { savedBy, steps, type Library } from './rules'

type Filed = { library: Library; unit: string }

/**
 * Does changing what readers see begin with this person: as an editor of its unit, as the centre, which keeps the cases,
 * or as the centre by a direct save? How it stands now is asked when it is opened.
 */
export function beginsChange(
  { roles, unit }: Pick<Actor, 'roles' | 'unit'>,
  filed: Filed,
): boolean {
  const { by, libraries } = steps.saveDirectly
  if (libraries.includes(filed.library) && by.some((role) => roles.includes(role))) return true
  const saves = savedBy[filed.library]
  return roles.includes(saves) && (saves === 'centre' || unit === filed.unit)
}

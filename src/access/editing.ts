import type { Actor } from './actor'
import { writesOf } from './can'
import { steps, type Library } from './rules'

type Filed = { library: Library; unit: string }

/**
 * Does changing what readers see begin with this person: as an editor of its unit, as the centre, which keeps the cases,
 * or as the centre by a direct save? How it stands now is asked when it is opened.
 */
export function beginsChange(actor: Pick<Actor, 'roles' | 'unit'>, filed: Filed): boolean {
  const { by, libraries } = steps.saveDirectly
  const savesDirectly = by.some((role) => actor.roles.includes(role))
  return (savesDirectly && libraries.includes(filed.library)) || writesOf(actor, filed)
}

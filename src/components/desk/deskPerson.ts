import { rolesInAdmin } from '@/access/rules'
import type { Session } from '@/front/sessions'
import { findUnit, type TreeUnit } from '@/reading/readTree'
import type { DeskPerson } from './DeskTop'

type Person = Extract<Session, { kind: 'person' }>

/** Who sits at the desk, by the roles they have. */
export const deskPerson = (
  { name, unit, roles }: Person,
  units: readonly TreeUnit[],
): DeskPerson => ({
  ...{ name, unit, unitName: findUnit(units, unit)?.name ?? '' },
  takesNotes: roles.includes('agent'),
  asksWhy: roles.includes('centre'),
  hasAdmin: roles.some((role) => rolesInAdmin.includes(role)),
})

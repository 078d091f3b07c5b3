import { rolesInAdmin } from '@/access/rules'
import { mayReport } from '@/access/tasks'
import { env } from '@/env'
import type { Session } from '@/front/sessions'
import { findUnit, type TreeUnit } from '@/reading/readTree'
import type { DeskPerson } from './DeskTop'

type Person = Extract<Session, { kind: 'person' }>

/** Who sits at the desk, by the roles they have. */
export const deskPerson = (
  { id, username, name, unit, roles }: Person,
  units: readonly TreeUnit[],
  newTold = 0,
): DeskPerson => ({
  ...{ id, username, roles, name, unit, unitName: findUnit(units, unit)?.name ?? '' },
  idleMinutes: env.idleLock ?? null,
  takesNotes: takesNotes({ roles }),
  saysPhrases: saysPhrases({ roles }),
  asksWhy: roles.includes('centre'),
  mayReport: mayReport({ roles }),
  newTold,
  hasAdmin: roles.some((role) => rolesInAdmin.includes(role)),
})

/** Agents answer callers: they take calls, and note what was told. */
export const takesNotes = ({ roles }: Pick<Person, 'roles'>): boolean => roles.includes('agent')

/** Agents say 规范用语 to callers; the centre, which keeps them, sees where they stand. */
export const saysPhrases = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.includes('agent') || roles.includes('centre')

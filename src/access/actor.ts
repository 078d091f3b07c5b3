import { roles, type Role } from './rules'

/** A person as the rules see them. */
export type Actor = { id: string; name: string; roles: readonly Role[]; unit: string }

type Account = {
  id: string | number
  collection?: string
  name?: string | null
  roles?: readonly string[] | null
  unit?: unknown
  isActive?: boolean | null
  mustChangePassword?: boolean | null
}

/**
 * The signed-in person, or null for everybody who has no say: nobody, a machine key, an account that is
 * switched off, or one whose first password still has to be changed.
 */
export function actorOf(account: unknown): Actor | null {
  const user = account as Account | null | undefined
  if (!user || (user.collection && user.collection !== 'users')) return null
  if (!user.isActive || user.mustChangePassword) return null
  return {
    id: String(user.id),
    name: user.name ?? '',
    roles: roles.filter((role) => user.roles?.includes(role)),
    unit: idOf(user.unit) ?? '',
  }
}

/** The id behind a relationship, whether or not it was populated. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  return null
}

/** Is this the key of a system that may hand in closed work orders as cases? */
export function deliversCases(account: unknown): boolean {
  const key = account as
    { collection?: string; mayDeliverCases?: boolean | null } | null | undefined
  return key?.collection === 'systems' && key.mayDeliverCases === true
}

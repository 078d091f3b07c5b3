import { gainsByStandingIn, periodHolds, type Period } from './delegation'
import { roles, type Role } from './rules'

/** An approver for whom somebody stands in. */
export type Principal = { id: string; name: string }

/**
 * A unit in whose place others decide (代审批) as soon as each of these approvers of its own is involved in an
 * entry: wrote it, submitted it or asked for its deletion. Where it has none, of everything it has.
 */
export type Deputised = { unit: string; approvers: readonly string[] }

/** A person as the rules see them. */
export type Actor = {
  id: string
  name: string
  /** What they may do now: their own roles, and `approver` while they stand in for one. */
  roles: readonly Role[]
  unit: string
  /** The approvers they stand in for; never of whoever is an approver themselves. */
  standsInFor?: readonly Principal[]
  /** Units in whose place the approvers of this person's unit decide (代审批). */
  deputises?: readonly Deputised[]
  /** The key of a system, which is no person. */
  isKey?: true
}

/** Under which an account that was read carries what `Actor.deputises` is: no interface answers with it. */
export const inPlaceOf: unique symbol = Symbol.for('zhiku.inPlaceOf')

type Account = {
  id: string | number
  collection?: string
  name?: string | null
  roles?: readonly string[] | null
  unit?: unknown
  isActive?: boolean | null
  mustChangePassword?: boolean | null
  /** Set by the server alone whenever an account is read: present and coming delegations to this person. */
  standsInFor?: readonly (Principal & Period)[]
  [inPlaceOf]?: readonly Deputised[]
}

/**
 * The signed-in person, or null for everybody who has no say: nobody, a machine key, an account that is
 * switched off, or one whose first password still has to be changed.
 */
export function actorOf(account: unknown, now = Date.now()): Actor | null {
  const user = account as Account | null | undefined
  if (!user || (user.collection && user.collection !== 'users')) return null
  if (!user.isActive || user.mustChangePassword) return null
  const own = roles.filter((role) => user.roles?.includes(role))
  const standsInFor = gainsByStandingIn(own) ? principalsOf(user, now) : []
  return {
    id: String(user.id),
    name: user.name ?? '',
    roles: standsInFor.length > 0 ? [...own, 'approver'] : own,
    unit: idOf(user.unit) ?? '',
    ...(standsInFor.length > 0 ? { standsInFor } : {}),
    ...(user[inPlaceOf]?.length ? { deputises: user[inPlaceOf] } : {}),
  }
}

const principalsOf = ({ standsInFor = [] }: Account, now: number): Principal[] =>
  standsInFor.filter((one) => periodHolds(one, now)).map(({ id, name }) => ({ id, name }))

/** The id behind a relationship, whether or not it was populated. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  return null
}

/**
 * The key of a system that may tell of gaps and errors, as a reader with its audience; null for every other account. Its
 * roles take no step of a task and reach no unit's rows: of tasks it sees what it told itself.
 */
export function tellingKey(account: unknown): Actor | null {
  const key = account as Key | null | undefined
  if (key?.collection !== 'systems' || key.mayTell !== true) return null
  const roles: readonly Role[] = key.audience === 'agent' ? ['agent'] : []
  return {
    id: String(key.id),
    name: key.name ?? '',
    roles,
    unit: idOf(key.unit) ?? '',
    isKey: true,
  }
}

type Key = Pick<Account, 'id' | 'collection' | 'name' | 'unit'> & {
  audience?: 'agent' | 'public' | null
  mayTell?: boolean | null
}

/** Is this the key of a system that may hand in closed work orders as cases? */
export function deliversCases(account: unknown): boolean {
  const key = account as
    { collection?: string; mayDeliverCases?: boolean | null } | null | undefined
  return key?.collection === 'systems' && key.mayDeliverCases === true
}

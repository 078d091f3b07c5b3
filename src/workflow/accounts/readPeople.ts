import type { Payload, PayloadRequest, Where } from 'payload'
import { idOf } from '@/access/actor'
import { roles as allRoles, type Role } from '@/access/rules'
import { attempts } from './signIn/attempts'

export const personStates = ['active', 'inactive', 'locked', 'first'] as const

export type PeopleAsked = ReturnType<typeof peopleAsked>

export type Listed = {
  id: string
  name: string
  username: string
  unit: string
  unitName: string
  roles: Role[]
  isActive: boolean
  isLocked: boolean
  isFirst: boolean
}

const atOnce = 50

/** For everybody, or for the place that guessed. */
export const isLocked = (user: { username: string; lockUntil?: string | null }): boolean =>
  Date.parse(user.lockUntil ?? '') > Date.now() || attempts.isLockedSomewhere(user.username)

/** What the address asks for; what is not understood is as if it were not there. */
export function peopleAsked(query: Record<string, unknown> = {}) {
  const page = Number(query.page)
  const unit = query.unit
  return {
    words: typeof query.q === 'string' ? query.q.trim() : '',
    unit: typeof unit === 'string' && /^[\w-]{1,64}$/.test(unit) ? unit : null,
    role: allRoles.find((role) => role === query.role) ?? null,
    state: personStates.find((state) => state === query.state) ?? null,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** A page of the accounts that are asked for, by name. */
export async function readPeople(
  payload: Payload,
  asked: PeopleAsked,
): Promise<{ people: Listed[]; total: number; pages: number }> {
  const { docs, totalDocs, totalPages } = await payload.find({
    collection: 'users',
    where: { and: conditionsOf(asked, new Date().toISOString()) },
    sort: 'username',
    limit: atOnce,
    page: asked.page,
    depth: 1,
    populate: { nodes: { name: true } },
    showHiddenFields: true,
    overrideAccess: true,
  })
  const people = docs.map((user) => ({
    ...{ id: user.id, name: user.name, username: user.username },
    unit: idOf(user.unit) ?? '',
    unitName: typeof user.unit === 'object' ? user.unit.name : '',
    roles: allRoles.filter((role) => user.roles.includes(role)),
    isActive: user.isActive === true,
    isLocked: isLocked(user),
    isFirst: user.mustChangePassword === true,
  }))
  return { people, total: totalDocs, pages: totalPages }
}

function conditionsOf({ words, unit, role, state }: PeopleAsked, now: string): Where[] {
  const conditions: Where[] = []
  if (words) conditions.push({ or: [{ name: { like: words } }, { username: { like: words } }] })
  if (unit) conditions.push({ unit: { equals: unit } })
  if (role) conditions.push({ roles: { in: [role] } })
  if (state === 'active') conditions.push({ isActive: { equals: true } })
  if (state === 'inactive') conditions.push({ isActive: { not_equals: true } })
  if (state === 'locked') {
    const names = attempts.lockedNames().map((name) => ({ username: { equals: name } }))
    conditions.push({ or: [{ lockUntil: { greater_than: now } }, ...names] })
  }
  if (state === 'first') conditions.push({ mustChangePassword: { equals: true } })
  return conditions
}

/** How many accounts are in this state, as their list counts them. */
export async function countPeople(
  payload: Payload,
  state: (typeof personStates)[number],
): Promise<number> {
  const asked = { ...peopleAsked(), state }
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { and: conditionsOf(asked, new Date().toISOString()) },
    overrideAccess: true,
  })
  return totalDocs
}

/** How many accounts there are (`n`), and how many of them are switched off (`m`). */
export async function countAccounts(req: PayloadRequest): Promise<{ n: number; m: number }> {
  const all = await req.payload.count({ collection: 'users', overrideAccess: true, req })
  const off = await req.payload.count({
    collection: 'users',
    where: { isActive: { not_equals: true } },
    overrideAccess: true,
    req,
  })
  return { n: all.totalDocs, m: off.totalDocs }
}

import type { Payload, Where } from 'payload'
import { idOf, type Actor } from '@/access/actor'
import { deputyUnitOf } from '@/access/deputies'
import { inProcedureOrder, missingRoles, unitsSeenQuery, type Seen } from '@/access/units'
import { isInReach, type Place } from '@/access/reach'
import { roles as allRoles, type Library, type Role, type State } from '@/access/rules'
import { countGroups, readRows } from '@/tables'
import { decidingNow } from '../accounts/deputising'
import { isLocked } from '../accounts/readPeople'
import { readTopics, type OwedTopic } from './readTopics'

type UnitPerson = {
  id: string
  name: string
  username: string
  roles: Role[]
  isActive: boolean
  isLocked: boolean
}

type Figures = Partial<Record<Library, Partial<Record<State, number>>>>

export type UnitFacts = {
  id: string
  name: string
  kind: 'region' | 'department' | 'township'
  isCentre: boolean
  above: { id: string; name: string } | null
  people: UnitPerson[]
  /** Roles nobody active holds; a county itself needs none, its matters belong to its government office. */
  missing: ReturnType<typeof missingRoles>
  /** Name of the unit whose approvers decide in its place, because this one has none. */
  deputy: string | null
  topics: OwedTopic[]
  figures: Figures
  below: { id: string; name: string }[]
}

/** All units this person sees, in the tree's order: a handful of queries, however many there are. */
export async function readUnits(payload: Payload, actor: Actor): Promise<UnitFacts[]> {
  const seen = unitsSeenQuery(actor)
  if (seen === false) return []
  const nodes = await nodesOf(payload)
  const own = new Map(nodes.map((node) => [node.id, node]))
  const inside = nodes.filter(({ id, above }) => seen === true || isOwn(actor, id, above))
  const units = inside.map(({ id }) => id)
  const within = (ids: readonly string[]): Where =>
    seen === true ? {} : { unit: { in: [...new Set(ids)] } }
  const [city, people, topics, figures] = await Promise.all([
    decidingNow(payload),
    peopleOf(payload, within(units)),
    readTopics(payload, { units, within: within(units) }),
    figuresOf(payload, within(units)),
  ])
  return inOrder(inside).map(({ id, name, kind, isCentre, above }) => {
    const staff = people.get(id) ?? []
    const higher = above ? own.get(above) : undefined
    const missing = kind === 'region' ? [] : missingRoles(staff)
    const deputy = missing.includes('approver') ? deputyUnitOf(id, city) : null
    return {
      ...{ id, name, kind, isCentre, missing },
      above: higher ? { id: higher.id, name: higher.name } : null,
      people: staff,
      deputy: deputy && (own.get(deputy)?.name ?? null),
      topics: kind === 'region' ? [] : (topics.get(id) ?? []),
      figures: figures.get(id) ?? {},
      below: inside
        .filter((node) => node.above === id)
        .map((node) => ({ id: node.id, name: node.name })),
    }
  })
}

/** All units in the tree's order. */
export const unitsInOrder = async (payload: Payload): Promise<Node[]> =>
  inOrder(await nodesOf(payload))

export type Node = Pick<UnitFacts, 'id' | 'name' | 'kind' | 'isCentre'> & {
  above: string | null
  form: string | null
  order: number | null
  isOffice: boolean | null
}

const isOwn = (actor: Actor, id: string, above: string | null) =>
  id === actor.unit || above === actor.unit

/** In the procedure's order, each county followed by what lies below it. */
function inOrder(nodes: readonly Node[]): Node[] {
  const known = new Set(nodes.map(({ id }) => id))
  const sorted = [...nodes].sort(inProcedureOrder)
  const top = sorted.filter(({ above }) => !above || !known.has(above))
  return top.flatMap((node) => [node, ...sorted.filter(({ above }) => above === node.id)])
}

async function nodesOf(payload: Payload): Promise<Node[]> {
  const rows = await readRows(payload, {
    collection: 'nodes',
    where: { kind: { not_equals: 'category' } },
    columns: ['id', 'name', 'kind', 'form', 'order', 'parent', 'isCentre', 'isOffice'],
    limit: 0,
  })
  return (rows as (Omit<Node, 'above'> & { parent: string | null })[]).map(
    ({ parent, isCentre, ...node }) => ({ ...node, above: parent, isCentre: isCentre === true }),
  )
}

async function peopleOf(payload: Payload, where: Where): Promise<Map<string, UnitPerson[]>> {
  const { docs } = await payload.find({
    collection: 'users',
    where,
    depth: 0,
    pagination: false,
    limit: 0,
    select: {
      name: true,
      username: true,
      roles: true,
      unit: true,
      isActive: true,
      lockUntil: true,
    },
    sort: 'name',
    showHiddenFields: true,
    overrideAccess: true,
  })
  const people = new Map<string, UnitPerson[]>()
  for (const { id, name, username, roles, unit, isActive, lockUntil } of docs) {
    const person = {
      ...{ id, name, username, isActive: isActive === true },
      roles: allRoles.filter((role) => roles.includes(role)),
      isLocked: isLocked({ username, lockUntil }),
    }
    const of = idOf(unit) ?? ''
    people.set(of, [...(people.get(of) ?? []), person])
  }
  return people
}

async function figuresOf(payload: Payload, where: Where): Promise<Map<string, Figures>> {
  const groups = await countGroups(payload, {
    collection: 'register',
    by: ['unit', 'library', 'state'],
    where: { and: [{ trashedAt: { exists: false } }, where] },
  })
  const figures = new Map<string, Figures>()
  for (const { unit, library, state, count } of groups) {
    const of = figures.get(String(unit)) ?? {}
    const inLibrary = (of[library as Library] ??= {})
    inLibrary[state as State] = (inLibrary[state as State] ?? 0) + count
    figures.set(String(unit), of)
  }
  return figures
}

export type Choice = { id: string; name: string; group: string | null }

/** The units whose working copies this person reads, in the tree's order; those of a county together. */
export const unitsInReach = (payload: Payload, actor: Actor): Promise<Choice[]> =>
  choicesOf(payload, (place) => isInReach(actor, place))

/** The units that are seen, in the same order. */
export const unitsSeenBy = (payload: Payload, seen: Seen): Promise<Choice[]> =>
  choicesOf(payload, ({ unit, unitAbove }) =>
    typeof seen === 'object' ? [unit, unitAbove].includes(seen.unit) : seen === 'everything',
  )

async function choicesOf(payload: Payload, isOne: (place: Place) => boolean): Promise<Choice[]> {
  const { docs } = await payload.find({
    collection: 'nodes',
    where: { kind: { not_equals: 'category' } },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  const units = docs.map((node) => ({ ...node, above: idOf(node.parent) })).sort(inProcedureOrder)
  const reached = units.filter(({ id, above }) => isOne({ unit: id, unitAbove: above }))
  const top = reached.filter(({ above }) => !reached.some(({ id }) => id === above))
  return top.flatMap((unit) => {
    const below = reached.filter(({ above }) => above === unit.id)
    const group = below.length > 0 ? unit.name : null
    return [unit, ...below].map(({ id, name }) => ({ id, name, group }))
  })
}

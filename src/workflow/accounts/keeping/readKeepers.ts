import type { Payload } from 'payload'
import { idOf, type Actor } from '@/access/actor'
import { mayKeep, keepingQuery } from '@/access/keeping'
import type { Library } from '@/access/rules'
import { countGroups } from '@/tables'
import { keptWhere } from './handOver'

export type Keeper = { id: string | null; name: string; isActive: boolean; count: number }
export type Heir = { id: string; name: string }

/** Who keeps entries this person may hand over, with how many; who left comes first. */
export async function readKeepers(payload: Payload, actor: Actor): Promise<Keeper[]> {
  const scope = keepingQuery(actor)
  if (scope === false) return []
  const kept = { trashedAt: { exists: false } }
  const [groups, people] = await Promise.all([
    countGroups(payload, {
      collection: 'register',
      by: ['keeper'],
      where: scope === true ? kept : { and: [scope, kept] },
    }),
    peopleOf(payload),
  ])
  const keepers = groups.flatMap(({ keeper, count }): Keeper[] => {
    if (!keeper) return [{ id: null, name: '', isActive: true, count }]
    const person = people.find(({ id }) => id === keeper)
    return person ? [{ ...person, isActive: person.isActive === true, count }] : []
  })
  return keepers.sort(
    (one, other) =>
      Number(one.isActive) - Number(other.isActive) || one.name.localeCompare(other.name, 'zh'),
  )
}

/** Who may take over at least some of a keeper's entries. */
export async function readHeirs(
  payload: Payload,
  actor: Actor,
  from: string | null,
): Promise<Heir[]> {
  const where = keptWhere(actor, from)
  if (where === false) return []
  const [places, people] = await Promise.all([
    countGroups(payload, { collection: 'register', by: ['unit', 'library'], where }),
    peopleOf(payload),
  ])
  return people
    .filter((person) => person.id !== from)
    .filter((person) =>
      places.some(({ unit, library }) =>
        mayKeep(person, { unit: String(unit), library: library as Library }),
      ),
    )
    .map(({ id, name, unitName }) => ({ id, name: `${name}（${unitName}）` }))
}

async function peopleOf(payload: Payload) {
  const { docs } = await payload.find({
    collection: 'users',
    select: { name: true, roles: true, unit: true, isActive: true },
    populate: { nodes: { name: true } },
    sort: 'name',
    overrideAccess: true,
    depth: 1,
    pagination: false,
    limit: 0,
  })
  return docs.map(({ id, name, roles, unit, isActive }) => ({
    ...{ id, name, roles, isActive },
    unit: idOf(unit),
    unitName: typeof unit === 'object' ? unit.name : '',
  }))
}

import type { PayloadRequest, Where } from 'payload'
import { idOf } from '@/access/actor'
import type { Role } from '@/access/rules'
import { readRows } from '@/tables'
import { findAll, insertOnce } from '../store'
import { peopleOf } from './people'
import { toldAs } from './takeBack'

/** What people are told of that is no entry's: a matter of their unit. */
export const matters = [
  'readsToReview',
  'unusual',
  'monthShown',
  'monthObjected',
  'monthPublished',
  'taskOpened',
  'taskReturned',
  'taskAnswered',
  'taskDue',
  'taskOverdue',
  'taskLapses',
  'taskTold',
  'monthEarly',
  'siteWaits',
  'siteApproved',
  'siteReturned',
] as const
export type MatterEvent = (typeof matters)[number]

export type Matter = {
  /** Of each matter one: told again with the same, nobody is told twice. */
  id: string
  event: MatterEvent
  /** The unit it is told, and those of its people who hold one of these roles. */
  unit: string
  roles: readonly Role[]
  /** Where it is done, as a path of this site. */
  page: string
  /** What it is about in a few words; shown to nobody who left the unit or the role. */
  about: string
  at: Date
}

/** What the ids of all messages of a matter begin with, before the person's. */
export const matterId = (event: MatterEvent, id: string): string => `${event}:${id}`

/** Of which matter a message is. */
export const matterOf = ({ id, event, person }: { id: string; event: string; person: string }) =>
  id.slice(event.length + 1, id.lastIndexOf(`:${person}`))

/** Tells the people of a unit, in the transaction `req` has open or without one. Returns how many were told now. */
export async function tellMatter(req: PayloadRequest, matter: Matter): Promise<number> {
  const { unit, roles, at } = matter
  const people = await peopleOf(req, [unit], roles, at)
  const told = people.flatMap((person) => {
    const role = roles.find((one) => person.roles.includes(one))
    return role ? [{ person: person.id, unit, role }] : []
  })
  return put(req, matter, told)
}

/**
 * Tells these people, whatever unit and role they have; it is shown to them as long as they keep both. Whoever works here
 * no longer is left out.
 */
export async function tellPeople(
  req: PayloadRequest,
  { people, ...matter }: Omit<Matter, 'unit' | 'roles'> & { people: readonly string[] },
): Promise<number> {
  if (people.length === 0) return 0
  const where: Where = { and: [{ id: { in: [...people] } }, { isActive: { equals: true } }] }
  const found = await findAll({ req, collection: 'users', where })
  const told = found.flatMap(({ id, unit, roles }) => {
    const [at, role] = [idOf(unit), roles[0]]
    return at && role ? [{ person: id, unit: at, role }] : []
  })
  return put(req, matter, told)
}

type Told = { person: string; unit: string; role: Role }

async function put(
  req: PayloadRequest,
  { id, event, page, about, at }: Omit<Matter, 'unit' | 'roles'>,
  people: readonly Told[],
): Promise<number> {
  const rows = people.map((told) => ({ ...told, id: `${matterId(event, id)}:${told.person}` }))
  const untold = await toldAs(
    req,
    rows.map((row) => row.id),
  )
  for (const row of rows) {
    const as = untold.get(row.id)
    if (as === undefined) continue
    const data = { ...row, id: as, event, page, about, at: at.toISOString() }
    await insertOnce({ req, collection: 'messages', data })
  }
  return untold.size
}

/** Tells the hotline centre's people of its own role. */
export async function tellCentre(
  req: PayloadRequest,
  matter: Omit<Matter, 'unit' | 'roles'>,
): Promise<number> {
  const [centre] = await readRows(req.payload, {
    ...{ collection: 'nodes', columns: ['id'], where: { isCentre: { equals: true } }, limit: 1 },
  })
  return centre ? tellMatter(req, { ...matter, unit: String(centre.id), roles: ['centre'] }) : 0
}

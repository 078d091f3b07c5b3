import type { PayloadRequest } from 'payload'
import type { Role } from '@/access/rules'
import { readRows } from '@/tables'
import { insertOnce } from '../store'
import { peopleOf } from './people'
import { toldAs } from './takeBack'

/** What people are told of that is no entry's: a matter of their unit. */
export const matters = [
  'readsToReview',
  'unusual',
  'monthShown',
  'monthObjected',
  'monthPublished',
  'monthEarly',
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
  const { id, event, unit, roles, page, about, at } = matter
  const people = await peopleOf(req, [unit], roles, at)
  const rows = people.flatMap((person) => {
    const role = roles.find((one) => person.roles.includes(one))
    return role ? [{ id: `${matterId(event, id)}:${person.id}`, person: person.id, role }] : []
  })
  const untold = await toldAs(
    req,
    rows.map((row) => row.id),
  )
  for (const row of rows) {
    const as = untold.get(row.id)
    if (as === undefined) continue
    const data = { ...row, id: as, event, unit, page, about, at: at.toISOString() }
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

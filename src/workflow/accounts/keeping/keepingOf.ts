import type { Payload } from 'payload'
import { libraries } from '@/access/rules'
import { readRows } from '@/tables'
import type { Entry } from '../../entry'
import { namesOf } from '../../namesOf'

/** One change of the keeper of an entry. */
export type Handover = {
  id: string
  at: string
  byName: string | null
  from: string | null
  to: string | null
}

/** Who looks after an entry now, and who did before, newest change first; people by name. */
export type Keeping = { keeper: string | null; handovers: Handover[] }

type Line = { id: string; at: string; byName: string | null; details: Details | null }
type Details = { from?: string | null; to?: string | null }

/** The changes come from the log that nothing rewrites. */
export async function keepingOf(
  payload: Payload,
  { id, keeper }: Pick<Entry, 'id' | 'keeper'>,
): Promise<Keeping> {
  const lines = (await readRows(payload, {
    collection: 'audit',
    where: {
      and: [
        { subject: { equals: id } },
        { action: { in: libraries.map((library) => `${library}.handover`) } },
      ],
    },
    columns: ['id', 'at', 'byName', 'details'],
    sort: '-seq',
    limit: 0,
  })) as Line[]
  const people = lines.flatMap(({ details }) => Object.values(details ?? {}))
  const names = await namesOf(payload, [keeper, ...people])
  const nameOf = (person: string | null | undefined) =>
    person ? (names.get(person) ?? null) : null
  return {
    keeper: nameOf(keeper),
    handovers: lines.map(({ id: line, at, byName, details }) => {
      return { id: line, at, byName, from: nameOf(details?.from), to: nameOf(details?.to) }
    }),
  }
}

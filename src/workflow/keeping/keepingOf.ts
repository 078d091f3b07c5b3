import type { PayloadRequest } from 'payload'
import { libraries } from '@/access/rules'
import { findEntry } from '../entry'
import { namesOf } from './namesOf'

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

type Line = { id: string; at: string; byName?: string | null; details?: unknown }
type Details = { from?: string | null; to?: string | null }

/** As the register says it now; the changes from the log that nothing rewrites. */
export async function keepingOf(req: PayloadRequest, id: string): Promise<Keeping> {
  const [entry, lines] = await Promise.all([findEntry(req, id), linesOf(req, id)])
  const people = lines.flatMap(({ details }) => Object.values((details ?? {}) as Details))
  const names = await namesOf(req.payload, [entry?.keeper, ...people])
  const nameOf = (person: string | null | undefined) =>
    person ? (names.get(person) ?? null) : null
  return {
    keeper: nameOf(entry?.keeper),
    handovers: lines.map(({ id: line, at, byName, details }) => {
      const { from, to } = (details ?? {}) as Details
      return { id: line, at, byName: byName ?? null, from: nameOf(from), to: nameOf(to) }
    }),
  }
}

async function linesOf(req: PayloadRequest, entry: string): Promise<Line[]> {
  const { docs } = await req.payload.find({
    collection: 'audit',
    where: {
      and: [
        { subject: { equals: entry } },
        { action: { in: libraries.map((library) => `${library}.handover`) } },
      ],
    },
    sort: '-seq',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  return docs
}

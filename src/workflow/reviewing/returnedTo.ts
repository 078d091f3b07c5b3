import type { PayloadRequest } from 'payload'
import { keptEntries, type Entry } from '../entry'

/** Entries of a unit that were returned and wait for it, with the reason given last; null where none is on record. */
export async function returnedTo(
  req: PayloadRequest,
  unit: string,
): Promise<(Entry & { reason: string | null })[]> {
  const returned = await keptEntries(req, {
    and: [{ unit: { equals: unit } }, { state: { equals: 'returned' } }],
  })
  const reasons = await reasonsOf(
    req,
    returned.map(({ id }) => id),
  )
  return returned.map((entry) => ({ ...entry, reason: reasons.get(entry.id) ?? null }))
}

async function reasonsOf(req: PayloadRequest, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'decisions',
    where: { and: [{ entry: { in: ids } }, { step: { equals: 'return' } }] },
    sort: 'seq',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  return new Map(docs.map(({ entry, reason }) => [entry, reason ?? '']))
}

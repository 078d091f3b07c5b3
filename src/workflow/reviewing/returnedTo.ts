import type { PayloadRequest } from 'payload'
import { latestDecisions } from '../decisions'
import { keptEntries, type Entry } from '../entry'

/** Entries of a unit that were returned and wait for it, with the reason given last; null where none is on record. */
export async function returnedTo(
  req: PayloadRequest,
  unit: string,
): Promise<(Entry & { reason: string | null })[]> {
  const returned = await keptEntries(req, {
    and: [{ unit: { equals: unit } }, { state: { equals: 'returned' } }],
  })
  const ids = returned.map(({ id }) => id)
  const last = await latestDecisions(req, ids, 'return')
  return returned.map((entry) => {
    const decision = last.get(entry.id)
    return { ...entry, reason: decision ? (decision.reason ?? '') : null }
  })
}

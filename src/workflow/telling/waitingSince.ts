import type { PayloadRequest } from 'payload'
import type { Entry } from '../entry'
import type { AskedFor } from './waitsFor'

/** Since when each of these entries has waited for this, by the entry's id. */
export async function waitingSince(
  req: PayloadRequest,
  asks: AskedFor,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, string>> {
  // The state of a text that is asked back is older than the question.
  const asked = asks === 'return' ? await askedBack(req, entries) : new Map<string, string>()
  return new Map(
    entries.map((entry) => {
      const requested = asks === 'approveDeletion' ? entry.deletionRequestedAt : asked.get(entry.id)
      return [entry.id, requested ?? entry.stateSince]
    }),
  )
}

async function askedBack(req: PayloadRequest, entries: readonly Entry[]) {
  if (entries.length === 0) return new Map<string, string>()
  const { docs } = await req.payload.find({
    collection: 'decisions',
    where: {
      and: [{ entry: { in: entries.map(({ id }) => id) } }, { step: { equals: 'requestReturn' } }],
    },
    select: { entry: true, at: true },
    // The newest of an entry comes last, and stays.
    sort: 'seq',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  return new Map(docs.map(({ entry, at }) => [entry, at]))
}

import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { stepsFor } from '@/access/can'
import { factsOf, type Entry } from '@/workflow/entry'

/** More than anybody decides in one sitting; the list shows the rest. */
const most = 50

/** What this approver may decide now, what waits longest first; of units below only where they act for them. */
export async function waitingFor(req: PayloadRequest, actor: Actor): Promise<Entry[]> {
  const found = await entriesWhere(req, {
    and: [
      { state: { equals: 'pending' } },
      { or: [{ unit: { equals: actor.unit } }, { unitAbove: { equals: actor.unit } }] },
    ],
  })
  const decidable = await Promise.all(
    found.map(async (entry) =>
      stepsFor(actor, await factsOf(req, entry, actor)).includes('approve'),
    ),
  )
  return found.filter((_, index) => decidable[index])
}

/** Entries of the register, what has stood longest in its state first. */
export async function entriesWhere(req: PayloadRequest, where: Where): Promise<Entry[]> {
  const { docs } = await req.payload.find({
    collection: 'register',
    where,
    sort: 'stateSince',
    limit: most,
    overrideAccess: true,
    depth: 0,
    req,
  })
  return docs as unknown as Entry[]
}

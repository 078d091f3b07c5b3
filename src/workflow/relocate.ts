import { randomUUID } from 'node:crypto'
import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { writersOf, type Entry } from './entry'
import { finish, type Intent } from './finish'
import { nameOfNode } from './publication'
import { Refused } from './Refused'
import { byId, swap } from './store'

export type Place = {
  unit: string
  unitAbove: string | null
  category: string | null
  categoryKey: string | null
}

/**
 * Entries follow a change of the tree: each gets its new place, its live text is shown there, and its
 * history keeps where it was. Runs in the transaction of the tree's change.
 */
export async function relocate(given: {
  req: PayloadRequest
  actor: Actor | null
  /** Which entries, by rows of the register. */
  where: Where
  /** The new place; what is left out stays (a rename changes no ids). */
  place: Partial<Place>
  reason: string
}): Promise<number> {
  const { req, actor, where, place, reason } = given
  const { docs } = await req.payload.find({
    collection: 'register',
    where,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  for (const row of docs) {
    const entry = row as unknown as Entry
    const intent = await intentOf({ req, actor, entry, reason })
    const moved = await swap<Entry>({
      req,
      collection: 'register',
      where: { ...byId(entry.id), lock: { equals: entry.lock }, intent: { exists: false } },
      data: { ...place, intent: JSON.stringify(intent), lock: { $inc: 1 } },
    })
    if (!moved) throw new Refused('changedMeanwhile')
    await finish(req, moved)
  }
  return docs.length
}

async function intentOf(given: {
  req: PayloadRequest
  actor: Actor | null
  entry: Entry
  reason: string
}): Promise<Intent> {
  const { req, actor, entry, reason } = given
  return {
    step: 'relocate',
    decision: randomUUID(),
    revision: entry.liveRevision ?? entry.revision,
    from: entry.state,
    to: entry.state,
    by: actor?.id ?? '',
    byName: actor?.name ?? '',
    unitName: await nameOfNode(req, entry.unit),
    isActingForUnit: false,
    reason,
    confirmed: [],
    writers: writersOf(entry),
    details: null,
    at: new Date().toISOString(),
    publication: 'place',
    switches: null,
    text: null,
    again: null,
    answering: null,
  }
}

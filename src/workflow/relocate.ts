import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { findEntry, writersOf, type Entry } from './entry'
import { finish, type Intent } from './finish'
import { nameOfNode } from './publication'
import { Refused } from './Refused'
import { byId, findOne, swap } from './store'

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
  /** Where an interrupted change is taken up: entries that moved since then have moved. */
  since?: string
}): Promise<number> {
  const { req, where, since } = given
  const { docs } = await req.payload.find({
    collection: 'register',
    where,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  let moved = 0
  for (const { id } of docs) {
    if (since && (await hasMoved(req, id, since))) continue
    await relocateOne({ ...given, id })
    moved += 1
  }
  return moved
}

type Relocation = {
  req: PayloadRequest
  actor: Actor | null
  place: Partial<Place>
  reason: string
}

/** A step may be under way where no transaction holds it off: it is waited for, and finished at last. */
async function relocateOne(given: Relocation & { id: string }): Promise<void> {
  const { req, actor, place, reason, id } = given
  for (let again = 0; again < patience; again += 1) {
    const entry = await findEntry(req, id)
    if (!entry) return
    if (again > patience / 2) await finish(req, entry)
    const intent = await intentOf({ req, actor, entry, reason })
    const moved = await swap<Entry>({
      req,
      collection: 'register',
      where: { ...byId(id), lock: { equals: entry.lock }, intent: { exists: false } },
      data: { ...place, intent: JSON.stringify(intent), lock: { $inc: 1 } },
    })
    if (moved) return finish(req, moved)
    await pause(50)
  }
  throw new Refused('changedMeanwhile')
}

const patience = 40

async function hasMoved(req: PayloadRequest, entry: string, since: string): Promise<boolean> {
  const where: Where = {
    and: [
      { entry: { equals: entry } },
      { step: { equals: 'relocate' } },
      { at: { greater_than_equal: since } },
    ],
  }
  return (await findOne({ req, collection: 'decisions', where })) !== null
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
    onBehalfOf: null,
    onBehalfOfName: null,
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

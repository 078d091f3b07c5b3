import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '@/access/actor'
import { countRows } from '@/tables'
import { findEntry, writersOf, type Entry } from '../entry'
import { finish, finishOpen } from '../step/finish'
import { inTransaction } from '../inTransaction'
import { keptUntilDone, type Intent } from '../step/intent'
import { countEntry, expectEntries } from './following'
import { nameOfNode } from '../step/publication'
import { Refused } from '../Refused'
import { byId, findOne, swap } from '../store'

export type Place = {
  unit: string
  unitAbove: string | null
  category: string | null
  categoryKey: string | null
}

/**
 * Entries follow a change of the tree: each gets its new place, its live text is shown there, and its history keeps
 * where it was. Each in a transaction of its own, so that others read, save and decide between any two.
 */
export async function relocate(given: {
  req: PayloadRequest
  actor: Actor | null
  /** Which entries, by rows of the register. */
  where: Where
  /** The new place as it is now; what is left out stays (a rename changes no ids). */
  place: () => Promise<Partial<Place>>
  reason: string
  /** Where an interrupted change is taken up: entries that moved since then have moved. */
  since?: string
}): Promise<number> {
  const { req, where, since } = given
  expectEntries(await countRows(req.payload, { collection: 'register', where }))
  let moved = 0
  let last = ''
  for (;;) {
    const ids = await idsAfter(req, where, last)
    for (const id of ids) {
      last = id
      countEntry()
      if (since && (await hasMoved(req, id, since))) continue
      await inTransaction(req, () => relocateOne({ ...given, id }))
      moved += 1
    }
    if (ids.length < atOnce) return moved
  }
}

/** So many ids are read at once. */
const atOnce = 100

async function idsAfter(req: PayloadRequest, where: Where, last: string): Promise<string[]> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'register',
    where: { and: [where, { id: { greater_than: last } }] },
    select: { number: true },
    sort: 'id',
    limit: atOnce,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}

type Relocation = {
  req: PayloadRequest
  actor: Actor | null
  place: () => Promise<Partial<Place>>
  reason: string
}

/** A step may be under way where no transaction holds it off: it is waited for, and finished at last. */
async function relocateOne(given: Relocation & { id: string }): Promise<void> {
  const { req, actor, place, reason, id } = given
  for (let again = 0; again < patience; again += 1) {
    const entry = await findEntry(req, id)
    if (!entry) return
    if (again > patience / 2) await finishOpen(req, entry)
    const intent = await intentOf({ req, actor, entry, reason })
    const moved = await swap<Entry>({
      req,
      collection: 'register',
      where: { ...byId(id), lock: { equals: entry.lock }, intent: { exists: false } },
      data: { ...(await place()), intent: await keptUntilDone(req, intent), lock: { $inc: 1 } },
    })
    if (moved) return finish({ req, entry: moved, intent, known: {} })
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
    submitter: null,
    details: null,
    at: new Date().toISOString(),
    publication: 'place',
    switches: null,
    hash: null,
    text: null,
    again: null,
    answering: null,
  }
}

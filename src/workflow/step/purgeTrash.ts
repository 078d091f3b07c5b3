import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { daysInTrash } from '@/access/rules'
import { recordStep } from '../audit/recordStep'
import type { Entry } from '../entry'
import { inTransaction } from '../inTransaction'
import { nameOfNode } from './publication'
import { byId, findAll, insertOnce } from '../store'

const day = 24 * 60 * 60 * 1000

/**
 * Entries that have lain in the trash for 30 days: the copy, its versions and its place in the register go;
 * decisions and publications stay, and the number is never used again. Returns how many there were.
 */
export async function purgeTrash(payload: Payload, now = new Date()): Promise<number> {
  const req = await createLocalReq({}, payload)
  const before = new Date(now.getTime() - daysInTrash * day).toISOString()
  const docs = await findAll({
    req,
    collection: 'register',
    where: { trashedAt: { less_than_equal: before } },
  })
  for (const row of docs) {
    const own = await createLocalReq({}, payload)
    await inTransaction(own, () => purgeEntry(own, row as unknown as Entry, { now }))
  }
  return docs.length
}

/** Takes away the copy, its versions and its place in the register, in the transaction of `req`. */
export async function purgeEntry(
  req: PayloadRequest,
  entry: Entry,
  { now, reason = '' }: { now: Date; reason?: string },
): Promise<void> {
  const { db } = req.payload
  const data = {
    // The same in a second run, should the first have been killed.
    id: `purge:${entry.id}`,
    entry: entry.id,
    library: entry.library,
    number: entry.number,
    title: entry.title,
    step: 'purge' as const,
    from: entry.state,
    to: entry.state,
    revision: entry.revision,
    seq: entry.lock + 1,
    isActingForUnit: false,
    reason,
    by: null,
    byName: null,
    unit: entry.unit,
    unitName: await nameOfNode(req, entry.unit),
    at: now.toISOString(),
  }
  await insertOnce({ req, collection: 'decisions', data })
  await recordStep(req, data)
  const where: Where = { parent: { equals: entry.id } }
  await db.deleteVersions({ collection: entry.library, where, req })
  await db.deleteOne({ collection: entry.library, where: byId(entry.id), req })
  await db.deleteOne({ collection: 'register', where: byId(entry.id), req })
}

import { randomUUID } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Library } from '@/access/rules'
import { findEntry } from '../entry'
import { byId } from '../store'
import { saveContextOf } from './saveContext'

/** New entries that come all or not at all; kept until the last of them is there. */
type Batch = { library: Library; ids: string[] }

const prefix = 'batch:'

/**
 * Runs work that makes at most so many new entries, all or none of them: `begin` is called before each. Each comes in a
 * transaction of its own, so that nobody waits for thousands; a failed batch is undone at once, and an interrupted one
 * at the next start.
 */
export async function asBatch<T>(given: {
  req: PayloadRequest
  library: Library
  size: number
  work: (begin: () => void) => Promise<T>
}): Promise<T> {
  const { req, library, size, work } = given
  const { kv } = req.payload
  const batch = { library, ids: Array.from({ length: size }, () => randomUUID()) }
  const left = [...batch.ids]
  const key = `${prefix}${randomUUID()}`
  await kv.set(key, batch)
  const begin = () => {
    saveContextOf(req).entryId = left.shift()
  }
  const result = await work(begin).catch(async (error: unknown) => {
    await undo(req, batch)
    await kv.delete(key)
    throw error
  })
  await kv.delete(key)
  return result
}

/** Undoes the batches that a kill interrupted; returns how many there were. */
export async function undoOpenBatches(payload: Payload): Promise<number> {
  const keys = (await payload.kv.keys()).filter((key) => key.startsWith(prefix))
  for (const key of keys) {
    const req = await createLocalReq({}, payload)
    await undo(req, (await payload.kv.get(key)) as Batch)
    await payload.kv.delete(key)
  }
  return keys.length
}

/** What somebody has taken a step on meanwhile stays. */
async function undo(req: PayloadRequest, { library: collection, ids }: Batch): Promise<void> {
  const { db } = req.payload
  for (const id of ids) {
    const entry = await findEntry(req, id)
    if (entry && (entry.state !== 'draft' || entry.trashedAt || entry.revision > 1)) continue
    await db.deleteVersions({ collection, where: { parent: { equals: id } }, req })
    await db.deleteOne({ collection, where: byId(id), req })
    await db.deleteOne({ collection: 'register', where: byId(id), req })
  }
}

import type { PayloadRequest } from 'payload'
import type { Entry } from '../entry'
import { byId, swap } from '../store'

/** The working copy carries its place too, so that what is in reach is one query. */
export async function moveText(req: PayloadRequest, entry: Entry): Promise<void> {
  const { unit, unitAbove, category } = entry
  await swap({
    req,
    collection: entry.library,
    where: byId(entry.id),
    data: { unit, unitAbove, ...(entry.library === 'knowledge' ? { category } : {}) },
  })
}

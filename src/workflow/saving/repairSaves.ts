import { createLocalReq, type CollectionSlug, type Payload } from 'payload'
import { editableStates, libraries } from '@/access/rules'
import { findEntry } from '../entry'
import { hasTransactions } from '../inTransaction'
import { alignWithText } from './takeBack'

/**
 * Puts right the entries whose save was killed between register and text, where no transaction did.
 * Only while no other process writes; returns how many there were.
 */
export async function repairSaves(payload: Payload): Promise<number> {
  if (await hasTransactions(payload)) return 0
  const req = await createLocalReq({}, payload)
  let repaired = 0
  for (const library of libraries) {
    const revisionOf = await revisions(payload, library)
    for (const { id, revision } of await underWay(payload, library)) {
      if (revisionOf.get(id) === revision) continue
      const entry = await findEntry(req, id)
      if (entry && (await alignWithText(req, entry))) repaired += 1
    }
  }
  return repaired
}

/** Only these can be saved. */
async function underWay(payload: Payload, library: string) {
  const { docs } = await payload.find({
    collection: 'register',
    where: { and: [{ library: { equals: library } }, { state: { in: [...editableStates] } }] },
    select: { revision: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
  })
  return docs
}

async function revisions(payload: Payload, library: CollectionSlug) {
  const { docs } = await payload.find({
    collection: library,
    select: { revision: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
  })
  return new Map((docs as { id: string; revision: number }[]).map((row) => [row.id, row.revision]))
}

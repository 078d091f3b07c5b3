import { createLocalReq, type Payload } from 'payload'
import type { Entry } from './entry'
import { finish } from './finish'

/** Finishes every step that a killed process left half done; returns how many there were. */
export async function repairOpenIntents(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  const { docs } = await payload.find({
    collection: 'register',
    where: { intent: { exists: true } },
    overrideAccess: true,
    pagination: false,
    limit: 0,
    depth: 0,
    req,
  })
  for (const row of docs) await finish(req, row as unknown as Entry)
  return docs.length
}

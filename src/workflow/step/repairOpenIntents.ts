import { createLocalReq, type Payload } from 'payload'
import { findEntry, type Entry } from '../entry'
import { findAll } from '../store'
import { finishOpen } from './finish'

/** Finishes every step that a killed process left half done; returns how many there were. */
export async function repairOpenIntents(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  const docs = await findAll({
    req,
    collection: 'register',
    where: { intent: { exists: true } },
  })
  for (const row of docs) await finishOrTakeBack(payload, row as unknown as Entry)
  return docs.length
}

/** A direct save whose text is refused takes itself back; that is no reason not to start. */
async function finishOrTakeBack(payload: Payload, entry: Entry): Promise<void> {
  const req = await createLocalReq({}, payload)
  try {
    await finishOpen(req, entry)
  } catch (error) {
    const now = await findEntry(await createLocalReq({}, payload), entry.id)
    if (now?.intent) throw error
    payload.logger.warn({ err: error, msg: `${entry.number}: a step was taken back` })
  }
}

import { createLocalReq, type Payload } from 'payload'
import { insertOnce } from '../store'

type Confirmed = {
  /** One a bulletin and person: confirmed again it is the same. */
  id: string
  /** What they see on their desk now, as the caller has asked. */
  bulletin: string
  entry: string
  person: { id: string; name: string; unit: string }
  at: Date
}

/** 已阅 by a person. */
export async function confirmBulletin(payload: Payload, given: Confirmed): Promise<void> {
  const { id, bulletin, entry, person, at } = given
  const req = await createLocalReq({}, payload)
  const by = { by: person.id, byName: person.name, unit: person.unit }
  const data = { id, bulletin, entry, ...by, at: at.toISOString() }
  await insertOnce({ req, collection: 'receipts', data })
}

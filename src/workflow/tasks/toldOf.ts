import { createLocalReq, type Payload, type Where } from 'payload'
import { countRows } from '@/tables'
import { change } from '../store'
import { unreadOnly } from '../telling/messages'

const told = (person: string): Where => ({
  and: [{ person: { equals: person } }, { event: { equals: 'taskTold' } }, unreadOnly],
})

/** How many ends of what this person told of they have not read. */
export const countTold = (payload: Payload, person: string): Promise<number> =>
  countRows(payload, { collection: 'messages', where: told(person) })

/** They read them where all of it is listed. */
export async function markToldRead(payload: Payload, person: string, now: Date): Promise<void> {
  const req = await createLocalReq({}, payload)
  const data = { readAt: now.toISOString() }
  await change({ req, collection: 'messages', where: told(person), data })
}

import { createLocalReq, type Payload } from 'payload'
import { countGroups } from '@/tables'
import { byId, insertOnce, swap } from '../../store'

/** Counts the views of these entries anew, so that a count can never drift from what is on record. */
export async function rollUpViews(payload: Payload, entries: readonly string[]): Promise<void> {
  if (entries.length === 0) return
  const counted = await countGroups(payload, {
    collection: 'views',
    where: { entry: { in: [...entries] } },
    by: ['entry'],
  })
  const req = await createLocalReq({}, payload)
  for (const { entry, count } of counted) {
    const id = String(entry)
    const target = { req, collection: 'viewed', where: byId(id) } as const
    if (await swap({ ...target, data: { count } })) continue
    await insertOnce({ ...target, data: { id, count } })
  }
}

import { createLocalReq, type Payload } from 'payload'
import { popular } from '@/access/searching'

const day = 24 * 60 * 60 * 1000

/** Forgets queries that nobody asked for 90 days. */
export async function purgeQueries(payload: Payload, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - popular.keptDays * day).toISOString()
  await payload.db.deleteMany({
    collection: 'queries',
    where: { askedAt: { less_than: before } },
    req: await createLocalReq({}, payload),
  })
}

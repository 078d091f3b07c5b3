import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { insert } from './store'

/** Leaves a line in the audit log, in the transaction of what it tells. No personal data in `details`. */
export async function recordAudit(given: {
  req: PayloadRequest
  action: string
  subject: string
  subjectName: string
  details?: Record<string, unknown>
}): Promise<void> {
  const { req, ...line } = given
  const actor = actorOf(req.user)
  await insert({
    req,
    collection: 'audit',
    data: {
      id: randomUUID(),
      by: actor?.id ?? null,
      byName: actor?.name ?? null,
      at: new Date().toISOString(),
      ...line,
    },
  })
}

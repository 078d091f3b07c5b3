import type { Payload } from 'payload'
import { accountName } from '@/access/accountName'
import { actorOf } from '@/access/actor'
import type { NoteReading } from '@/workflow/audit/readings'
import { Refused } from '@/workflow/Refused'
import type { Session } from './sessions'

type Asked = {
  payload: Payload
  session: Session | null
  username: string
  subject: string
  note: NoteReading
}

/**
 * A machine that asks for an agent names the account; the reading is on record under both. What was
 * searched for is not: callers' words may hold personal data.
 */
export async function recordOnBehalf({ payload, session, username, subject, note }: Asked) {
  if (session?.kind !== 'system') return
  const { docs } = await payload.find({
    collection: 'users',
    where: { username: { equals: accountName(username) } },
    select: { name: true, username: true, roles: true, unit: true, isActive: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const agent = actorOf(docs[0])
  if (!agent?.roles.includes('agent')) throw new Refused('unknownAgent')
  note(payload, {
    action: 'key.search',
    by: session.id,
    byName: session.name,
    subject: agent.id,
    subjectName: agent.name,
    details: { asked: subject },
  })
}

import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import type { User } from '@/payload-types'
import { withRightsLent } from '../../accounts/deputising'
import { findAll } from '../../store'

/** Those of them whom a mail may reach: switched on, with an address. */
export async function mailedAmong(payload: Payload, ids: readonly unknown[]): Promise<User[]> {
  if (ids.length === 0) return []
  return findAll({
    req: await createLocalReq({}, payload),
    collection: 'users',
    where: {
      and: [
        { id: { in: [...ids] } },
        { isActive: { equals: true } },
        { email: { exists: true } },
        { email: { not_equals: '' } },
      ],
    },
  })
}

/**
 * Who they are to whom a mail is written: with what they were lent, and also while they still have to choose a password,
 * as a mail tells no more than that there is something.
 */
export async function actorForMails(req: PayloadRequest, user: User): Promise<Actor | null> {
  return actorNow(req, { ...user, mustChangePassword: false })
}

/** Who they would be if they asked now: to whom figures are mailed. */
export async function actorNow(req: PayloadRequest, user: User): Promise<Actor | null> {
  return actorOf(await withRightsLent(req, { ...user, collection: 'users' as const }))
}

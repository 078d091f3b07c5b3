import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { Role } from '@/access/rules'
import type { User } from '@/payload-types'
import { vouched } from '../audit/digests'
import { recordAudit } from '../audit/append'
import { insert } from '../store'

/** `unit` is a node's id. */
export type Enrolment = { username: string; name: string; unit: string; roles: Role[] }

/** Makes an account that can sign in. */
export async function enrol(
  payload: Payload,
  person: Enrolment & { password: string; mustChangePassword?: boolean },
): Promise<User> {
  const account = await payload.create({
    collection: 'users',
    overrideAccess: true,
    depth: 0,
    data: { isActive: true, ...person },
  })
  return { ...account, collection: 'users' }
}

/**
 * Makes an account that cannot sign in, because it has no password, until the operator gives it one.
 * Below Payload, which asks for a password and takes half a second to hash each.
 */
export async function enrolWithoutPassword(
  req: PayloadRequest,
  person: Enrolment & { isActive: boolean },
): Promise<User> {
  const account = { id: randomUUID(), mustChangePassword: false, ...person }
  await insert({ req, collection: 'users', data: account })
  await recordAudit({
    req,
    action: 'users.create',
    subject: account.id,
    subjectName: account.username,
    details: { changed: ['roles', 'unit', 'isActive'], vouches: vouched('users', account) },
  })
  const now = new Date().toISOString()
  return { ...account, createdAt: now, updatedAt: now, collection: 'users' }
}

import type { Endpoint } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { answer, param } from '../answer'
import { randomPassword } from './randomPassword'
import { Refused } from '../Refused'
import { attempts } from './signIn/attempts'
import { byId, findOne } from '../store'

type Account = { id: string; username: string }

/**
 * `POST /api/users/{id}/give-password`: the operator gives somebody a random password, shown once and to be
 * changed at the next sign-in; also unlocks. 200 `{ password }`. Nobody resets their own that way.
 */
export const givePasswordEndpoint: Endpoint = answer('post', '/:id/give-password', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const id = param(req, 'id')
  if (!isGranted(req.user, 'users', 'update') || id === actor.id) throw new Refused('notAllowed')
  const account = await findOne<Account>({ req, collection: 'users', where: byId(id) })
  if (!account) throw new Refused('notFound')
  const password = randomPassword()
  await req.payload.update({
    collection: 'users',
    id,
    data: { password, mustChangePassword: true, loginAttempts: 0, lockUntil: null },
    overrideAccess: true,
    depth: 0,
    req,
  })
  attempts.forget(account.username)
  return { password }
})

import { randomInt } from 'node:crypto'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { answer, bodyOf, param } from '../answer'
import { vouched } from '../audit/digests'
import { recordAudit } from '../audit/append'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { byId, findOne } from '../store'
import { attempts } from './signIn/attempts'
import { signIn } from './signIn/signIn'

const shortest = 10

const password = () =>
  said(z.string(), { zh: '请填写原密码和新密码。', en: 'Send current and next.' }, 'current')
export const passwordSent = z.object({ current: password(), next: password() })

/**
 * `POST /api/users/change-password` `{ current, next }`: people change their own password; also those who
 * must before anything else is open to them. 200 `{ ok: true }`.
 */
export const changePasswordEndpoint: Endpoint = answer('post', '/change-password', async (req) => {
  const { user } = req
  if (user?.collection !== 'users') throw new Refused('notSignedIn')
  const username = user.username ?? ''
  const { current, next } = sentAs(passwordSent, await bodyOf(req))
  if (next.length < shortest || !/\d/.test(next) || !/\p{L}/u.test(next)) {
    throw wrong('next', {
      zh: `新密码至少 ${shortest} 位，须同时包含字母和数字。`,
      en: `At least ${shortest} characters with letters and digits.`,
    })
  }
  if (next === current)
    throw wrong('next', { zh: '新密码不能与原密码相同。', en: 'Choose another password.' })
  const checked = await checkPassword()
  req.context.isOwnPassword = true
  await inTransaction(req, async () => {
    // Whom the operator gave a password meanwhile does not overwrite it.
    if ((await hashNow()) !== checked)
      throw new Refused('changedMeanwhile', { detail: givenMeanwhile })
    await req.payload.update({
      collection: 'users',
      id: user.id,
      data: { password: next, mustChangePassword: false },
      overrideAccess: true,
      depth: 0,
      req,
    })
  })
  const row = await findOne({ req, collection: 'users', where: byId(String(user.id)) })
  await recordAudit({
    req,
    action: 'users.password',
    subject: String(user.id),
    subjectName: username,
    details: row && { vouches: vouched('users', row) },
  })
  return { ok: true }

  /** Through the login itself, so that wrong guesses are counted and lock the account. */
  async function checkPassword(): Promise<unknown> {
    const hash = await hashNow()
    await signIn(req, { username, password: current }, true).catch((error: unknown) => {
      if (error instanceof Refused && error.code === 'locked') throw error
      throw wrong('current', { zh: '原密码不正确。', en: 'The current password is wrong.' })
    })
    return hash
  }

  async function hashNow(): Promise<unknown> {
    const where = byId(String(user?.id))
    return (await findOne<{ id: string; hash?: string }>({ req, collection: 'users', where }))?.hash
  }
})

const wrong = (field: string, detail: { zh: string; en: string }) =>
  new Refused('invalid', { fields: [field], detail })

const givenMeanwhile = {
  zh: '系统管理员刚刚为您重设了密码，请用新密码登录。',
  en: 'The operator has just given you a new password: sign in with it.',
}

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

// Without characters that are taken for one another on paper or on the telephone.
const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

export const randomPassword = (): string =>
  Array.from({ length: 14 }, () => letters[randomInt(letters.length)]).join('')

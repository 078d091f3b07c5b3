import type { Endpoint } from 'payload'
import { z } from 'zod'
import { answer, bodyOf } from '../answer'
import { vouched } from '../audit/digests'
import { inTransaction } from '../inTransaction'
import { recordAudit } from '../audit/recordAudit'
import { Refused } from '../Refused'
import { said, sentAs } from '../sentAs'
import { signIn } from './signIn/signIn'
import { byId, findOne } from '../store'

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

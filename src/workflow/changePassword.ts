import type { Endpoint } from 'payload'
import { answer, bodyOf } from './answer'
import { recordAudit } from './recordAudit'
import { Refused } from './Refused'

const shortest = 10

/**
 * `POST /api/users/change-password` `{ current, next }`: people change their own password; also those who
 * must before anything else is open to them. 200 `{ ok: true }`.
 */
export const changePasswordEndpoint: Endpoint = answer('post', '/change-password', async (req) => {
  const { user } = req
  if (user?.collection !== 'users') throw new Refused('notSignedIn')
  const username = user.username ?? ''
  const { current, next } = await bodyOf(req)
  if (typeof current !== 'string' || typeof next !== 'string')
    throw wrong('current', '请填写原密码和新密码。', 'Send current and next.')
  if (next.length < shortest || !/\d/.test(next) || !/\p{L}/u.test(next)) {
    throw wrong(
      'next',
      `新密码至少 ${shortest} 位，须同时包含字母和数字。`,
      `At least ${shortest} characters with letters and digits.`,
    )
  }
  if (next === current) throw wrong('next', '新密码不能与原密码相同。', 'Choose another password.')
  await checkPassword()
  req.context.isOwnPassword = true
  await req.payload.update({
    collection: 'users',
    id: user.id,
    data: { password: next, mustChangePassword: false },
    overrideAccess: true,
    depth: 0,
    req,
  })
  await recordAudit({
    req,
    action: 'users.password',
    subject: String(user.id),
    subjectName: username,
  })
  return { ok: true }

  /** Through the login itself, so that wrong guesses are counted and lock the account. */
  async function checkPassword() {
    const data = { username, password: String(current) } as never
    const context = { isPasswordCheck: true }
    const known = await req.payload
      .login({ collection: 'users', data, context, overrideAccess: true })
      .catch(() => null)
    if (!known) throw wrong('current', '原密码不正确。', 'The current password is wrong.')
  }
})

const wrong = (field: string, zh: string, en: string) =>
  new Refused('invalid', { fields: [field], detail: { zh, en } })

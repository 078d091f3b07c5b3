import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import {
  AuthenticationError,
  createLocalReq,
  generatePayloadCookie,
  LockedAuth,
  loginOperation,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { accountName } from '@/access/accountName'
import { toldWhence, placeOf } from '@/access/whence'
import { answer, own, readSent } from '../../answer'
import { isConflict } from '../../inTransaction'
import { recordAudit } from '../../audit/append'
import { Refused } from '../../Refused'
import { findOne } from '../../store'
import { attempts, type Attempt } from './attempts'

type Account = { id: string; username: string }
type Why = 'password' | 'locked' | 'inactive'

/** A replica set undoes one of two writes that meet. */
const tries = 5

/**
 * `POST /api/users/login` `{ username, password }`: 200 `{ user, token, exp }` and the session's cookie. A wrong
 * password and a name that nobody has are refused alike (401 `notSignedIn`), and locked alike after five (`locked`).
 */
export const signInEndpoint: Endpoint = {
  method: 'post',
  path: '/login',
  ...own,
  // Refused as Payload refuses, for its own page of signing in reads the answer too.
  handler: async (req) => {
    await readSent(req)
    const { username, password } = (req.data ?? {}) as Record<string, unknown>
    if (typeof username !== 'string' || typeof password !== 'string' || !password.trim()) {
      throw new Refused('invalid', { fields: ['username', 'password'], detail: bothMissing })
    }
    const { collections, config } = req.payload
    const result = await signIn(req, { username, password })
    const cookie = generatePayloadCookie({
      collectionAuthConfig: collections.users.config.auth,
      cookiePrefix: config.cookiePrefix,
      token: String(result.token),
    })
    const headers = { 'set-cookie': String(cookie), 'cache-control': 'no-store' }
    return Response.json({ message: req.t('authentication:passed'), ...result }, { headers })
  },
}

/** Mail is optional here: passwords are reset by the operator and never by a mailed link. */
export const passwordMailEndpoints: Endpoint[] = ['/forgot-password', '/reset-password'].map(
  (path) =>
    answer('post', path, () =>
      Promise.reject(new Refused('notAllowed', { detail: byTheOperator })),
    ),
)

type Given = { username: string; password: string }

/**
 * Payload's own sign-in, counted and on record.
 * @param isCheck whether only the password is asked, by somebody who is signed in
 */
export async function signIn(req: PayloadRequest, { username, password }: Given, isCheck = false) {
  const { payload } = req
  const place = placeOf(toldWhence((name) => req.headers.get(name)).address)
  const attempt = { name: accountName(username), place }
  return attempts.inTurn(attempt, async () => {
    if (attempts.isLocked(attempt)) throw await locked(attempt)
    await attempts.takeTime(place)
    const account = await find(attempt)
    try {
      // Takes as long as for an account there is.
      if (!account) await promisify(pbkdf2)(password, 'nobody', 600_000, 32, 'sha256')
      const result = await login(req, { username: attempt.name, password })
      attempts.forget(attempt.name, place)
      return result
    } catch (error) {
      throw await refusalOf(error, attempt, account)
    }
  })

  async function find({ name }: Attempt): Promise<Account | null> {
    return findOne({ req, collection: 'users', where: { username: { equals: name } } })
  }

  async function login(asked: PayloadRequest, data: Given) {
    const collection = payload.collections.users
    for (let again = 1; ; again += 1) {
      const own = isCheck
        ? await createLocalReq({ context: { isPasswordCheck: true } }, payload)
        : asked
      try {
        return await loginOperation({
          collection,
          data,
          req: own,
          overrideAccess: isCheck,
        })
      } catch (error) {
        if (again === tries || !isConflict(error)) throw error
      }
    }
  }

  async function refusalOf(error: unknown, at: Attempt, account: Account | null): Promise<unknown> {
    if (error instanceof LockedAuth) return locked(at)
    if (error instanceof AuthenticationError) {
      const isNowLocked = await attempts.noteFailure(at)
      await recordFailure(account, 'password', isNowLocked)
      return new Refused('notSignedIn', { detail: wrongPassword })
    }
    if (error instanceof Refused && error.code === 'notAllowed') {
      await recordFailure(account, 'inactive')
    }
    return error
  }

  async function locked(at: Attempt): Promise<Refused> {
    if (attempts.noteRefusal(at)) await recordFailure(await find(at), 'locked')
    return new Refused('locked')
  }

  /** Who tried is not known; what was typed may be a password in the wrong place and is not kept. */
  async function recordFailure(account: Account | null, why: Why, isNowLocked = false) {
    // The failed sign-in has ended the transaction of its request.
    const own = await createLocalReq({}, payload)
    const named = { subject: account?.id, subjectName: account?.username }
    await recordAudit({ req: own, action: 'users.loginFailed', ...named, details: { why } })
    if (isNowLocked) await recordAudit({ req: own, action: 'users.locked', ...named })
  }
}

const byTheOperator = {
  zh: '请联系系统管理员重置密码。',
  en: 'Ask the operator to reset the password.',
}

const bothMissing = {
  zh: '请填写账号和密码。',
  en: 'Send username and password.',
}

/** The same words whether the account exists or not. */
const wrongPassword = {
  zh: '账号或密码不正确。',
  en: 'The account or the password is wrong.',
}

import {
  AuthenticationError,
  createLocalReq,
  LockedAuth,
  type CollectionAfterErrorHook,
  type CollectionAfterLoginHook,
  type CollectionAfterLogoutHook,
} from 'payload'
import { recordAudit } from '@/workflow/recordAudit'
import { Refused } from '@/workflow/Refused'
import { findOne } from '@/workflow/store'

type Account = { id: string; username: string; name: string; lockUntil?: string | null }

export const recordSignIn: CollectionAfterLoginHook = async ({ context, req, user }) => {
  if (context.isPasswordCheck) return
  await recordAudit({ req, action: 'users.login', ...byOneself(user) })
}

export const recordSignOut: CollectionAfterLogoutHook = async ({ req }) => {
  await recordAudit({ req, action: 'users.logout', ...byOneself(req.user as unknown as Account) })
}

/** Also of an account that counts for nobody until its first password was changed. */
const byOneself = ({ id, username, name }: Account) => ({
  ...{ by: id, byName: name },
  ...{ subject: id, subjectName: username },
})

/** Who tried is not known; what was typed may be a password in the wrong place and is not kept. */
export const recordFailedSignIn: CollectionAfterErrorHook = async ({ error, req }) => {
  const isSignIn = req.pathname?.endsWith('/login') && req.method === 'POST'
  const why = isSignIn && reasonOf(error)
  if (!why) return
  const typed = (req.data as { username?: unknown } | undefined)?.username
  const username = typeof typed === 'string' ? typed.toLowerCase().trim() : ''
  // The failed sign-in has ended the transaction of its request.
  const own = await createLocalReq({}, req.payload)
  const where = { username: { equals: username } }
  const account = await findOne<Account>({ req: own, collection: 'users', where })
  const named = { subject: account?.id, subjectName: account?.username }
  const isLocked = Date.parse(account?.lockUntil ?? '') > Date.now()
  await recordAudit({ req: own, action: 'users.loginFailed', ...named, details: { why } })
  if (why === 'password' && isLocked) {
    await recordAudit({ req: own, action: 'users.locked', ...named })
  }
}

function reasonOf(error: Error): 'password' | 'locked' | 'inactive' | null {
  if (error instanceof LockedAuth) return 'locked'
  if (error instanceof AuthenticationError) return 'password'
  return error instanceof Refused ? 'inactive' : null
}

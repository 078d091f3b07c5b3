import {
  AuthenticationError,
  type CollectionBeforeOperationHook,
  type CollectionBeforeLoginHook,
  type CollectionAfterLoginHook,
  type CollectionAfterLogoutHook,
  type CollectionAfterOperationHook,
} from 'payload'
import { accountName } from '@/access/accountName'
import { Refused } from '@/workflow/Refused'
import { byId } from '@/workflow/store'
import { recordAudit } from '@/workflow/audit/append'
import { attempts } from '@/workflow/accounts/signIn/attempts'

/** Accounts are kept, signed in and unlocked under the one spelling of their name. */
export const spellName: CollectionBeforeOperationHook = ({ args }) => {
  const { data } = args as { data?: { username?: unknown } | null }
  if (typeof data?.username !== 'string') return
  return { ...args, data: { ...data, username: accountName(data.username) } }
}

type SigningIn = { id: string; hash?: string; isActive?: boolean }

/**
 * An account that is switched off does not sign in, nor one whose password was changed while the old one was
 * being checked. Payload 3.90 looks at the row it read before; here it is read again, behind the new session,
 * which goes with the refusal.
 */
export const refuseInactive: CollectionBeforeLoginHook = async ({ req, user }) => {
  const { id, hash } = user as unknown as SigningIn
  // Two columns alone: the whole row would count as what this sign-in started from.
  const select = { hash: true, isActive: true } as const
  const where = byId(id)
  const now = await req.payload.db.findOne<SigningIn>({ collection: 'users', where, select, req })
  if (now?.hash !== hash) throw new AuthenticationError(req.t, true)
  if (now?.isActive) return
  throw new Refused('notAllowed', {
    detail: {
      zh: '账号未启用，请联系系统管理员。',
      en: 'This account is not active: ask the operator.',
    },
  })
}

type Account = { id: string; username: string; name: string }

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

/** Unlocks for every place, on record; by the name as `spellName` has it. */
export const recordUnlock: CollectionAfterOperationHook = async ({
  args,
  operation,
  req,
  result,
}) => {
  if (operation === 'unlock') {
    const { username } = args.data as { username: string }
    attempts.forget(username)
    await recordAudit({ req, action: 'users.unlock', subjectName: username })
  }
  return result
}

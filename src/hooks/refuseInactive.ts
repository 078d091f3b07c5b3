import { AuthenticationError, type CollectionBeforeLoginHook } from 'payload'
import { Refused } from '@/workflow/Refused'
import { byId } from '@/workflow/store'

type Account = { id: string; hash?: string; isActive?: boolean }

/**
 * An account that is switched off does not sign in, nor one whose password was changed while the old one was
 * being checked. Payload 3.90 looks at the row it read before; here it is read again, behind the new session,
 * which goes with the refusal.
 */
export const refuseInactive: CollectionBeforeLoginHook = async ({ req, user }) => {
  const { id, hash } = user as unknown as Account
  // Two columns alone: the whole row would count as what this sign-in started from.
  const select = { hash: true, isActive: true } as const
  const where = byId(id)
  const now = await req.payload.db.findOne<Account>({ collection: 'users', where, select, req })
  if (now?.hash !== hash) throw new AuthenticationError(req.t, true)
  if (now?.isActive) return
  throw new Refused('notAllowed', {
    detail: {
      zh: '账号未启用，请联系系统管理员。',
      en: 'This account is not active: ask the operator.',
    },
  })
}

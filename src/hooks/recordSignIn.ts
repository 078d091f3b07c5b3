import type { CollectionAfterLoginHook, CollectionAfterLogoutHook } from 'payload'
import { recordAudit } from '@/workflow/audit/recordAudit'

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

import type { CollectionBeforeOperationHook } from 'payload'
import { accountName } from '@/access/accountName'

/** Accounts are kept, signed in and unlocked under the one spelling of their name. */
export const spellName: CollectionBeforeOperationHook = ({ args }) => {
  const { data } = args as { data?: { username?: unknown } | null }
  if (typeof data?.username !== 'string') return
  return { ...args, data: { ...data, username: accountName(data.username) } }
}

import type { CollectionAfterReadHook } from 'payload'
import { withRightsLent } from '@/workflow/accounts/deputising'

/**
 * An account that is read by itself, as every request reads the one that asks, carries for whom it stands in and
 * in the place of which units it decides. Never stored with it: a save of the account rewrites its row, and would
 * bring back what was ended. One that is switched off has no session, whatever was left in its row: Payload's strategy
 * then knows nobody.
 */
export const noteStandIns: CollectionAfterReadHook = async ({ doc, req, findMany }) => {
  const account = doc as { id: string; isActive?: boolean | null }
  if (findMany) return account
  return account.isActive ? withRightsLent(req, account) : { ...account, sessions: [] }
}

import type { CollectionAfterReadHook } from 'payload'
import { standsInFor } from '@/workflow/delegating/standIns'

/**
 * An account that is read by itself, as every request reads the one that asks, carries for whom it stands in.
 * Never stored with it: a save of the account rewrites its row, and would bring back what was ended.
 */
export const noteStandIns: CollectionAfterReadHook = async ({ doc, req, findMany }) => {
  const account = doc as { id: string; isActive?: boolean | null }
  if (findMany || !account.isActive) return doc
  return { ...account, standsInFor: await standsInFor(req, account.id) }
}

import type { CollectionAfterOperationHook } from 'payload'
import { recordAudit } from '@/workflow/audit/recordAudit'
import { attempts } from '@/workflow/accounts/signIn/attempts'

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

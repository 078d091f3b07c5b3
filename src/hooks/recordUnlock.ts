import type { CollectionAfterOperationHook } from 'payload'
import { recordAudit } from '@/workflow/recordAudit'

export const recordUnlock: CollectionAfterOperationHook = async ({
  args,
  operation,
  req,
  result,
}) => {
  if (operation === 'unlock') {
    const { username } = args.data as { username?: string }
    await recordAudit({ req, action: 'users.unlock', subjectName: username?.toLowerCase().trim() })
  }
  return result
}

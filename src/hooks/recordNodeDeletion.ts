import type { CollectionAfterDeleteHook } from 'payload'
import { recordAudit } from '@/workflow/recordAudit'

export const recordNodeDeletion: CollectionAfterDeleteHook = async ({ doc, req }) => {
  const { id: subject, name: subjectName } = doc as { id: string; name: string }
  await recordAudit({ req, action: 'node.delete', subject, subjectName })
}

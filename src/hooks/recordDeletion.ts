import type { CollectionAfterDeleteHook } from 'payload'
import { recordAudit } from '@/workflow/recordAudit'

export const recordDeletion =
  (action: 'node.delete' | 'systems.delete'): CollectionAfterDeleteHook =>
  async ({ doc, req }) => {
    const { id: subject, name: subjectName } = doc as { id: string; name: string }
    await recordAudit({ req, action, subject, subjectName })
  }

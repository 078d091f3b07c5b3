import type { CollectionAfterChangeHook } from 'payload'
import { withoutNumbers } from '@/workflow/findings/maskNumbers'
import { recordAudit } from '@/workflow/recordAudit'

export const recordUpload: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return
  const { id: subject, name, hash } = doc as { id: string; name: string; hash: string }
  await recordAudit({
    req,
    action: 'media.create',
    subject,
    subjectName: withoutNumbers(name),
    details: { hash },
  })
}

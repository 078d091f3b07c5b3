import type { CollectionAfterChangeHook } from 'payload'
import { withoutNumbers } from '@/workflow/findings/maskNumbers'
import { vouched } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/recordAudit'

export const recordUpload: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return
  const file = doc as { id: string; name: string; hash: string }
  const { id: subject, name, hash } = file
  await recordAudit({
    req,
    action: 'media.create',
    subject,
    subjectName: withoutNumbers(name),
    details: { hash, vouches: vouched('media', file) },
  })
}

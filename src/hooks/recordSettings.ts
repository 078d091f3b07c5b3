import type { GlobalAfterChangeHook } from 'payload'
import { recordAudit } from '@/workflow/recordAudit'

/** Who changed what the centre decides for all units. */
export const recordSettings: GlobalAfterChangeHook = async ({ doc, previousDoc, global, req }) => {
  const of = (row: unknown) => (row as { returnFirst?: unknown } | undefined)?.returnFirst ?? null
  await recordAudit({
    req,
    action: `${global.slug}.update`,
    subject: global.slug,
    subjectName: '工作流程设置',
    details: { from: of(previousDoc), to: of(doc) },
  })
}

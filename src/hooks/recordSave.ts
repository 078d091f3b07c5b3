import type { CollectionAfterChangeHook } from 'payload'
import type { Library } from '@/access/rules'
import { recordAudit } from '@/workflow/recordAudit'

type Text = { id: string; number: string; title: string; revision: number }

export const recordSave =
  (library: Library): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    // The centre's direct save is a step, and the step is on record.
    if (req.context.direct) return
    const { id: subject, number, title, revision } = doc as Text
    const action = `${library}.${operation === 'create' ? 'create' : 'save'}` as const
    await recordAudit({ req, action, subject, subjectName: `${number} ${title}`, revision })
  }

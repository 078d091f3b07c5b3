import type { CollectionAfterChangeHook } from 'payload'
import type { Library } from '@/access/rules'
import type { FindingCounts } from '@/workflow/findings/countFindings'
import { nameOfEntry } from '@/workflow/findings/nameOfEntry'
import { recordAudit } from '@/workflow/recordAudit'

type Text = { id: string; number: string; title: string; revision: number }

export const recordSave =
  (library: Library): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    // The centre's direct save is a step, and the step is on record.
    if (req.context.direct) return
    const { id: subject, number, title, revision } = doc as Text
    const action = `${library}.${operation === 'create' ? 'create' : 'save'}` as const
    // What stood in a text that a file brought is kept here: an import leaves no decision of its own.
    const { findings } = req.context as { findings?: FindingCounts | null }
    const details = findings ? { details: { findings } } : {}
    const subjectName = nameOfEntry({ number, title })
    await recordAudit({ req, action, subject, subjectName, revision, ...details })
  }

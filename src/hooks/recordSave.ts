import type { CollectionAfterChangeHook } from 'payload'
import type { Actor } from '@/access/actor'
import type { Library } from '@/access/rules'
import type { FindingCounts } from '@/workflow/findings/countFindings'
import { nameOfEntry } from '@/workflow/findings/nameOfEntry'
import { recordAudit } from '@/workflow/audit/recordAudit'

type Text = { id: string; number: string; title: string; revision: number }

type Context = { findings?: FindingCounts | null; save?: { actor: Actor | null } }

export const recordSave =
  (library: Library): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    // The centre's direct save is a step, and the step is on record.
    if (req.context.direct) return
    const { id: subject, number, title, revision } = doc as Text
    const action = `${library}.${operation === 'create' ? 'create' : 'save'}` as const
    // What stood in a text that a file brought is kept here: an import leaves no decision of its own.
    const { findings, save } = req.context as Context
    const told = {
      ...(findings && { findings }),
      // Begun with a unit, by the system: whoever made the unit wrote nothing of it.
      ...(!save?.actor && { isSystems: true }),
    }
    const details = Object.keys(told).length > 0 ? { details: told } : {}
    const subjectName = nameOfEntry({ number, title })
    await recordAudit({ req, action, subject, subjectName, revision, ...details })
  }

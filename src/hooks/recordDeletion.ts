import type { CollectionAfterDeleteHook } from 'payload'
import { withoutNumbers } from '@/workflow/findings/maskNumbers'
import { vouchedGone, type Covered } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/recordAudit'

type DeletionAction = `${'node' | 'systems' | 'terms' | 'placements' | 'judgements'}.delete`
type Deleted = { id: string; name?: string; title?: string; query?: string }

export const recordDeletion =
  (action: DeletionAction): CollectionAfterDeleteHook =>
  async ({ collection, doc, req }) => {
    const { id: subject, name, title, query } = doc as Deleted
    const subjectName = withoutNumbers(name ?? title ?? query ?? '')
    const details = { vouches: vouchedGone(collection.slug as Covered, subject) }
    await recordAudit({ req, action, subject, subjectName, details })
  }

import { randomUUID } from 'node:crypto'
import type {
  CollectionBeforeChangeHook,
  CollectionConfig,
  CollectionAfterDeleteHook,
} from 'payload'
import type { KeptByCentre } from '@/access/granted'
import { noteChangeOf } from '@/tables/follow'
import { withoutNumbers } from '@/workflow/findings/personalNumbers'
import { vouchedGone, type Covered } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/append'

/** Ids are made here, never taken from what was sent. */
export const makeId: CollectionBeforeChangeHook = ({ data, operation }) =>
  operation === 'create' ? { ...data, id: randomUUID() } : data

/** What is kept of this collection in memory is looked at again with the next question. */
export const noteChange = ({ collection }: { collection: Pick<CollectionConfig, 'slug'> }): void =>
  noteChangeOf(collection.slug as Parameters<typeof noteChangeOf>[0])

type DeletionAction = `${'node' | 'systems' | KeptByCentre}.delete`
type Deleted = { id: string; name?: string; title?: string; query?: string; entryTitle?: string }

export const recordDeletion =
  (action: DeletionAction): CollectionAfterDeleteHook =>
  async ({ collection, doc, req }) => {
    const { id: subject, name, title, query, entryTitle } = doc as Deleted
    const subjectName = withoutNumbers(name ?? title ?? query ?? entryTitle ?? '')
    const details = { vouches: vouchedGone(collection.slug as Covered, subject) }
    await recordAudit({ req, action, subject, subjectName, details })
  }

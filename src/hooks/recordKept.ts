import type { CollectionAfterChangeHook } from 'payload'
import { withoutNumbers } from '@/workflow/findings/maskNumbers'
import { vouched } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/recordAudit'

type Kept = { id: string; kind?: string; number?: string; title?: string; query?: string }

/** What the centre changes of search is on record: which words or which query, and the entry meant. */
export const recordKept =
  (slug: 'terms' | 'placements' | 'judgements'): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, operation, req }) => {
    const { id: subject, kind, number } = doc as Kept
    const before = nameOf((previousDoc ?? {}) as Kept)
    const subjectName = nameOf(doc as Kept)
    const wasOther = operation === 'update' && before !== subjectName
    await recordAudit({
      req,
      action: `${slug}.${operation}`,
      subject,
      subjectName,
      details: {
        ...(kind ? { kind } : {}),
        ...(number ? { number } : {}),
        ...(wasOther ? { from: before } : {}),
        vouches: vouched(slug, doc as Kept),
      },
    })
  }

const nameOf = ({ title, query }: Kept): string => withoutNumbers(title ?? query ?? '')

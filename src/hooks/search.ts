import type { CollectionBeforeChangeHook, CollectionAfterChangeHook } from 'payload'
import { prepareTerm, prepareJudged } from '@/workflow/usage/searching/prepare'
import { withoutNumbers } from '@/workflow/findings/personalNumbers'
import { vouched } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/append'

/** Words are stored trimmed and stand in one group only. */
export const keepTerm: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => ({
  ...data,
  ...(await prepareTerm(req, { ...originalDoc, ...data })),
})

/** One placement of an entry for a query, with who placed it. */
export const keepPlacement: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => ({
  ...data,
  ...(await prepareJudged(req, 'placements', { ...originalDoc, ...data })),
})

/** A query and one of its right answers, once. */
export const keepJudgement: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => ({
  ...data,
  ...(await prepareJudged(req, 'judgements', { ...originalDoc, ...data })),
})

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

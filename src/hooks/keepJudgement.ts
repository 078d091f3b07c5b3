import type { CollectionBeforeChangeHook } from 'payload'
import { prepareJudged } from '@/workflow/usage/searching/prepareJudged'

/** A query and one of its right answers, once. */
export const keepJudgement: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => ({
  ...data,
  ...(await prepareJudged(req, 'judgements', { ...originalDoc, ...data })),
})

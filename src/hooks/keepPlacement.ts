import type { CollectionBeforeChangeHook } from 'payload'
import { prepareJudged } from '@/workflow/usage/searching/prepareJudged'

/** One placement of an entry for a query, with who placed it. */
export const keepPlacement: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => ({
  ...data,
  ...(await prepareJudged(req, 'placements', { ...originalDoc, ...data })),
})

import type { CollectionBeforeChangeHook } from 'payload'
import { prepareTerm } from '@/workflow/usage/searching/prepareTerm'

/** Words are stored trimmed and stand in one group only. */
export const keepTerm: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => ({
  ...data,
  ...(await prepareTerm(req, { ...originalDoc, ...data })),
})

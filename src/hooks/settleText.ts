import type { CollectionAfterChangeHook } from 'payload'
import { settle } from '@/workflow/saving/takeBack'

/** Where the database has no transactions: what was moved while the text was written is put together again. */
export const settleText: CollectionAfterChangeHook = async ({ req }) => {
  await settle(req)
}

import type { CollectionAfterErrorHook } from 'payload'
import { takeBack } from '@/workflow/saving/takeBack'

/** Where the database has no transactions: a save that failed after the register moved moves it back. */
export const takeBackRegister: CollectionAfterErrorHook = async ({ req }) => {
  await takeBack(req)
}

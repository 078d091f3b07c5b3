import type { CollectionAfterChangeHook } from 'payload'
import { endFallen } from '@/workflow/accounts/delegating/nameDelegate'

/** Whoever is switched off, moved or loses the role neither gives nor takes a delegation any longer. */
export const endDelegations: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await endFallen(req, String((doc as { id: string }).id))
}

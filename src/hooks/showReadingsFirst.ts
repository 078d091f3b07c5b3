import type { CollectionBeforeOperationHook } from 'payload'
import { flushReadings } from '@/workflow/audit/readings'

/** Whoever reads the log finds in it what was read a moment ago. */
export const showReadingsFirst: CollectionBeforeOperationHook = async ({ args, req }) => {
  if (!(args as { overrideAccess?: boolean }).overrideAccess) await flushReadings(req.payload)
}

import type { CollectionBeforeOperationHook } from 'payload'
import { isGranted } from '@/access/granted'
import { flushReadings } from '@/workflow/audit/readings'

/**
 * Whoever may read the log finds in it what was read a moment ago. Never inside a transaction: what waits is written
 * by another one, which would wait for this.
 */
export const showReadingsFirst: CollectionBeforeOperationHook = async ({ operation, req }) => {
  const isReading = operation === 'read' || operation === 'count'
  if (isReading && !req.transactionID && isGranted(req.user, 'audit', 'read')) {
    await flushReadings(req.payload)
  }
}

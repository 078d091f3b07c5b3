import type { Payload } from 'payload'
import { flushReadings } from '@/workflow/audit/readings'
import { flushCounts } from '@/workflow/usage/counts'
import { flushSearches } from '@/workflow/usage/searches'
import { flushQueries } from '@/workflow/usage/searching/noteQuery'
import { flushViews } from '@/workflow/usage/views'

/** Writes all that waits to be written with others, now; what was not written is told in the log and tried again. */
export async function writeWaiting(payload: Payload): Promise<void> {
  for (const flush of [flushReadings, flushSearches, flushViews, flushCounts, flushQueries])
    await flush(payload).catch((error: unknown) => payload.logger.error(error))
}

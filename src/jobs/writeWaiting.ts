import type { Payload } from 'payload'
import { flushReadings } from '@/workflow/audit/readings'
import { followFacts } from '@/workflow/facts/keepFacts'
import { flushCounts } from '@/workflow/usage/counts'
import { flushSearches, recoverSearches } from '@/workflow/usage/searches'
import { flushQueries } from '@/workflow/usage/searching/noteQuery'
import { recoverTakenBack } from '@/workflow/usage/takeBackUse'
import { flushUses, recoverUses } from '@/workflow/usage/uses'
import { flushViews, recoverViews } from '@/workflow/usage/views'

/** Writes all that waits to be written with others, now; what was not written is told in the log and tried again. */
export async function writeWaiting(payload: Payload): Promise<void> {
  const flushes = [flushReadings, flushSearches, flushViews, flushUses, flushCounts, flushQueries]
  await each(payload, [...flushes, flushFacts])
}

/** What readers' texts state, as far as they have changed. */
const flushFacts = async (payload: Payload): Promise<void> => void (await followFacts(payload))

/** Before anybody is served: writes what a killed process had taken and not written; openings name their searches. */
export const recoverWaiting = (payload: Payload): Promise<void> =>
  each(payload, [recoverSearches, recoverViews, recoverUses, recoverTakenBack])

async function each(payload: Payload, works: ((payload: Payload) => Promise<void>)[]) {
  for (const work of works)
    await work(payload).catch((error: unknown) => payload.logger.error(error))
}

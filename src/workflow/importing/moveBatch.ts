import type { PayloadRequest } from 'payload'
import { importRefused } from '@/i18n/importSheets'
import { Refused } from '../Refused'
import { byId, swap } from '../store'
import type { BatchState, StoredBatch } from './batch'

/**
 * Moves a batch on from the state in which it was read; whoever worked on it finds it otherwise and lets go. Throws
 * `Refused` (409) in other states, and where somebody was faster.
 */
export async function moveBatch(
  req: PayloadRequest,
  batch: StoredBatch,
  asked: { from: readonly BatchState[]; doing: string; data: Record<string, unknown> },
): Promise<StoredBatch> {
  const { from, doing, data } = asked
  const moved = from.includes(batch.state)
    ? await swap<StoredBatch>({
        req,
        collection: 'importBatches',
        where: { ...byId(batch.id), lock: { equals: batch.lock } },
        data: { worker: null, claimedAt: null, ...data, lock: { $inc: 1 } },
      })
    : null
  if (!moved) throw new Refused('wrongState', { detail: importRefused.wrongState(doing) })
  return moved
}

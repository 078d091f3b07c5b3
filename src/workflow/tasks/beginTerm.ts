import type { PayloadRequest, Where } from 'payload'
import type { Library } from '@/access/rules'
import { dayOf } from '@/shanghaiDay'
import { byId, swap } from '../store'
import { textToReview } from './opened'
import { asReviewDay, nextReview, reviewMonthsIn } from './reviewTerms'
import type { Task } from './task'

/**
 * 复核通过: the next term begins with the text as it is, in the transaction that is open; no revision comes of it. What went
 * offline because nobody reviewed it may be put online again.
 */
export async function beginTerm(req: PayloadRequest, task: Task, at: Date): Promise<void> {
  const found = await textToReview(req, task)
  if (!found) return
  const { entry, row } = found
  const next = nextReview(dayOf(at), entry.categoryKey, await reviewMonthsIn(req))
  const data = {
    ...{ reviewBy: asReviewDay(next), confirmedAt: at.toISOString() },
    // It was looked at since.
    isUnreliable: null,
  }
  await setReview(req, { id: entry.id, library: entry.library, live: byId(row.id), data })
  if (!entry.isLapsed) return
  const where = { ...byId(entry.id), withdrawnFrom: { equals: row.id } }
  await swap({ req, collection: 'register', where, data: { isLapsed: null } })
}

type Given = {
  id: string
  library: Library
  live: Where
  data: { reviewBy: string; confirmedAt?: string; isUnreliable?: null }
}

/** Of the text that is online, and of the working copy, whose date lists and forms show. */
export async function setReview(req: PayloadRequest, { id, library, live, data }: Given) {
  await swap({ req, collection: 'publications', where: live, data })
  if (library !== 'knowledge') return
  await swap({ req, collection: library, where: byId(id), data: { reviewBy: data.reviewBy } })
}

import type { PayloadRequest, Where } from 'payload'
import type { Library } from '@/access/rules'
import { dayOf } from '@/shanghaiDay'
import { findEntry } from '../entry'
import { byId, swap } from '../store'
import { asReviewDay, nextReview, reviewMonthsIn } from './reviewTerms'
import type { Task } from './task'

/** Libraries whose texts are looked at again; notices and cases are of their day. */
export const reviewedLibraries: readonly Library[] = ['knowledge', 'plans']

/**
 * 复核通过: the next term begins with the text as it is, in the transaction that is open; no revision comes of it. Of the text
 * that was opened alone: a newer one has a day of its own.
 */
export async function beginTerm(req: PayloadRequest, task: Task, at: Date): Promise<void> {
  const entry = task.entry ? await findEntry(req, task.entry) : null
  if (!entry || entry.liveRevision === null) return
  const next = nextReview(dayOf(at), entry.categoryKey, await reviewMonthsIn(req))
  const live = { slot: { equals: entry.id }, revision: { equals: entry.liveRevision } }
  const data = {
    ...{ reviewBy: asReviewDay(next), confirmedAt: at.toISOString() },
    // It was looked at since.
    isUnreliable: null,
  }
  await setReview(req, { id: entry.id, library: entry.library, live, data })
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

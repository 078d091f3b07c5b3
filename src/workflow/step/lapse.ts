import type { Payload } from 'payload'
import { isLongDue } from '@/access/taskDays'
import { takeByRule } from './byRule'

type Lapse = {
  /** The entry's id, and the revision that is online. */
  id: string
  revision: number
  /** For its history, and for readers with an old link. */
  reason: string
  sentence: string
  at: Date
}

/** 逾期下架: takes a text offline by rule, unless its unit has reviewed it a moment ago. */
export const lapse = (payload: Payload, { revision, ...given }: Lapse): Promise<boolean> =>
  takeByRule(payload, {
    ...{ ...given, step: 'lapse' },
    holds: (entry, live) =>
      entry.liveRevision === revision &&
      live !== null &&
      isLongDue(live.reviewBy as string | null, given.at),
  })

import type { Payload } from 'payload'
import type { Actor } from '@/access/actor'
import { type UnhelpfulReason, unhelpfulReasons } from '@/access/helpful'
import { filedIn } from '@/access/listFilter'
import { viewsSeen } from '@/access/views'
import { countGroups } from '@/tables'
import { daysWanted, whereAll } from './daysWanted'
import type { ViewsWanted } from './viewsWanted'

export type SaidHelpful = {
  helpful: number
  unhelpful: number
  /** Of those who said why, how many. */
  reasons: Record<UnhelpfulReason, number>
}

/**
 * How many citizens said of one entry that it helped, and that it did not, and why, on the days that are wanted; null where no
 * entry is named, nothing is counted of it, or this person is not told of its readings. Rejects as the database does.
 */
export async function readHelpful(
  payload: Payload,
  actor: Actor,
  wanted: ViewsWanted,
): Promise<SaidHelpful | null> {
  const { entry, to } = wanted
  const seen = viewsSeen(actor)
  if (!entry || seen === 'none') return null
  const { from } = daysWanted(wanted)
  const [sums] = await countGroups(payload, {
    collection: 'dayCounts',
    where: whereAll([
      { number: { equals: entry.toUpperCase() } },
      { day: { greater_than_equal: from } },
      to && { day: { less_than_equal: to } },
    ]),
    ...(typeof seen === 'object' ? { ofEntries: filedIn(seen.unit) } : {}),
    by: ['number'],
    sums: ['helpful', 'unhelpful', ...unhelpfulReasons],
  })
  if (!sums) return null
  const reasons = unhelpfulReasons.map((reason) => [reason, Number(sums[reason])])
  return {
    ...{ helpful: Number(sums.helpful), unhelpful: Number(sums.unhelpful) },
    reasons: Object.fromEntries(reasons) as SaidHelpful['reasons'],
  }
}

import type { State, Topic } from '@/access/rules'
import type { TopicState } from '@/i18n/unitTexts'

export type OwedRow = {
  id: string
  unit: string
  topic: Topic
  state: State
  isWithdrawn: boolean | null
}
export type LiveText = { validFrom: string | null; validUntil: string | null }

const day = 24 * 60 * 60 * 1000

/** Readers count: a newer draft beside a good live text is no gap. `reviewBy` is the first instant of a day. */
export function topicStateOf(
  row: Pick<OwedRow, 'state' | 'isWithdrawn'> | undefined,
  live: LiveText | undefined,
  reviewBy: string | null,
  now: number,
): TopicState {
  if (!row) return 'missing'
  if (!live) {
    if (row.isWithdrawn) return 'withdrawn'
    return row.state === 'approved' ? 'missing' : row.state
  }
  if (live.validUntil && Date.parse(live.validUntil) < now) return 'expired'
  if (live.validFrom && Date.parse(live.validFrom) > now) return 'early'
  return reviewBy && Date.parse(reviewBy) + day <= now ? 'overdue' : 'good'
}

import type { TaskKind } from '@/access/tasks'

/** What one kind of waiting does to callers, beside the others: a wrong answer is told on, a missing one costs a call. */
const weights: Record<Kind, number> = {
  correction: 5,
  contradiction: 4,
  decision: 3,
  gap: 2,
  review: 2,
  request: 2,
  sample: 2,
  merge: 2,
  asked: 2,
  news: 1,
}

/** Beside tasks and decisions: a message that asks for something, and one that only tells. */
type Kind = TaskKind | 'decision' | 'asked' | 'news'

type Waiting = {
  kind: Kind
  /** Calls it was used on in the last thirty days, or how many told of it where that is more. */
  uses: number
  /** Working days since it was due; of a decision, since it waits. */
  days: number
}

/**
 * The one order of what waits: how bad its kind is, times how often callers meet it, times how late it is. Of decisions, whose
 * uses nobody counts, what waits longest comes first (待我办理, 最久的在前).
 */
export const harmOf = ({ kind, uses, days }: Waiting): number =>
  weights[kind] * (1 + Math.log2(1 + uses)) * (1 + days)

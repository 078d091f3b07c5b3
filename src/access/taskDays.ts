import type { TaskKind } from './tasks'

/** Working days a unit has, the day it comes not counted; a request names its own day, a review is due on the day of review. */
export const daysDue: Record<Exclude<TaskKind, 'request' | 'review'>, number> = {
  gap: 5,
  correction: 3,
  sample: 5,
  contradiction: 5,
  merge: 5,
}

/** So many days before its day of review, or the end of its validity, an entry is asked back. */
export const daysBeforeReview = 14
/** So many days after its day of review readers are told that a text still waits for it (待复核). */
export const daysUntilMarked = 30
/** So many days before a text goes offline because nobody reviewed it, its unit is told. */
export const daysBeforeLapse = 7

/** 待复核: its day of review went by so long ago. The day itself is still for looking. */
export const isLongDue = (reviewBy: string | null | undefined, now: Date): boolean =>
  reviewBy != null && Date.parse(reviewBy) + (daysUntilMarked + 1) * 86_400_000 <= now.getTime()

/** Months from an approval or a review to the next day of review, where the centre says nothing. */
export const usualReviewMonths = { hotspots: 1, policies: 6, others: 12 } as const
export type ReviewTerm = keyof typeof usualReviewMonths

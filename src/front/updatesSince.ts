import { dayOf, startOfDay } from '@/shanghaiDay'

/** Since when one may ask for updates by a word. */
export const spans = ['lastLook', 'day', 'week', 'month'] as const
export type Span = (typeof spans)[number]

const minute = 60_000
const day = 24 * 60 * 60 * 1000
/** Nobody is told of more, in days. */
export const longestSpan = 92

/** As `sinceOf`, or of a day or a moment as it is written. */
export function sinceIn(asked: string, lastLook: string | null, now: Date): Date {
  const span = spans.find((one) => one === asked)
  if (span) return sinceOf(span, lastLook, now)
  const at = asked.includes('T') ? new Date(asked) : (startOfDay(asked) ?? now)
  return new Date(Math.max(at.getTime(), now.getTime() - longestSpan * day))
}

/** The moment meant; a first look goes back a week, and none further than `longestSpan` days. */
export function sinceOf(span: Span, lastLook: string | null, now: Date): Date {
  // By the minute: who asks again is told whether it is the same still.
  const back = (days: number) => new Date(Math.floor(now.getTime() / minute) * minute - days * day)
  if (span === 'day') return startOfDay(dayOf(now)) ?? now
  if (span === 'month') return back(30)
  if (span === 'week' || lastLook === null) return back(7)
  return new Date(Math.max(Date.parse(lastLook), back(longestSpan).getTime()))
}

import type { Where } from 'payload'
import { dayBefore, endOfDay, startOfDay } from '@/shanghaiDay'

/** Days from one to another, both included, each as `2026-11-30`. */
export type Span = { from: string; to: string }

export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Period = (typeof periods)[number]

/** The period of the calendar that a day lies in; weeks begin on Monday (GB/T 7408). */
export function spanOf(period: Period, day: string): Span {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  switch (period) {
    case 'day':
      return { from: day, to: day }
    case 'week': {
      const from = dayBefore(day, (weekdayOf(day) + 6) % 7)
      return { from, to: dayBefore(from, -6) }
    }
    case 'month':
      return monthsFrom(year, month, 1)
    case 'quarter':
      return monthsFrom(year, month - ((month - 1) % 3), 3)
    case 'year':
      return monthsFrom(year, 1, 12)
  }
}

/** The period before; of a span that is none of the calendar's, as many days before it. */
export function spanBefore(span: Span): Span {
  const period = periodOf(span)
  const last = dayBefore(span.from, 1)
  return period ? spanOf(period, last) : { from: dayBefore(last, daysIn(span) - 1), to: last }
}

/**
 * The span that one is held against: the one before it, of one that is under way as many of its first days as have begun,
 * so that a month's first morning is not held against a whole month.
 */
export function spanBeside(span: Span, today: string): Span {
  const before = spanBefore(span)
  if (today < span.from || today >= span.to) return before
  const to = dayBefore(before.from, 1 - daysIn({ from: span.from, to: today }))
  return { from: before.from, to: to < before.to ? to : before.to }
}

/** The period after, of a span of the calendar; else as many days after it. */
export function spanAfter(span: Span): Span {
  const period = periodOf(span)
  const next = dayBefore(span.to, -1)
  return period ? spanOf(period, next) : { from: next, to: dayBefore(next, 1 - daysIn(span)) }
}

/** Which period of the calendar a span is; null where it is none. */
export function periodOf(span: Span): Period | null {
  return periods.find((period) => isSame(spanOf(period, span.from), span)) ?? null
}

/** The end of a span, or now where that is still to come. */
export function thenOf({ to }: Span, now: Date): Date {
  const end = endOfDay(to)
  return end && end < now ? end : now
}

/** A span in periods of the calendar, the first and the last cut to it. */
export function partsOf(span: Span, period: Period): Span[] {
  const parts: Span[] = []
  for (let day = span.from; day <= span.to;) {
    const part = spanOf(period, day)
    parts.push({ from: day, to: part.to < span.to ? part.to : span.to })
    day = dayBefore(part.to, -1)
  }
  return parts
}

/** How many days. */
export const daysIn = ({ from, to }: Span): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayLong) + 1

const dayLong = 24 * 60 * 60 * 1000

const isSame = (one: Span, other: Span): boolean => one.from === other.from && one.to === other.to

/** 0 is Sunday. */
const weekdayOf = (day: string): number => new Date(day).getUTCDay()

function monthsFrom(year: number, month: number, months: number): Span {
  const dayIn = (n: number, day: number) =>
    new Date(Date.UTC(year, month - 1 + n, day)).toISOString().slice(0, 10)
  return { from: dayIn(0, 1), to: dayIn(months, 0) }
}

/** Moments of these days, of a column that holds moments: from when on, and until before when. */
export const within = (column: string, { from, to }: Span): [Where, Where] => [
  { [column]: { greater_than_equal: startOfDay(from)?.toISOString() } },
  { [column]: { less_than: startOfDay(dayBefore(to, -1))?.toISOString() } },
]

/** Rows of these days, of a column that holds days. */
export const ofDays = ({ from, to }: Span): Where[] => [
  { day: { greater_than_equal: from } },
  { day: { less_than_equal: to } },
]

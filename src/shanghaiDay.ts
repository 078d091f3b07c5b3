/** China has one time zone without summer time. */
const offset = 8 * 60 * 60 * 1000
const length = 24 * 60 * 60 * 1000

/** The first instant of the day in Asia/Shanghai; null for what is no date. */
export function startOfDay(value: unknown): Date | null {
  const at = instantOf(value)
  return at === null ? null : new Date(Math.floor((at + offset) / length) * length - offset)
}

/** The last instant of the day in Asia/Shanghai. */
export function endOfDay(value: unknown): Date | null {
  const start = startOfDay(value)
  return start && new Date(start.getTime() + length - 1)
}

/** `2026-11-22 10:05:09`, in the city's time; empty for what is no moment. */
export function secondOf(value: unknown): string {
  const at = instantOf(value)
  // Thousands of days are told at once, for which Intl takes several times as long.
  return at === null ? '' : new Date(at + offset).toISOString().slice(0, 19).replace('T', ' ')
}

/** `2026-11-22`, the day in the city; empty for what is no moment. */
export const dayOf = (value: unknown): string => secondOf(value).slice(0, 10)

/** The day so many days before this one, each as `2026-11-22`; after it where they are fewer than none. */
export const dayBefore = (day: string, days: number): string =>
  dayOf(new Date((startOfDay(day)?.getTime() ?? NaN) - days * length))

function instantOf(value: unknown): number | null {
  if (value instanceof Date) return isNaN(value.getTime()) ? null : value.getTime()
  if (typeof value !== 'string') return null
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+08:00` : value)
  return isNaN(at) ? null : at
}

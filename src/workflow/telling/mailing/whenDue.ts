import type { FollowChoice, MailChoice } from '@/access/telling'
import { startOfDay } from '@/shanghaiDay'
import { isWorkingDay, type Calendar } from '../../calendar/workingDays'

const hour = 60 * 60 * 1000

/** 8:30 in Asia/Shanghai. */
const morning = 8.5 * hour

/**
 * Is a digest due for somebody of this choice? Its slot (two processes that see it due write one mail), and
 * until when what they were told goes into it; null where none is due.
 */
export function whenDue(
  choice: MailChoice,
  now: Date,
  lastAt: Date | null,
  calendar: Calendar,
): { slot: string; before: Date } | null {
  if (choice === 'none') return null
  if (choice === 'soon') {
    const isTooSoon = lastAt !== null && now.getTime() - lastAt.getTime() < hour
    return isTooSoon ? null : { slot: `h${Math.floor(now.getTime() / hour)}`, before: now }
  }
  const day = startOfDay(now) ?? now
  const before = new Date(day.getTime() + morning)
  if (!isWorkingDay(now, calendar) || now < before) return null
  return { slot: `d${day.getTime()}`, before }
}

/** What was decided just before the morning may be on record just after it; in milliseconds. */
const late = 5 * 60_000
const length = 24 * hour

/**
 * Until when those who are mailed updates so often have been told by now: shortly before 8:30 of this working day, or
 * of the first working day of this week; null where that has not come yet, and on days off.
 */
export function toldBy(every: FollowChoice, now: Date, calendar: Calendar): Date | null {
  if (every === 'none' || !isWorkingDay(now, calendar)) return null
  const today = startOfDay(now) ?? now
  const day = every === 'daily' ? today : firstWorkingDay(today, calendar)
  const edge = new Date(day.getTime() + morning)
  return now < edge ? null : new Date(edge.getTime() - late)
}

/** Of the week this working day lies in, from Monday on. */
function firstWorkingDay(today: Date, calendar: Calendar): Date {
  const sinceMonday = (new Date(today.getTime() + length / 2).getUTCDay() + 6) % 7
  for (let ago = sinceMonday; ago > 0; ago -= 1) {
    const day = new Date(today.getTime() - ago * length)
    if (isWorkingDay(day, calendar)) return day
  }
  return today
}

/** How long after the nth failure it is tried again: growing to half a day. */
export function pauseAfter(attempts: number): number {
  const minutes = Math.min(2 ** attempts, 12 * 60)
  return minutes * 60 * 1000
}

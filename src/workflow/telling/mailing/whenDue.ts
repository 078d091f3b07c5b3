import type { MailChoice } from '@/access/telling'
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

/** How long after the nth failure it is tried again: growing to half a day. */
export function pauseAfter(attempts: number): number {
  const minutes = Math.min(2 ** attempts, 12 * 60)
  return minutes * 60 * 1000
}

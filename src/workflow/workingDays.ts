import calendar from 'chinese-days/dist/chinese-days.json'
import { startOfDay } from '@/shanghaiDay'

/**
 * Days off and weekends that are worked, by the State Council's notices. The library's tables, not its
 * functions: these read the clock of the machine and are wrong west of Greenwich (1.5.7).
 */
const daysOff: Record<string, string> = calendar.holidays
const workedWeekends: Record<string, string> = calendar.workdays

const length = 24 * 60 * 60 * 1000
const offset = 8 * 60 * 60 * 1000

/** The last year a notice is known of; from the next on, Monday to Friday are taken for working days. */
export const lastYearOfHolidays = Math.max(
  ...Object.keys(daysOff).map((day) => Number(day.slice(0, 4))),
)

/** Is this a day on which offices work? */
export const isWorkingDay = (at: Date): boolean => isWorking(numberOf(at))

/**
 * How many working days have come since: the day itself does not count (Civil Code, article 201), the day of
 * `to` does. 0 on the same day, and where `to` is earlier.
 */
export function workingDaysBetween(from: Date, to: Date): number {
  const last = numberOf(to)
  let count = 0
  for (let day = numberOf(from) + 1; day <= last; day += 1) if (isWorking(day)) count += 1
  return count
}

/** Days since 1970 in Asia/Shanghai. */
const numberOf = (at: Date): number => ((startOfDay(at) ?? at).getTime() + offset) / length

function isWorking(day: number): boolean {
  const date = new Date(day * length)
  const name = date.toISOString().slice(0, 10)
  const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6
  return name in workedWeekends || (!isWeekend && !(name in daysOff))
}

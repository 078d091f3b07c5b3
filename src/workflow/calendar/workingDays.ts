import chineseDays from 'chinese-days/dist/chinese-days.json'
import { startOfDay } from '@/shanghaiDay'

/** The days off and the weekends that are worked, of a notice of the State Council, each as `2027-01-01`. */
export type Notice = { year: number; daysOff: readonly string[]; worked: readonly string[] }

/** On which days offices work; from the years on of which no notice is known, Monday to Friday. */
export type Calendar = {
  daysOff: ReadonlySet<string>
  worked: ReadonlySet<string>
  years: ReadonlySet<number>
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

/**
 * The library's tables with the notices entered here in their place, year by year: a notice may be changed while the
 * year goes on. The tables, not the library's functions: these read the clock of the machine and are wrong west of
 * Greenwich (chinese-days 1.5.7).
 */
export function calendarOf(notices: readonly Notice[]): Calendar {
  const entered = new Set(notices.map(({ year }) => year))
  const known = (days: object) => Object.keys(days).filter((day) => !entered.has(yearOf(day)))
  const [off, worked] = [known(chineseDays.holidays), known(chineseDays.workdays)]
  return {
    daysOff: new Set([...off, ...notices.flatMap(({ daysOff }) => daysOff)]),
    worked: new Set([...worked, ...notices.flatMap((notice) => notice.worked)]),
    years: new Set([...off.map(yearOf), ...entered]),
  }
}

/** The last year a notice is known of. */
export const lastKnown = ({ years }: Calendar): number => Math.max(...years)

/** The year whose days are to be entered: this one, or in December the next; null where they are known. */
export function yearMissing({ years }: Calendar, now: Date): number | null {
  const [year, month] = dayName(numberOf(now)).split('-').map(Number) as [number, number]
  const wanted = month === 12 ? [year, year + 1] : [year]
  return wanted.find((one) => !years.has(one)) ?? null
}

const length = 24 * 60 * 60 * 1000
const offset = 8 * 60 * 60 * 1000

/** Is this a day on which offices work? */
export const isWorkingDay = (at: Date, calendar: Calendar): boolean =>
  isWorking(numberOf(at), calendar)

/**
 * How many working days have come since: the day itself does not count (Civil Code, article 201), the day of
 * `to` does. 0 on the same day, and where `to` is earlier.
 */
export function workingDaysBetween(from: Date, to: Date, calendar: Calendar): number {
  const last = numberOf(to)
  let count = 0
  for (let day = numberOf(from) + 1; day <= last; day += 1) if (isWorking(day, calendar)) count += 1
  return count
}

/** The last of so many working days after a moment, as `2026-11-03`: the day itself does not count. */
export function workingDayAfter(from: Date, days: number, calendar: Calendar): string {
  let day = numberOf(from)
  for (let left = days; left > 0; left -= isWorking(day, calendar) ? 1 : 0) day += 1
  return dayName(day)
}

/** Days since 1970 in Asia/Shanghai. */
const numberOf = (at: Date): number => ((startOfDay(at) ?? at).getTime() + offset) / length

const dayName = (day: number): string => new Date(day * length).toISOString().slice(0, 10)

function isWorking(day: number, { daysOff, worked }: Calendar): boolean {
  const date = new Date(day * length)
  const name = dayName(day)
  const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6
  return worked.has(name) || (!isWeekend && !daysOff.has(name))
}

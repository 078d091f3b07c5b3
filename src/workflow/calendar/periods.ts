import { dayBefore, startOfDay } from '@/shanghaiDay'
import { isWorkingDay, type Calendar } from './workingDays'

/**
 * Five working days (五日), counted in each year from its first on; what the last of a year is short of, it lacks.
 * What lies between two of them belongs to the earlier one. Days are written as `2026-11-30`.
 */
export type Period = {
  year: number
  /** From 1 on in each year. */
  number: number
  /** The first and the last working day. */
  first: string
  last: string
  /** The day before the next period begins. */
  until: string
}

/** So many working days are a period: by the procedure, as often as each editor looks at the unit's read counts. */
export const daysOfPeriod = 5

/** The period a day belongs to; of a day before the first working day of its year, the last of the year before. */
export function periodOf(day: string, calendar: Calendar): Period {
  const year = yearOf(day)
  const found = periodsOf(year, calendar).findLast(({ first }) => first <= day)
  return found ?? (periodsOf(year - 1, calendar).at(-1) as Period)
}

export const periodBefore = ({ first }: Period, calendar: Calendar): Period =>
  periodOf(dayBefore(first, 1), calendar)

/** The periods that are over by the end of the span, and were not before it; the earliest first. */
export function periodsEndedIn(from: string, to: string, calendar: Calendar): Period[] {
  const years = Array.from(
    { length: yearOf(to) - yearOf(from) + 2 },
    (_, n) => yearOf(from) - 1 + n,
  )
  return years
    .flatMap((year) => periodsOf(year, calendar))
    .filter(({ until }) => from <= until && until <= to)
}

/** All periods of a year. Made anew each time: a notice that is entered while the year goes on moves them. */
export function periodsOf(year: number, calendar: Calendar): Period[] {
  const days = workingDaysOf(year, calendar)
  const firsts = days.filter((_, at) => at % daysOfPeriod === 0)
  return firsts.map((first, at) => ({
    ...{ year, number: at + 1, first },
    last: days[(at + 1) * daysOfPeriod - 1] ?? (days.at(-1) as string),
    until: dayBefore(firsts[at + 1] ?? firstWorkingDay(year + 1, calendar), 1),
  }))
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

function workingDaysOf(year: number, calendar: Calendar): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; yearOf(day) === year; day = dayBefore(day, -1))
    if (isWorking(day, calendar)) days.push(day)
  return days
}

function firstWorkingDay(year: number, calendar: Calendar): string {
  let day = `${year}-01-01`
  while (!isWorking(day, calendar)) day = dayBefore(day, -1)
  return day
}

const isWorking = (day: string, calendar: Calendar): boolean =>
  isWorkingDay(startOfDay(day) as Date, calendar)

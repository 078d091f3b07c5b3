import { calendarOf, isWorkingDay as isWorkingDayIn } from '@/workflow/calendar/workingDays'

const usual = calendarOf([])

/** Is this a working day, by what a city knows that entered no notice? */
export const isWorkingDay = (day: Date): boolean => isWorkingDayIn(day, usual)

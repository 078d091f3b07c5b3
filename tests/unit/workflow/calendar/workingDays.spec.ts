import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import {
  calendarOf,
  isWorkingDay as isWorkingDayIn,
  lastKnown,
  workingDaysBetween as workingDaysIn,
  yearMissing,
} from '@/workflow/calendar/workingDays'
import { holidays, workedWeekends } from './holidays'

const usual = calendarOf([])
const isWorkingDay = (at: Date) => isWorkingDayIn(at, usual)
const workingDaysBetween = (from: Date, to: Date) => workingDaysIn(from, to, usual)

const noon = (day: string) => new Date(`${day}T12:00:00+08:00`)
const daysOf = (year: number) => {
  const first = Date.UTC(year, 0, 1)
  const count = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000
  return Array.from({ length: count }, (_, n) => new Date(first + n * 86_400_000))
}
const written = (day: Date) => day.toISOString().slice(0, 10)
const isHoliday = (day: string) => holidays.some(([from, until]) => from <= day && day <= until)
const isWorkedByNotice = (day: Date) => {
  const name = written(day)
  const isWeekend = day.getUTCDay() === 0 || day.getUTCDay() === 6
  return workedWeekends.includes(name) || (!isWeekend && !isHoliday(name))
}

describe('working days', () => {
  it.each([2024, 2025, 2026])('of %d are those of the State Council’s notice', (year) => {
    const days = daysOf(year)
    const expected = days.filter(isWorkedByNotice).map(written)
    expect(days.map(written).filter((day) => isWorkingDay(noon(day)))).toEqual(expected)
  })

  it('are known until a year that the doctor tells', () => {
    expect(lastKnown(usual)).toBeGreaterThanOrEqual(2026)
  })

  it('are Monday to Friday in years no notice is known of', () => {
    expect(isWorkingDay(noon('2098-10-01'))).toBe(true)
    expect(isWorkingDay(noon('2098-10-04'))).toBe(false)
  })

  it('begin and end at midnight in China, not where the server stands', () => {
    expect(isWorkingDay(new Date('2026-09-30T15:59:59.999Z'))).toBe(true)
    expect(isWorkingDay(new Date('2026-09-30T16:00:00Z'))).toBe(false)
  })

  it.each([
    ['the same day', '2026-11-23', '2026-11-23', 0],
    ['the next day', '2026-11-23', '2026-11-24', 1],
    ['over a weekend', '2026-11-20', '2026-11-23', 1],
    ['on the weekend itself', '2026-11-20', '2026-11-22', 0],
    ['over the National Day and its worked Saturday', '2026-09-30', '2026-10-12', 4],
    ['over the Spring Festival and its worked Saturdays', '2026-02-13', '2026-02-28', 6],
    ['backwards', '2026-11-24', '2026-11-23', 0],
  ])('are counted without the first and with the last: %s', (_which, from, to, count) => {
    expect(workingDaysBetween(noon(from), noon(to))).toBe(count)
  })

  it('between two days are those of the days after the first', () => {
    const days = fc.date({ min: noon('2024-01-01'), max: noon('2027-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 90 }), (from, n) => {
        const after = Array.from({ length: n }, (_, day) => from.getTime() + (day + 1) * 86_400_000)
        const worked = after.filter((at) => isWorkingDay(new Date(at)))
        expect(workingDaysBetween(from, new Date(after.at(-1) ?? from))).toBe(worked.length)
      }),
    )
  })

  it('are by the notice that was entered for a year, in place of what was known of it', () => {
    const changed = calendarOf([
      { year: 2026, daysOff: ['2026-10-01', '2026-10-08'], worked: ['2026-10-10'] },
      { year: 2098, daysOff: ['2098-01-01'], worked: [] },
    ])
    const are = ['2026-10-01', '2026-10-02', '2026-10-08', '2026-10-10', '2098-01-01', '2025-10-01']
    expect(are.map((day) => isWorkingDayIn(noon(day), changed))).toEqual([
      ...[false, true, false, true, false, false],
    ])
    expect(lastKnown(changed)).toBe(2098)
  })

  it('are asked for in December where those of the next year are unknown, and at once where those of this year are', () => {
    expect(yearMissing(usual, noon('2026-11-30'))).toBeNull()
    expect(yearMissing(usual, noon('2026-12-01'))).toBe(2027)
    expect(yearMissing(usual, noon('2097-05-01'))).toBe(2097)
    const known = calendarOf([{ year: 2027, daysOff: ['2027-01-01'], worked: [] }])
    expect(yearMissing(known, noon('2026-12-31'))).toBeNull()
  })
})

import { describe, expect, it } from '@jest/globals'
import { dayBefore } from '@/shanghaiDay'
import { periodBefore, periodOf, periodsEndedIn, periodsOf } from '@/workflow/calendar/periods'
import { calendarOf, type Notice } from '@/workflow/calendar/workingDays'

/** As the State Council told of these years; of 2026 国办发明电〔2025〕7号. */
const calendar = calendarOf([])

describe('periods of five working days', () => {
  it('are counted from the first working day of the year, a weekend that is worked with them', () => {
    // 2026 begins on a Sunday that is worked; New Year lasts until the 3rd.
    expect(periodOf('2026-01-04', calendar)).toEqual({
      ...{ year: 2026, number: 1, first: '2026-01-04', last: '2026-01-08', until: '2026-01-08' },
    })
    expect(periodOf('2026-01-09', calendar)).toEqual({
      ...{ year: 2026, number: 2, first: '2026-01-09', last: '2026-01-15', until: '2026-01-15' },
    })
  })

  it('hold the days off in them, and those that come before the next one begins', () => {
    // The 13th and 14th of February, a Saturday that is worked; after nine days off, the 24th to the 26th.
    const spring = { first: '2026-02-13', last: '2026-02-26', until: '2026-02-26' }
    for (const day of ['2026-02-13', '2026-02-20', '2026-02-26'])
      expect(periodOf(day, calendar)).toEqual({ year: 2026, number: 7, ...spring })
    // A year of which no notice is known, and which begins on a Monday.
    const week = { first: '2029-01-01', last: '2029-01-05', until: '2029-01-07' }
    expect(periodOf('2029-01-07', calendar)).toEqual({ year: 2029, number: 1, ...week })
  })

  it('are of all days of a year, one after the other, each of five working days but the last', () => {
    const periods = periodsOf(2026, calendar)
    for (const [at, period] of periods.entries()) {
      const next = periods[at + 1]
      expect(period.number).toBe(at + 1)
      expect(period.first <= period.last && period.last <= period.until).toBe(true)
      expect(next?.first ?? '2027-01-01').toBe(dayBefore(period.until, -1))
    }
    expect(periodBefore(periods[0]!, calendar)).toEqual(periodsOf(2025, calendar).at(-1))
  })

  it('of a year end with it: its last may be short, and holds the New Year after it', () => {
    const last = periodOf('2026-01-03', calendar)
    expect(last).toEqual(periodsOf(2025, calendar).at(-1))
    expect(last).toMatchObject({ year: 2025, last: '2025-12-31', until: '2026-01-03' })
    expect(periodOf('2026-01-04', calendar).number).toBe(1)
  })

  it('move with a notice that is entered while the year goes on', () => {
    const notice: Notice = { year: 2030, daysOff: ['2030-01-01', '2030-01-02'], worked: [] }
    expect(periodOf('2030-01-01', calendar).first).toBe('2030-01-01')
    expect(periodOf('2030-01-05', calendarOf([notice]))).toMatchObject({
      ...{ number: 1, first: '2030-01-03', last: '2030-01-09' },
    })
    expect(periodOf('2030-01-02', calendarOf([notice]))).toMatchObject({ year: 2029 })
  })

  it('ended in a span where they ended on one of its days, also over the turn of the year', () => {
    const ended = periodsEndedIn('2025-12-25', '2026-01-08', calendar)
    expect(ended.at(-1)).toMatchObject({ year: 2026, number: 1 })
    expect(ended.at(-2)).toMatchObject({ year: 2025, until: '2026-01-03' })
    for (const { until } of ended) expect('2025-12-25' <= until && until <= '2026-01-08').toBe(true)
    expect(periodsEndedIn('2026-01-04', '2026-01-07', calendar)).toEqual([])
  })
})

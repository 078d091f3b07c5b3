import { describe, expect, it } from '@jest/globals'
import {
  daysIn,
  partsOf,
  periodOf,
  spanAfter,
  spanBefore,
  spanBeside,
  spanOf,
} from '@/statistics/span'

describe('the periods of the calendar', () => {
  it('a week begins on Monday, also over the end of a year', () => {
    expect(spanOf('week', '2026-12-31')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
    expect(spanOf('week', '2027-01-03')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
    expect(spanOf('week', '2027-01-04')).toEqual({ from: '2027-01-04', to: '2027-01-10' })
  })

  it('a month, a quarter and a year end on their last day, in leap years too', () => {
    expect(spanOf('month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(spanOf('quarter', '2026-11-30')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(spanOf('year', '2026-11-30')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  })

  it('the one before a period is of the same kind, before any days as many days', () => {
    expect(spanBefore(spanOf('month', '2026-03-31'))).toEqual(spanOf('month', '2026-02-01'))
    expect(spanBefore(spanOf('year', '2026-01-01'))).toEqual(spanOf('year', '2025-01-01'))
    expect(spanBefore({ from: '2026-03-02', to: '2026-03-05' })).toEqual({
      from: '2026-02-26',
      to: '2026-03-01',
    })
    for (const period of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const span = spanOf(period, '2026-12-31')
      expect(spanAfter(spanBefore(span))).toEqual(span)
      expect(periodOf(span)).toBe(period)
    }
    expect(periodOf({ from: '2026-03-02', to: '2026-03-05' })).toBeNull()
  })

  it('one that is under way is held against as many days of the one before', () => {
    const december = spanOf('month', '2026-12-01')
    const november = (to: string) => ({ from: '2026-11-01', to })
    expect(spanBeside(december, '2026-12-01')).toEqual(november('2026-11-01'))
    expect(spanBeside(december, '2026-12-20')).toEqual(november('2026-11-20'))
    expect(spanBeside(december, '2026-12-31')).toEqual(november('2026-11-30'))
    expect(spanBeside(december, '2027-02-03')).toEqual(november('2026-11-30'))
    const march = spanOf('month', '2026-03-30')
    expect(spanBeside(march, '2026-03-30')).toEqual(spanOf('month', '2026-02-01'))
  })

  it('a span is cut into parts that hold each of its days once', () => {
    const span = { from: '2026-01-15', to: '2026-03-10' }
    expect(partsOf(span, 'month')).toEqual([
      { from: '2026-01-15', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-10' },
    ])
    for (const period of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const days = partsOf(span, period).reduce((sum, part) => sum + daysIn(part), 0)
      expect(days).toBe(daysIn(span))
    }
  })
})

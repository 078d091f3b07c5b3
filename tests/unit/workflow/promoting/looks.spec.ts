import { describe, expect, it } from '@jest/globals'
import { calendarOf } from '@/workflow/calendar/workingDays'
import { periodOf } from '@/workflow/calendar/periods'
import { looksIn, wasThere } from '@/workflow/promoting/looks'
import type { Review } from '@/workflow/promoting/reviews'

const row = (at: string, more: Partial<Review>): Review => ({
  ...{ id: at, unit: 'a', by: 'p', byName: '某人', subject: null, entry: null },
  ...{ kind: 'all', outcome: 'nothing', at, ...more },
})
const asked = (at: string) => row(at, { unit: null, kind: 'period', outcome: 'asked' })

/** 2029 begins on a Monday, and no notice of it is known. */
const calendar = calendarOf([])
const first = periodOf('2029-01-01', calendar)
const second = periodOf('2029-01-08', calendar)

describe('looks at what was read', () => {
  it('belong to the period of their day in China, the days off after it with it', () => {
    const [one, two] = looksIn(
      [first, second],
      [
        asked('2029-01-01T00:30:00.000Z'),
        row('2029-01-07T15:59:00.000Z', { unit: 'a' }),
        row('2029-01-07T16:00:00.000Z', { unit: 'b' }),
      ],
    )
    expect(one?.askedAt).toBe('2029-01-01T00:30:00.000Z')
    expect([...(one?.looked.keys() ?? [])]).toEqual(['a'])
    expect([...(two?.looked.keys() ?? [])]).toEqual(['b'])
    expect(two?.askedAt).toBeNull()
  })

  it('are of all that is proposed, the first of a unit; an answer to one of it is none', () => {
    const [looks] = looksIn(
      [first],
      [
        row('2029-01-01T02:00:00.000Z', { kind: 'entry', outcome: 'drafted', entry: 'e' }),
        row('2029-01-01T03:00:00.000Z', { unit: 'b', by: 'q' }),
        row('2029-01-02T03:00:00.000Z', { unit: 'b', by: 'r' }),
        row('2029-01-02T03:00:00.000Z', { unit: 'c', outcome: 'empty', by: null }),
      ],
    )
    expect(looks?.looked.get('b')?.by).toBe('q')
    expect([...(looks?.looked.keys() ?? [])]).toEqual(['b', 'c'])
    expect(looks?.promoted.get('a')?.map(({ entry }) => entry)).toEqual(['e'])
  })

  it('count anew by a notice that was entered later', () => {
    const notice = { year: 2029, daysOff: ['2029-01-01'], worked: [] }
    const later = calendarOf([notice])
    const rows = [row('2029-01-08T03:00:00.000Z', {})]
    expect(looksIn([first], rows)[0]?.looked.size).toBe(0)
    expect(looksIn([periodOf('2029-01-08', later)], rows)[0]?.looked.size).toBe(1)
  })

  it('are asked of units that were there when everybody was asked', () => {
    expect(wasThere('2029-01-01T00:00:00.000Z', '2029-01-01T00:30:00.000Z')).toBe(true)
    expect(wasThere('2029-01-02T00:00:00.000Z', '2029-01-01T00:30:00.000Z')).toBe(false)
    expect(wasThere('2029-01-01T00:00:00.000Z', null)).toBe(false)
    expect(wasThere(undefined, '2029-01-01T00:30:00.000Z')).toBe(false)
  })
})

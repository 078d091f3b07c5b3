import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { endOfDay, startOfDay } from '@/shanghaiDay'

const iso = (date: Date | null) => date?.toISOString()
/** The day as people in China read it, worked out by the platform's own calendar. */
const dayOf = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

describe('a day of Asia/Shanghai', () => {
  it('begins at 16:00 UTC of the day before and ends a millisecond before the next begins', () => {
    expect(iso(startOfDay('2026-11-22'))).toBe('2026-11-21T16:00:00.000Z')
    expect(iso(endOfDay('2026-11-22'))).toBe('2026-11-22T15:59:59.999Z')
  })

  it.each([
    ['the first instant of the day', '2026-11-21T16:00:00.000Z', '2026-11-21T16:00:00.000Z'],
    ['the last instant of the day', '2026-11-22T15:59:59.999Z', '2026-11-21T16:00:00.000Z'],
    ['the first instant of the next', '2026-11-22T16:00:00.000Z', '2026-11-22T16:00:00.000Z'],
    ['midnight UTC, eight in the morning', '2026-11-22T00:00:00Z', '2026-11-21T16:00:00.000Z'],
    ['an instant with its own offset', '2026-11-22T00:30:00+08:00', '2026-11-21T16:00:00.000Z'],
  ])('is found from %s', (_which, given, start) => {
    expect(iso(startOfDay(given))).toBe(start)
  })

  it.each([
    ['the turn of the year', '2027-01-01', '2026-12-31T16:00:00.000Z'],
    ['a leap day', '2028-02-29', '2028-02-28T16:00:00.000Z'],
    ['a day before 1970', '1949-10-01', '1949-09-30T16:00:00.000Z'],
  ])('is right at %s', (_which, given, start) => {
    expect(iso(startOfDay(given))).toBe(start)
  })

  it('is the same day that people read on the calendar', () => {
    const instants = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (at) => {
        const [start, end] = [startOfDay(at), endOfDay(at)]
        expect([start, end].map((edge) => edge && dayOf(edge))).toEqual([dayOf(at), dayOf(at)])
        expect(Number(end) - Number(start)).toBe(24 * 60 * 60 * 1000 - 1)
      }),
    )
  })

  it('stays what it is when it is stored and read again', () => {
    expect(startOfDay(startOfDay('2026-11-22'))).toEqual(startOfDay('2026-11-22'))
    expect(endOfDay(endOfDay('2026-11-22'))).toEqual(endOfDay('2026-11-22'))
  })

  it.each(['', 'morgen', '2026-13-01', '2026-02-30T99:00', 20261122, null, undefined, {}, NaN])(
    'is not made from %j',
    (given) => {
      expect(startOfDay(given)).toBeNull()
      expect(endOfDay(given)).toBeNull()
    },
  )
})

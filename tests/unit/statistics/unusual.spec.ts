import { describe, expect, it } from '@jest/globals'
import { addReading, addUse, countAskers, type Asker, type Askers } from '@/statistics/askers'
import {
  busier,
  courseAfter,
  hourOfWeek,
  isCompared,
  isUnusual,
  usualOf,
  type Course,
  type DemandKind,
} from '@/statistics/unusual'

/** What is kept after these weeks, each with so many in the hour. */
function after(counts: readonly number[], kind: DemandKind = 'entry') {
  return counts.reduce<Course | undefined>(
    (course, count, times) => courseAfter(course, { kind, count, times }) ?? undefined,
    undefined,
  )
}

const usualAfter = (counts: readonly number[], kind: DemandKind = 'entry') =>
  usualOf(after(counts, kind), counts.length)

const isTold = (count: number, counts: readonly number[], kind: DemandKind = 'entry') =>
  isUnusual(kind, count, usualAfter(counts, kind))

const quiet = [0, 0, 0, 0]

describe('what is usual', () => {
  it('is the mean of the weeks, the newest weighing most', () => {
    expect(usualAfter([20, 20, 20, 20]).mean).toBe(20)
    expect(usualAfter([20]).mean).toBe(20)
    expect(usualAfter([10, 20]).mean).toBeCloseTo((0.7 * 10 + 20) / 1.7, 2)
    expect(usualAfter([20, 10]).mean).toBeCloseTo((0.7 * 20 + 10) / 1.7, 2)
  })

  it('is less with each week without anybody, and is forgotten', () => {
    const weeks = (n: number) => usualOf(after([20]), 1 + n).mean
    expect(weeks(1)).toBeCloseTo((0.3 * 0.7 * 20) / (1 - 0.7 ** 2), 2)
    expect(weeks(2)).toBeLessThan(weeks(1))
    expect(after([4, 0, 0, 0, 0, 0, 0, 0, 0])).toBeUndefined()
  })

  it('is not kept of what two people asked', () => {
    expect(after([2, 2, 2])).toBeUndefined()
    expect(after([3])).toBeDefined()
  })
})

describe('an hour', () => {
  it('that is like every Monday at nine alerts nobody, be it the busiest of the week', () => {
    for (const count of [20, 25, 30, 40]) expect(isTold(count, [20, 20, 20, 20])).toBe(false)
  })

  it('three times as busy does', () => {
    expect(isTold(59, [20, 20, 20, 20])).toBe(false)
    expect(isTold(60, [20, 20, 20, 20])).toBe(true)
  })

  it('of a new question is told from ten people on', () => {
    expect(isTold(9, quiet, 'query')).toBe(false)
    expect(isTold(10, quiet, 'query')).toBe(true)
  })

  it('that is quiet else needs the floor all the same', () => {
    expect(isTold(9, [2, 1, 0, 1])).toBe(false)
    expect(isTold(3, [1, 0, 1, 1])).toBe(false)
    expect(isTold(10, [2, 1, 0, 1])).toBe(true)
  })

  it('of which there was none yet is compared with nothing, and told by the floor alone', () => {
    expect(isTold(9, [])).toBe(false)
    expect(isTold(10, [])).toBe(true)
    expect(isTold(19, [], 'district')).toBe(false)
    expect(isCompared(usualAfter([]))).toBe(false)
    expect(isCompared(usualAfter([0]))).toBe(true)
  })

  it('must be further beyond a mean of one week than of many, which is less by chance', () => {
    const from = (weeks: number) =>
      Array.from({ length: 40 }, (_, n) => n).find((n) =>
        isTold(
          n,
          Array.from({ length: weeks }, () => 3),
        ),
      )
    expect(from(1)).toBe(13)
    expect(from(20)).toBe(11)
  })

  it('of a county is told when twice as busy, from twenty on', () => {
    const usual = [200, 200, 200, 200]
    expect(isTold(390, usual, 'district')).toBe(false)
    expect(isTold(400, usual, 'district')).toBe(true)
    expect(isTold(19, quiet, 'district')).toBe(false)
    expect(isTold(20, quiet, 'district')).toBe(true)
  })

  it('that lies in two hours of the clock is held against the busier', () => {
    const [one, other] = [usualAfter([5, 5]), usualAfter([30, 30])]
    expect(busier(one, other)).toBe(other)
    expect(busier(other, one)).toBe(other)
  })

  it('that lies in one of which there was none yet is held against the other', () => {
    const [known, unknown] = [usualAfter([5, 5]), usualAfter([])]
    expect(busier(known, unknown)).toBe(known)
    expect(busier(unknown, known)).toBe(known)
  })
})

describe('a rush', () => {
  it('is less unusual a week later, and usual once it comes each week', () => {
    const before = usualAfter([20, 20, 20, 20]).mean
    const later = usualAfter([20, 20, 20, 20, 60]).mean
    expect(later).toBeGreaterThan(before)
    expect(isTold(60, [20, 20, 20, 20, 60])).toBe(false)
    expect(isTold(12, [...quiet, 12, 12, 12])).toBe(false)
  })

  it('of one week makes nothing usual: it weighs as if it had only just been told', () => {
    const once = usualAfter([20, 20, 20, 20, 5_000]).mean
    expect(once).toBe(usualAfter([20, 20, 20, 20, 60]).mean)
    expect(isTold(110, [20, 20, 20, 20, 5_000])).toBe(true)
  })
})

describe('a week of days off', () => {
  it('makes the week after it no rush', () => {
    expect(isTold(24, [20, 20, 20, 20, 0, 0])).toBe(false)
  })
})

describe('the hour of the week', () => {
  const at = (text: string, isWorked: boolean) => hourOfWeek(new Date(text), isWorked)

  it('is that of Shanghai, from Monday at midnight', () => {
    expect(at('2026-11-30T00:00:00+08:00', true)).toBe(0)
    expect(at('2026-11-30T09:59:59+08:00', true)).toBe(9)
    expect(at('2026-12-06T23:00:00+08:00', false)).toBe(167)
    expect(at('2025-12-29T09:00:00+08:00', true)).toBe(9)
  })

  it('is Monday’s of a weekend that is worked, and Sunday’s of a weekday off', () => {
    expect(at('2026-10-10T09:00:00+08:00', true)).toBe(9)
    expect(at('2026-10-01T09:00:00+08:00', false)).toBe(6 * 24 + 9)
  })
})

describe('how many asked', () => {
  const person = (reader: string): Asker => ({ reader, session: null, place: null })
  const citizen = (session: string, place: string | null = null): Asker => ({
    ...{ reader: null, session, place },
  })
  const asked = (...askers: readonly Asker[]): Askers => {
    const all: Askers = new Map()
    for (const asker of askers) addReading(all, asker)
    return all
  }

  it('is how many different people, however often each', () => {
    expect(countAskers([asked(person('a'), person('a'), person('b'), citizen('c'))])).toBe(3)
  })

  it('is of one address three at most, though there be fifty browsers', () => {
    const robots = Array.from({ length: 50 }, (_, n) => citizen(`s${n}`, 'one'))
    expect(countAskers([asked(...robots, person('a'))])).toBe(4)
  })

  it('counts a use on a call as a call, of one person three at most', () => {
    const some = asked(person('a'), person('b'))
    for (let n = 0; n < 2; n += 1) addUse(some, 'a')
    for (let n = 0; n < 40; n += 1) addUse(some, 'b')
    addUse(some, 'c')
    expect(countAskers([some])).toBe(2 + 3 + 1)
  })

  it('is of a district what its entries have, of one person three at most', () => {
    const entries = Array.from({ length: 20 }, () => asked(person('a')))
    expect(countAskers(entries)).toBe(3)
    expect(countAskers([...entries, asked(person('b')), asked(person('b'), person('c'))])).toBe(6)
  })
})

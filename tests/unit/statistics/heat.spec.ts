import { dayBefore } from '@/shanghaiDay'
import { describe, expect, it } from '@jest/globals'
import { heatOf, scoreOn, weightOf, withNewcomer } from '@/statistics/heat'
import { dayAt, world } from './hotspotsSimulated'

/** Twenty entries that are asked for and read every day, the first most. */
const usual = Array.from({ length: 20 }, (_, n) => ({
  id: `usual ${n + 1}`,
  asked: 200 - 6 * n,
}))

function city(seed: number, days: number) {
  const made = world(seed)
  for (let n = 0; n < days; n += 1) day(made, n)
  return made
}

function day(made: ReturnType<typeof world>, n: number): void {
  for (const { id, asked } of usual) made.ask(id, n, { asked, place: 1, appeal: 0.4 })
}

describe('what a day weighs', () => {
  it('is ten for a use on a call and one for a reader', () => {
    expect(weightOf({ uses: [1, 1], readersAt: [1, 1, 1] })).toEqual({ weight: 23, counted: 3 })
  })

  it('is of one person, and of one address, never more than three', () => {
    expect(weightOf({ uses: [200], readersAt: [] }).weight).toBe(30)
    expect(weightOf({ uses: [], readersAt: [50] }).weight).toBe(3)
  })
})

describe('heat', () => {
  it('is one sum whose score is what each day weighs, half as much with each week', () => {
    const days = [
      { day: '2026-10-01', weight: 40 },
      { day: '2026-10-08', weight: 20 },
      { day: '2026-10-15', weight: 10 },
    ]
    const heat = days.reduce((sum, { day, weight }) => sum + heatOf(weight, day), 0)
    expect(scoreOn(heat, '2026-10-15')).toBeCloseTo(10 + 20 / 2 + 40 / 4)
    expect(scoreOn(heat, '2026-10-22')).toBeCloseTo((10 + 20 / 2 + 40 / 4) / 2)
  })

  it('goes on over the end of a month and of a year', () => {
    expect(dayBefore('2027-01-01', 1)).toBe('2026-12-31')
    expect(dayBefore('2028-03-01', 1)).toBe('2028-02-29')
    expect(dayBefore('2026-12-31', -1)).toBe('2027-01-01')
    expect(scoreOn(heatOf(8, '2026-12-25'), '2027-01-01')).toBeCloseTo(4)
  })
})

describe('hotspots', () => {
  it('a better new entry overtakes an old one within seven days, though it stands ten places lower in every answer', () => {
    const made = city(1, 60)
    const asked = 100
    for (let n = 0; n < 67; n += 1) {
      made.ask('old', n, { asked, place: 1, appeal: 0.3 })
      if (n >= 60) {
        day(made, n)
        made.ask('better', n, { asked, place: 11, appeal: 0.9 })
      }
    }
    expect(made.placeOf('old', 59)).toBeGreaterThan(0)
    expect(made.placeOf('better', 66)).toBeLessThan(made.placeOf('old', 66))
  })

  it('fifty robots at one address, or one person all day long, lift nothing among the first ten', () => {
    const made = city(2, 30)
    for (let n = 0; n < 30; n += 1) {
      made.add('robots', n, weightOf({ uses: [], readersAt: [50] }))
      made.add('one person', n, weightOf({ uses: [300], readersAt: [1] }))
      // Listed at the end of many answers, where nobody looks.
      made.add('robots', n, { shown: 300, examined: 30 })
      made.add('one person', n, { shown: 300, examined: 30 })
    }
    expect(made.placeOf('robots', 29)).toBeGreaterThan(10)
    expect(made.placeOf('one person', 29)).toBeGreaterThan(10)
  })

  it('a week’s campaign has left the first ten within fourteen days', () => {
    const made = city(3, 30)
    for (let n = 30; n < 44; n += 1) {
      day(made, n)
      made.ask('campaign', n, { asked: n < 37 ? 2_000 : 10, place: 1, appeal: 0.5 })
      // Whoever comes by opens it from the list more often than the others.
      made.list(n, 500, (id) => (id === 'campaign' ? 0.5 : 0.3))
    }
    expect(made.placeOf('campaign', 36)).toBe(1)
    expect(made.placeOf('campaign', 43)).toBeGreaterThan(10)
  })

  it('the list does not feed itself: the same uses with and without it differ by less than a tenth', () => {
    const [without, shown] = [city(4, 42), city(4, 42)]
    const plain = new Map(without.hotspots(41).map(({ id, hotness }) => [id, hotness]))
    for (let n = 14; n < 42; n += 1) shown.list(n, 500, () => 0.3)
    for (const { id, hotness } of shown.hotspots(41)) {
      const change = hotness / (plain.get(id) ?? NaN) - 1
      expect(Math.abs(change)).toBeLessThan(0.1)
    }
  })

  it('keep the last place for the best of what was hardly shown yet', () => {
    const made = city(6, 30)
    made.add('newcomer', 29, { weight: 5, counted: 5, shown: 3, examined: 1 })
    made.add('known', 29, { weight: 6, counted: 6, shown: 900, examined: 900 })
    const shown = withNewcomer(made.hotspots(29), 10)
    expect(shown.map(({ isNew }) => isNew)).toEqual([...Array<boolean>(9).fill(false), true])
    expect(shown[9]?.id).toBe('newcomer')
    // As long as it had no chance: twenty looks at the hotspots are one.
    made.add('newcomer', 29, { listed: 2 })
    expect(withNewcomer(made.hotspots(29), 10)[9]?.id).toBe('usual 10')
  })

  it('are none of what hardly anybody read within the week', () => {
    const made = world(7)
    made.add('once', 0, { weight: 2 })
    made.add('long ago', 0, { weight: 500 })
    made.add('now', 8, { weight: 3 })
    expect(made.hotspots(8).map(({ id }) => id)).toEqual(['now'])
    expect(dayAt(8)).toBe('2026-03-10')
  })
})

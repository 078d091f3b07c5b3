import { describe, expect, it } from '@jest/globals'
import { longestOf, medianOf, noFigures, scoreOf, sumOf, usualWeights } from '@/statistics/figures'

const of = (given: Partial<ReturnType<typeof noFigures>>) => ({ ...noFigures(), ...given })

describe('figures', () => {
  it('the middle is between two where there are as many on both sides, and none of none', () => {
    expect(medianOf([5, 1, 100])).toBe(5)
    expect(medianOf([1, 2, 3, 100])).toBe(2.5)
    expect(medianOf([])).toBeNull()
    expect(longestOf([])).toBeNull()
    expect(longestOf([3, 71.5, 2])).toBe(71.5)
  })

  it('of several units are added up, and the middle is that of all approvals', () => {
    const sum = sumOf([of({ live: 2, waits: [1, 1] }), of({ live: 3, waits: [9] })])
    expect(sum.live).toBe(5)
    expect(medianOf(sum.waits)).toBe(1)
  })

  it('a unit without anything to be said of it has no score, one without faults all points', () => {
    expect(scoreOf(noFigures(), usualWeights).points).toBeNull()
    expect(scoreOf(of({ live: 1 }), usualWeights).points).toBe(100)
  })

  it('a score is the weighted sum of its parts, worked out by hand', () => {
    // Up to date .9, faultless .8, prompt .5, accepted .75, by 40, 30, 20 and 10.
    const figures = of({ live: 20, late: 2, grave: 1, approved: 3, returned: 1, waits: [10, 72] })
    expect(scoreOf(figures, usualWeights)).toEqual({
      parts: { upToDate: 0.9, faultless: 0.8, prompt: 0.5, accepted: 0.75 },
      points: 77.5,
    })
    const promptAlone = { upToDate: 0, faultless: 0, prompt: 5, accepted: 0 }
    expect(scoreOf(figures, promptAlone).points).toBe(50)
  })

  it('more than five grave errors take no more than all of that part', () => {
    expect(scoreOf(of({ grave: 9 }), usualWeights).parts.faultless).toBe(0)
  })
})

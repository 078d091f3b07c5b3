import { describe, expect, it } from '@jest/globals'
import { lookStateOf } from '@/workflow/promoting/lookStates'
import type { Review } from '@/workflow/promoting/reviews'

const askedAt = '2029-01-08T00:30:00.000Z'
const before = '2029-01-01T00:00:00.000Z'
const look = (outcome: Review['outcome']) => new Map([['a', { outcome } as Review]])

const state = (
  more: Partial<Parameters<typeof lookStateOf>[1]>,
  looked = new Map<string, Review>(),
) =>
  lookStateOf('a', {
    ...{ looks: { askedAt, looked }, founded: before, isTold: true, isToBeTold: false, ...more },
  })

describe('whether a unit looked in a period', () => {
  it('is told by its look, or that nothing was there', () => {
    expect(state({}, look('nothing'))).toBe('looked')
    expect(state({}, look('answered'))).toBe('looked')
    expect(state({}, look('empty'))).toBe('empty')
  })

  it('is not asked of one that was founded later, nor where nobody was asked', () => {
    expect(state({ founded: '2029-01-09T00:00:00.000Z' })).toBe('notAsked')
    expect(state({ looks: { askedAt: null, looked: new Map() } })).toBe('notAsked')
  })

  it('is missed by one that was told, whoever writes for it now', () => {
    expect(state({})).toBe('missed')
    expect(state({ isToBeTold: true })).toBe('missed')
  })

  it('is missed by nobody where nobody wrote for the unit then; whoever does now is told soon', () => {
    expect(state({ isTold: false })).toBe('noEditor')
    expect(state({ isTold: false, isToBeTold: true })).toBe('notAsked')
  })
})

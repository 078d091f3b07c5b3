import { describe, expect, it } from '@jest/globals'
import type { Asker } from '@/statistics/askers'
import { noneAsked, takeIn, whoDiffer } from '@/statistics/whoDiffers'

const person = (reader: string): Asker => ({ reader, session: null, place: null })
const browser = (session: string, place: string): Asker => ({ reader: null, session, place })

function differing(...asked: readonly (readonly [string, Asker])[]) {
  const tally = noneAsked()
  for (const [day, asker] of asked) takeIn(tally, day, asker)
  return whoDiffer(tally)
}

describe('who certainly differs', () => {
  it('is an address, whatever browsers are at it', () => {
    const fifty = Array.from({ length: 50 }, (_, n) => ['d1', browser(`s${n}`, 'one')] as const)
    expect(differing(...fifty)).toBe(1)
    expect(differing(...fifty, ['d1', browser('s', 'other')])).toBe(2)
  })

  it('is not the citizen of another day, who may be the same', () => {
    expect(
      differing(['d1', browser('a', 'p')], ['d2', browser('b', 'q')], ['d3', browser('c', 'r')]),
    ).toBe(1)
  })

  it('is whoever is signed in, on whatever day', () => {
    expect(differing(['d1', person('a')], ['d2', person('b')], ['d3', person('c')])).toBe(3)
    expect(differing(['d1', person('a')], ['d2', person('a')])).toBe(1)
  })

  it('is of the day on which most asked', () => {
    const two = [['d1', browser('a', 'p')] as const, ['d1', browser('b', 'q')] as const]
    expect(differing(...two, ['d2', browser('c', 'r')])).toBe(2)
  })
})

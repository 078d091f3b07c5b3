import { describe, expect, it } from '@jest/globals'
import { seesBatch } from '@/access/importing'
import type { Actor } from '@/access/actor'

const person = (more: Partial<Actor>) =>
  ({ id: 'p', unit: 'own', roles: ['editor'], ...more }) as Actor
const brought = { by: 'p', unit: 'own' }

describe('a batch of a sheet', () => {
  it('is seen by who brought it and by the centre', () => {
    expect(seesBatch(person({}), brought)).toBe(true)
    expect(seesBatch(person({ id: 'c', unit: 'hotline', roles: ['centre'] }), brought)).toBe(true)
    expect(seesBatch(person({ id: 'q' }), brought)).toBe(false)
  })

  it('is not seen any more by who brought it and has gone to another unit', () => {
    expect(seesBatch(person({ unit: 'other' }), brought)).toBe(false)
    expect(seesBatch(person({}), { by: 'p', unit: null })).toBe(false)
  })
})

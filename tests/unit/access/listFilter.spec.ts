import { describe, expect, it } from '@jest/globals'
import { listAsked, placeConditions, viewConditions } from '@/access/listFilter'

describe('what the address of a list narrows it to', () => {
  it('a state, a mark, a unit with what lies below it, a category and a kind', () => {
    const asked = listAsked({ state: 'pending', unit: 'u-1', category: 'powers', kind: 'news' })
    expect(asked).toMatchObject({ state: 'pending', unit: 'u-1', category: 'powers', kind: 'news' })
    expect(placeConditions(asked)).toEqual([
      { or: [{ unit: { equals: 'u-1' } }, { unitAbove: { equals: 'u-1' } }] },
      { categoryKey: { equals: 'powers' } },
    ])
  })

  it('what is not understood is as if it were not there', () => {
    const asked = listAsked({ state: 'gone', flag: ['trash'], unit: { like: '%' }, category: 1 })
    expect(Object.values(asked).every((value) => value === null)).toBe(true)
  })

  it('deleted entries stand in the trash and nowhere else', () => {
    const none = { state: null, flag: null } as const
    expect(viewConditions(none)).toEqual([{ trashedAt: { exists: false } }])
    expect(viewConditions({ ...none, flag: 'trash' })).toEqual([{ trashedAt: { exists: true } }])
  })
})

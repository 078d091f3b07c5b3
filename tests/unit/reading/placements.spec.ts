import { describe, expect, it } from '@jest/globals'
import { placedFor, type Placement } from '@/reading/placements'

const now = new Date('2026-05-01T04:00:00Z')
const one = (kind: string, entry: string, more: Partial<Placement> = {}): Placement => ({
  ...{ id: entry, asked: '公积金', kind, entry, order: 1, until: null },
  ...more,
})

describe('placements of a query', () => {
  const placements = new Map([
    [
      '公积金',
      [
        one('pin', 'a'),
        one('pin', 'b', { order: 2, until: '2026-05-01T15:59:59.999Z' }),
        one('ban', 'c'),
        one('ban', 'd', { until: '2026-04-30T15:59:59.999Z' }),
      ],
    ],
  ])

  it('hold until the end of their last day', () => {
    expect(placedFor(placements, '公积金', now)).toEqual({ first: ['a', 'b'], banned: ['c'] })
  })

  it('hold for the same query, however it is written, and for no other', () => {
    expect(placedFor(placements, ' 公積金？', now).first).toEqual(['a', 'b'])
    expect(placedFor(placements, '公积金提取', now)).toEqual({ first: [], banned: [] })
  })
})

import { beforeAll, describe, expect, it } from '@jest/globals'
import type { SearchEngine, SearchQuery } from '@/search/types'
import { DAY, NOW, document, query } from './documents'

const texts = [
  document('a', { title: '居住证怎么办理?', approvedAt: NOW - DAY }),
  document('b', { title: '居住证遗失补办', approvedAt: NOW - 2 * DAY }),
  document('c', { title: '居住证签注', approvedAt: NOW - 3 * DAY, unit: 'bureau' }),
  document('other', { title: '暂住登记', approvedAt: NOW - 4 * DAY, library: 'plans' }),
  document('inner', { title: '居住证受理口径', openToPublic: false, approvedAt: NOW - 5 * DAY }),
  document('over', { title: '居住证优惠', validUntil: NOW - 1 }),
  document('soon', { title: '居住证新规', validFrom: NOW + 1 }),
]

/** What the centre puts first for a query. */
export function pinning(engine: () => SearchEngine): void {
  beforeAll(() => engine().put(texts))

  const found = async (text: string, more: Partial<SearchQuery>) => {
    const { hits, total } = await engine().search(query(text, more))
    return { ids: hits.map(({ id }) => id), total }
  }
  const sorted = (ids: string[]) => [...ids].sort()

  it.each(['居住证', ''])('comes first in the order given, once, for 「%s」', async (text) => {
    const plain = await found(text, {})
    const { ids, total } = await found(text, { first: ['c', 'a', 'c'] })
    expect(ids.slice(0, 2)).toEqual(['c', 'a'])
    expect(sorted(ids)).toEqual(sorted(plain.ids))
    expect(total).toBe(plain.total)
  })

  it('is found and counted where no word matches', async () => {
    const plain = await found('居住证', {})
    expect(plain.ids).not.toContain('other')
    const { ids, total } = await found('居住证', { first: ['other'] })
    expect(ids).toEqual(['other', ...plain.ids])
    expect(total).toBe(plain.total + 1)
    expect(await found('火星', { first: ['b', 'other'] })).toEqual({
      ids: ['b', 'other'],
      total: 2,
    })
  })

  it.each<[string, Partial<SearchQuery>, string]>([
    ['the audience', { audience: { sees: 'public' } }, 'inner'],
    ['the end of validity', {}, 'over'],
    ['the beginning of validity', {}, 'soon'],
    ['what is excluded', { exclude: ['a'] }, 'a'],
    ['the library', { library: 'knowledge' }, 'other'],
    ['the unit', { unit: 'unit' }, 'c'],
    ['the category', { category: 'policies' }, 'a'],
    ['the approval', { approvedSince: NOW - 2 * DAY }, 'c'],
    ['what exists', {}, 'nobody'],
  ])('never goes beyond %s', async (_, filters, pin) => {
    for (const text of ['居住证', '', '火星']) {
      const plain = await found(text, filters)
      expect(await found(text, { ...filters, first: [pin] })).toEqual(plain)
    }
  })

  it('is marked as usual', async () => {
    const first = ['c']
    const { hits } = await engine().search(query('居住证', { first }))
    expect(hits[0]).toMatchObject({ id: 'c', version: 1, highlights: { title: [[0, 3]] } })
    const unfound = await engine().search(query('居住证', { first: ['other'] }))
    expect(unfound.hits[0]).toMatchObject({ id: 'other', highlights: { title: [], text: [] } })
  })

  it('says that it was put first, where one asks why', async () => {
    for (const text of ['居住证', '', '火星']) {
      const first = ['c', 'other']
      const { hits } = await engine().search(query(text, { first, explain: true }))
      expect(hits.slice(0, 2).map(({ explanation }) => explanation?.place)).toEqual([
        'first',
        'first',
      ])
      expect(hits.slice(2).every(({ explanation }) => explanation?.place !== 'first')).toBe(true)
    }
    const { hits } = await engine().search(query('居住证', { first: ['c'] }))
    expect(hits[0]?.explanation).toBeUndefined()
  })

  it('stands on the first page only', async () => {
    for (const text of ['居住证', '']) {
      const { ids: whole } = await found(text, { first: ['c', 'other', 'b'] })
      const pages = await Promise.all(
        [1, 2, 3, 4].map((page) => found(text, { first: ['c', 'other', 'b'], page, pageSize: 2 })),
      )
      expect(pages.flatMap(({ ids }) => ids)).toEqual(whole)
      expect(whole.slice(0, 3)).toEqual(['c', 'other', 'b'])
    }
  })

  describe('counting by facets', () => {
    it('counts what is put first as found', async () => {
      const { facets } = await engine().search(query('居住证', { first: ['other'], facets: true }))
      expect(facets?.library).toEqual({ knowledge: 4, plans: 1 })
    })
  })
}

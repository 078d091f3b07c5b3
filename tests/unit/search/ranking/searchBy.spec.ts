import { describe, expect, it } from '@jest/globals'
import type { Listed, Place } from '@/search/paging'
import type { Plan } from '@/search/ranking/plan'
import type { Scorable } from '@/search/ranking/score'
import { searchBy, type Queries, type Wanted } from '@/search/ranking/searchBy'
import { cutsOf } from '@/search/text/cuts'
import { hotlineSegmenter } from '@/search/text/segment'
import { readQuery } from '@/search/text/terms'
import type { SearchQuery } from '@/search/types'

const NOW = Date.parse('2026-11-22T00:00:00Z')

type Best = Listed & Scorable

const segmenter = hotlineSegmenter()

function entry(id: string, title: string): Best {
  const cuts = cutsOf(segmenter.pieces(title))
  return {
    ...{ id, title, titleCuts: cuts, names: '', namesCuts: cutsOf([]), body: '', figures: '' },
    ...{ row: 1, version: 1, unit: 'unit', approvedAt: NOW, length: 10 },
    ...{ words: 1, sound: 0, score: 1, key: 1 },
  }
}

/** An engine that finds these, at first and once it is asked more widely, and remembers what it was asked. */
function finding(found: readonly Best[], more: { wide?: readonly Best[]; pinned?: Listed[] } = {}) {
  const asked: { plan: Plan; wanted: Wanted }[] = []
  const told: string[] = []
  const queries: Queries<Listed, Best> = {
    counts: () => ({ size: 100, of: (word) => (word === '居住证' ? 5 : 0) }),
    newest: () => ({ best: found, total: () => found.length }),
    candidates: (plan, wanted) => {
      asked.push({ plan, wanted })
      const best = asked.length > 1 ? (more.wide ?? []) : found
      return Promise.resolve({ best, total: () => best.length })
    },
    texts: (best) => {
      told.push('texts')
      return best
    },
    pinned: () => {
      told.push('pinned')
      return more.pinned ?? []
    },
    hits: (page) =>
      page.map(({ id, version, score, explanation }) => {
        const highlights = { title: [], text: [] }
        return { id, version, score, highlights, ...(explanation && { explanation }) }
      }),
    facets: () => ({ library: {}, unit: {}, category: {}, theme: {}, freshness: {} }),
  }
  const search = (text: string, query: Partial<SearchQuery> = {}, place: Place | null = null) =>
    searchBy(queries, {
      query: { text, audience: { sees: 'public' }, now: NOW, page: 1, pageSize: 10, ...query },
      asked: readQuery(text, segmenter),
      place,
    })
  return { asked, told, search }
}

describe('a search over any engine', () => {
  const held = entry('held', '居住证怎样补领')
  const other = entry('other', '办事指南')

  it('is asked once where a hit holds what was asked for', async () => {
    const { asked, search } = finding([other, held])
    const { hits, total } = await search('居住证')
    expect(asked).toHaveLength(1)
    expect(hits.map(({ id }) => id)).toEqual(['held', 'other'])
    expect(total).toBe(2)
  })

  it('is asked more widely where nothing does, and answers with what that found', async () => {
    const { asked, search } = finding([other], { wide: [held, other] })
    const { hits, total, corrected } = await search('居住正')
    expect(asked).toHaveLength(2)
    expect(asked[1]?.plan.titles.length).toBeGreaterThan(asked[0]?.plan.titles.length ?? 0)
    expect([hits.length, total]).toEqual([2, 2])
    expect(corrected).toEqual([{ typed: '居住正', used: '居住证' }])
  })

  it('scores no more than the first hundred again; the rest keep their order', async () => {
    const many = Array.from({ length: 110 }, (_, at) => entry(`e${at + 100}`, '办事指南'))
    const late = entry('late', '居住证怎样补领')
    const { search } = finding([...many.slice(0, 99), held, ...many.slice(99), late])
    const { hits } = await search('居住证', { pageSize: 200 })
    const ids = hits.map(({ id }) => id)
    expect(ids[0]).toBe('held')
    expect(ids.slice(100)).toEqual([...many.slice(99).map(({ id }) => id), 'late'])
  })

  it('puts first what the centre put there, with the score of its words', async () => {
    const pin = { id: 'held', version: 1, key: 0, score: 0 }
    const absent = { ...pin, id: 'absent' }
    const { search } = finding([other, held], { pinned: [absent, pin] })
    const { hits } = await search('居住证', { explain: true })
    expect(hits.map(({ id }) => id)).toEqual(['absent', 'held', 'other'])
    expect(hits.map(({ explanation }) => explanation?.place)).toEqual(['first', 'first', 'scored'])
    expect(hits[0]?.score).toBe(0)
    expect(hits[1]?.score).toBeGreaterThan(0)
  })

  it.each([
    ['words', '居住证'],
    ['everything', ''],
  ])('goes on behind a place among %s without scoring again', async (_, text) => {
    const behind = [{ id: 'before', version: 1, key: 2 }]
    const { asked, told, search } = finding([other, held])
    const { hits } = await search(text, {}, { seen: '', behind, isWide: false })
    expect(hits.map(({ id }) => id)).toEqual(['other', 'held'])
    expect(told).toEqual([])
    expect(asked.map(({ wanted }) => wanted.behind)).toEqual(text === '' ? [] : [behind])
  })
})

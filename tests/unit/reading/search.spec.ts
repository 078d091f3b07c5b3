import { describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import type { LiveRow } from '@/reading/live'
import { searchEntries } from '@/reading/search'
import { suggestEntries } from '@/reading/suggest'
import { relatedEntries } from '@/reading/related'
import type { SearchEngine, SearchPage, SearchQuery, Suggestion } from '@/search/types'
import { liveRow } from './publications'

type Asked = { collection: string; where: unknown; limit: number }

/** A database whose live rows are these; the engine is told separately what it proposes. */
function databaseOf(rows: LiveRow[], waiting: readonly string[] = []) {
  const warned: unknown[] = []
  const readRows = async ({ collection, where, limit }: Asked) => {
    if (collection === 'nodes') return [{ id: 'housing', name: '住建局' }]
    if (collection === 'register')
      return [
        { id: 'read', views: 99 },
        { id: 'there', views: 9 },
      ]
    if (collection !== 'publications') return []
    const asked = JSON.stringify(where)
    if (asked.includes('dirty'))
      return waiting.slice(0, limit || undefined).map((entry) => ({ entry }))
    return rows.filter(
      ({ entry, number }) => asked.includes(`"${entry}"`) || asked.includes(number),
    )
  }
  const db = { readRows, countGroups: async () => [{ count: rows.length }] }
  const logger = { warn: (line: unknown) => warned.push(line) }
  const found = { find: async () => ({ docs: [] }), findGlobal: async () => ({}) }
  return { warned, payload: { db, logger, ...found } as unknown as Payload }
}

const hit = (id: string) => ({ id, version: 1, score: 1, highlights: { title: [], text: [] } })

/** Proposes what it knows and was not told to leave out, as an index that lags does. */
function engineKnowing(ids: string[], suggestions: Suggestion[] = []) {
  const asked: SearchQuery[] = []
  const search = async (query: SearchQuery): Promise<SearchPage> => {
    asked.push(query)
    const left = ids.filter((id) => !query.exclude?.includes(id))
    const count = { knowledge: left.length }
    return {
      ...{ hits: left.slice(0, query.pageSize).map(hit), total: left.length, next: 'behind' },
      facets: query.facets
        ? {
            ...{ library: count, unit: { housing: left.length } },
            ...{ category: {}, theme: {}, freshness: {} },
          }
        : null,
      ...{ corrected: [], dropped: [], isSure: true },
    }
  }
  const engine = { search, suggest: async () => suggestions } as unknown as SearchEngine
  return { asked, engine }
}

const broken = {
  search: async () => Promise.reject(new Error('down')),
  suggest: async () => Promise.reject(new Error('down')),
} as unknown as SearchEngine

const lagging: SearchPage = {
  ...{ hits: [hit('gone'), hit('there')], total: 2, next: null, facets: null },
  ...{ corrected: [], dropped: [], isSure: true },
}

const asked = { audience: { sees: 'public' } as const, now: new Date('2026-05-01'), page: 1 }

describe('an answer that the engine is sure of', () => {
  test('is one where it is there, and none where another stands first for it', async () => {
    const { payload } = databaseOf([liveRow({ entry: 'there' })])
    const given = { ...asked, payload, text: '公租房' }
    const there = await searchEntries({ ...given, engine: engineKnowing(['there']).engine })
    expect(there.sure).toBe(true)
    // Taken out of every page that is proposed, until what is left is no longer what was first.
    const stubborn = { search: async () => lagging, suggest: async () => [] }
    const gone = await searchEntries({ ...given, engine: stubborn as unknown as SearchEngine })
    expect(gone.hits.map(({ id }) => id)).toEqual(['there'])
    expect(gone.sure).toBe(false)
  })

  test('is none where the database had to answer', async () => {
    const { payload } = databaseOf([liveRow({ entry: 'there' })])
    const answer = await searchEntries({ ...asked, payload, engine: broken, text: '公租房' })
    expect(answer).toMatchObject({ degraded: true, sure: false })
  })
})

describe('what is read most', () => {
  test('is told the engine by steps of ten, the most read being 1', async () => {
    const { payload } = databaseOf([liveRow({ entry: 'there' })])
    const { engine, asked: questions } = engineKnowing(['there'])
    await searchEntries({ ...asked, payload, engine, text: '公租房' })
    expect(questions[0]?.uses).toEqual({ read: 1, there: 0.5 })
  })
})

describe('search over an index that lags', () => {
  test('counts nothing in total and facets that the check took out', async () => {
    const { payload } = databaseOf([liveRow({ entry: 'there' })])
    const { engine, asked: questions } = engineKnowing(['gone', 'there'])
    const given = { ...asked, payload, engine, text: '申请', facets: true }
    const answer = await searchEntries(given)
    expect(answer.hits.map(({ id }) => id)).toEqual(['there'])
    expect(answer).toMatchObject({ total: 1, degraded: false })
    expect(answer.facets).toMatchObject({ library: [{ key: 'knowledge', count: 1 }] })
    expect(questions.map(({ exclude }) => exclude)).toEqual([[], ['gone']])
  })

  test('gives no facets rather than wrong ones where page after page is gone', async () => {
    const ids = Array.from({ length: 70 }, (_, at) => `gone${at}`)
    const { payload } = databaseOf([liveRow({ entry: 'there' })])
    const { engine, asked: questions } = engineKnowing([...ids, 'there'])
    const given = { ...asked, payload, engine, text: '申请', facets: true }
    const answer = await searchEntries(given)
    expect(answer).toMatchObject({ hits: [], facets: null })
    expect(questions).toHaveLength(3)
  })

  test('names no more than a thousand of many that wait, and still shows and counts none that is gone', async () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `waits${at}`)
    const { payload } = databaseOf([liveRow({ entry: 'there' })], [...many, 'gone'])
    const { engine, asked: questions } = engineKnowing(['waits0', 'gone', 'there'])
    const given = { ...asked, payload, engine, text: '申请', facets: true }
    const answer = await searchEntries(given)
    expect(answer).toMatchObject({ total: 1, facets: null, degraded: false })
    expect(answer.hits.map(({ id }) => id)).toEqual(['there'])
    expect(questions.map(({ exclude }) => exclude?.length)).toEqual([1_000, 1_001])
  })

  test('names all that wait as long as they are no more, and counts facets without them', async () => {
    const waiting = Array.from({ length: 1_000 }, (_, at) => `waits${at}`)
    const { payload } = databaseOf([liveRow({ entry: 'there' })], waiting)
    const { engine } = engineKnowing(['waits999', 'there'])
    const answer = await searchEntries({ ...asked, payload, engine, text: '申请', facets: true })
    expect(answer).toMatchObject({ total: 1, facets: { library: [{ count: 1 }] } })
  })

  test('suggests no title that is gone or reworded', async () => {
    const rows = [
      liveRow({ entry: 'there', title: '怎样申请？', similarQuestions: ['咋申请'] }),
      liveRow({ entry: 'new', title: '新的标题' }),
    ]
    const { engine } = engineKnowing(
      [],
      [
        { id: 'gone', text: '已下架的', kind: 'title' },
        { id: 'there', text: '怎样申请？', kind: 'title' },
        { id: 'there', text: '咋申请', kind: 'question' },
        { id: 'there', text: '早先的问法', kind: 'question' },
        { id: 'new', text: '旧的标题', kind: 'title' },
      ],
    )
    const { payload } = databaseOf(rows)
    const reader = { ...asked, payload }
    const { suggestions } = await suggestEntries({ reader, engine, text: '申请', limit: 8 })
    expect(suggestions.map(({ text }) => text)).toEqual(['怎样申请？', '咋申请'])
  })
})

describe('while the engine is down', () => {
  test('the database answers, says so, counts no facets, and a cursor goes on', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => liveRow({ entry: `e${at}` }))
    const payload = {
      ...databaseOf([]).payload,
      db: {
        readRows: async ({ collection }: Asked) =>
          collection === 'publications' ? rows.slice(0, 20) : [],
        countGroups: async () => [{ count: 30 }],
      },
    } as unknown as Payload
    const given = { ...asked, payload, engine: broken, text: '申请', facets: true }
    const answer = await searchEntries(given)
    expect(answer).toMatchObject({ total: 30, facets: null, degraded: true })
    expect(answer.next).not.toBeNull()
  })

  test('titles are suggested from the database', async () => {
    const { payload } = databaseOf([liveRow({ title: '怎样申请？', number: '申请' })])
    const reader = { ...asked, payload }
    const answer = await suggestEntries({ reader, engine: broken, text: '申请', limit: 8 })
    expect(answer).toMatchObject({ degraded: true, suggestions: [{ text: '怎样申请？' }] })
  })
})

describe('related entries', () => {
  test('are those the writer named, then those that clearly ask about the same, five at most', async () => {
    const rows = [
      liveRow({ entry: 'own', number: 'ZS000001', title: '居住证怎么办理？', related: ['named'] }),
      liveRow({ entry: 'named', number: 'ZS000002', title: '流动人口怎么登记？' }),
      liveRow({ entry: 'near', number: 'ZS000003', title: '居住证到期怎么续签？' }),
      liveRow({ entry: 'far', number: 'ZS000004', title: '营业执照怎么办理？' }),
    ]
    const { payload } = databaseOf(rows)
    const { engine, asked: questions } = engineKnowing(['near', 'far', 'gone', 'named'])
    const reader = { ...asked, payload }
    const related = await relatedEntries({ reader, engine, number: 'zs000001' })
    expect(related?.map(({ id }) => id)).toEqual(['named', 'near'])
    expect(questions[0]?.exclude).toEqual(['own'])
    let failures = 0
    const without = { engine: broken, failed: () => (failures += 1) }
    expect(await relatedEntries({ reader, ...without, number: 'ZS000001' })).toHaveLength(1)
    expect(failures).toBe(1)
    expect(await relatedEntries({ reader, engine, number: 'ZS000009' })).toBeNull()
  })
})

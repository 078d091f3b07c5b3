import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Audience } from '@/access/audience'
import type { SearchEngine } from '@/search/types'
import { openDatabase, type Opened, type Row } from './openDatabase'
import {
  anyText,
  drawn,
  holdsAll,
  isVisibleAt,
  NOW,
  readers,
  words,
  type Entry,
} from './randomEntries'

const ENTRIES = 300
const QUESTIONS = 90
const TRIPLES = 20_000

type Asked = { audience: Audience; text: string; library?: string; unit?: string }
type Live = Entry & { row: Row }

/** What was shown that may not be read, or holds nothing of what was asked, and what was kept back. */
type Judged = { triples: number; strange: string[]; leaked: string[]; hidden: string[] }

const nothing = { strange: [], leaked: [], hidden: [] }

describe('what readers find of a city of random entries', () => {
  let opened: Opened
  let live: Live[]
  let find: (asked: Asked, using?: SearchEngine) => Promise<{ ids: string[]; total: number }>

  beforeAll(async () => {
    opened = await openDatabase({ ELASTICSEARCH_URL: '' })
    const { payload, engine, publish } = opened
    const { rebuildIndex } = await import('@/search/sync/rebuildIndex')
    const { searchEntries } = await import('@/reading/search')
    live = []
    for (const entry of drawn(ENTRIES)) {
      const id = randomUUID()
      live.push({ ...entry, row: await publish(id, { ...entry.columns, dirty: false }) })
    }
    await rebuildIndex(payload, engine())
    find = async (asked, using = engine()) => {
      const ids: string[] = []
      for (let page = 1; ; page += 1) {
        const answer = await searchEntries({
          ...{ payload, engine: using, now: new Date(NOW), page, ...asked },
        })
        expect(answer.degraded).toBe(false)
        ids.push(...answer.hits.map(({ id }) => id))
        if (answer.hits.length === 0 || ids.length >= answer.total)
          return { ids, total: answer.total }
      }
    }
  })
  afterAll(() => opened.close())

  /** Judges every entry for each of many random readers and questions. */
  const judgeAll = async (
    judge: (asked: Asked, found: readonly string[]) => Judged,
    using?: SearchEngine,
  ) => {
    const all: Judged = { triples: 0, strange: [], leaked: [], hidden: [] }
    const asked = fc.record(
      {
        audience: fc.constantFrom<Audience>(...readers),
        text: anyText,
        library: fc.constantFrom('knowledge', 'plans'),
        unit: fc.constantFrom('county', 'bureau'),
      },
      { requiredKeys: ['audience', 'text'] },
    )
    for (const each of fc.sample(asked, { numRuns: QUESTIONS, seed: 6 })) {
      const { ids, total } = await find(each, using)
      expect(new Set(ids).size).toBe(ids.length)
      expect(total).toBe(ids.length)
      const { triples, strange, leaked, hidden } = judge(each, ids)
      all.triples += triples
      all.strange.push(...strange)
      all.leaked.push(...leaked)
      all.hidden.push(...hidden)
    }
    return all
  }

  const judged = (asked: Asked, found: readonly string[], isLive = (_entry: Live) => true) => {
    const ids = new Set(found)
    const isVisible = (entry: Live) => isLive(entry) && isVisibleAt(asked, entry)
    const visible = live.filter(isVisible)
    const expected = visible.filter((entry) => holdsAll(asked.text, entry))
    const leaked = live.filter((entry) => ids.has(entry.row.entry) && !isVisible(entry))
    // Where nothing holds the words, the engine may take them for others: it shows more then, never less.
    const shown = visible.filter(({ row }) => ids.has(row.entry))
    const others = shown.filter((entry) => !holdsAll(asked.text, entry))
    return {
      triples: live.length,
      strange: expected.length > 0 ? others.map(({ row }) => row.entry) : [],
      leaked: leaked.map(({ row }) => row.entry),
      hidden: expected.flatMap(({ row }) => (ids.has(row.entry) ? [] : [row.entry])),
    }
  }

  /** Suggestions, counts and related entries of each reader, as far as entries are live. */
  const judgeBesides = async (isLive = (_entry: Live) => true) => {
    const besides = await besidesOf(opened)
    for (const audience of readers) {
      const visible = live.filter((entry) => isLive(entry) && isVisibleAt({ audience }, entry))
      const mayRead = new Set(visible.map(({ columns }) => columns.number))
      for (const text of words) {
        const expected = visible.filter((entry) => holdsAll(text, entry))
        const { libraries, suggested } = await besides.ask(audience, text)
        if (expected.length > 0) expect(libraries).toEqual(countsOf(expected))
        expect(suggested.filter((number) => !mayRead.has(number))).toEqual([])
        const isAsked = expected.some(({ columns }) => String(columns.title).startsWith(text))
        expect(suggested.length > 0 || !isAsked).toBe(true)
      }
      for (const entry of live.filter((_, at) => at % 11 === 0)) {
        const related = await besides.related(audience, String(entry.columns.number))
        expect(related !== null).toBe(mayRead.has(entry.columns.number))
        expect((related ?? []).filter((number) => !mayRead.has(number))).toEqual([])
      }
    }
  }

  it('counts, suggests and relates for each reader only what they may read', async () => {
    await judgeBesides()
  })

  it('shows and counts for each reader exactly what they may read', async () => {
    const { triples, ...wrong } = await judgeAll((asked, found) => judged(asked, found))
    expect(wrong).toEqual(nothing)
    expect(triples).toBeGreaterThanOrEqual(TRIPLES)
  })

  it('shows nothing that was closed or hidden meanwhile, while the index has not heard of it', async () => {
    const gone = new Set(live.filter((_, at) => at % 7 === 0).map(({ row }) => row.entry))
    for (const { row } of live) if (gone.has(row.entry)) await opened.closeRow(row)
    const { triples, ...wrong } = await judgeAll((asked, found) =>
      judged(asked, found, ({ row }) => !gone.has(row.entry)),
    )
    expect(wrong).toEqual(nothing)
    expect(triples).toBeGreaterThanOrEqual(TRIPLES)
    await judgeBesides(({ row }) => !gone.has(row.entry))
    const { syncChanges } = await import('@/search/sync/startSync')
    while ((await syncChanges(opened.payload, opened.engine())) > 0);
    live = live.filter(({ row }) => !gone.has(row.entry))
  })

  it('never shows what an engine makes up, whoever asks', async () => {
    const lying: SearchEngine = { ...opened.engine(), search: liar(live) }
    for (const audience of readers) {
      const asked = { audience, text: words[0] ?? '' }
      const { ids } = await find(asked, lying)
      expect(judged(asked, ids).leaked).toEqual([])
    }
  })
})

/** Loaded late: these read the settings. */
async function besidesOf({ payload, engine }: Opened) {
  const { relatedEntries } = await import('@/reading/related')
  const { searchEntries } = await import('@/reading/search')
  const { suggestEntries } = await import('@/reading/suggest')
  const now = new Date(NOW)
  return {
    ask: async (audience: Audience, text: string) => {
      const asked = { payload, engine: engine(), audience, now, text }
      const { facets } = await searchEntries({ ...asked, page: 1, facets: true })
      const reader = { payload, audience, now }
      const found = await suggestEntries({ reader, engine: engine(), text, limit: 20 })
      const libraries = (facets?.library ?? []).map(({ key, count }) => [key, count] as const)
      const suggested = found.suggestions.flatMap(({ number }) => number ?? [])
      return { libraries: Object.fromEntries(libraries), suggested }
    },
    related: async (audience: Audience, number: string) => {
      const reader = { payload, audience, now }
      const found = await relatedEntries({ reader, engine: engine(), number })
      return found && found.map((each) => each.number)
    },
  }
}

function countsOf(entries: readonly Live[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { library } of entries) counts[library] = (counts[library] ?? 0) + 1
  return counts
}

/** Offers everything to everyone, on one page. */
function liar(entries: readonly Live[]): SearchEngine['search'] {
  const highlights = { title: [], text: [] }
  return ({ exclude = [] }) => {
    const hits = entries
      .filter(({ row }) => !exclude.includes(row.entry))
      .map(({ row }) => ({ id: row.entry, version: 0, score: 1, highlights }))
    const none = { next: null, facets: null, corrected: [], dropped: [], isSure: false }
    return Promise.resolve({ hits, total: hits.length, ...none })
  }
}

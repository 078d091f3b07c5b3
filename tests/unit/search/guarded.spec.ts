import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { guarded, atFirstUse } from '@/search/guarded'
import { BadCursor, type SearchEngine, type SearchPage, type SearchQuery } from '@/search/types'

const page: SearchPage = {
  ...{ hits: [], total: 7, next: null, facets: null, corrected: [], dropped: [], isSure: false },
}
const query: SearchQuery = {
  ...{ text: '公积金', audience: { sees: 'everything' }, now: 0, page: 1, pageSize: 20 },
}
const never = () => new Promise<never>(() => undefined)
const limits = { readLimit: 200, writeLimit: 300, failures: 3, rest: 50 }

/** An engine whose search is `behave`, with the number of times it was asked. */
function engineThat(behave: () => Promise<SearchPage>, rest = limits.rest) {
  const asked = { times: 0, behave }
  const search = () => {
    asked.times++
    return asked.behave()
  }
  const others = { suggest: never, put: never, remove: never, ping: never }
  const engine = { ...others, search } as unknown as SearchEngine
  return { asked, engine: guarded(engine, { ...limits, rest }) }
}

const failing = () => Promise.reject(new Error('down'))

describe('the guard round a search engine', () => {
  it('gives up on an engine that hangs, for reading and for writing', async () => {
    const { engine } = engineThat(never)
    await expect(engine.search(query)).rejects.toThrow()
    await expect(engine.suggest({ ...query, limit: 5 })).rejects.toThrow()
    await expect(engine.put([])).rejects.toThrow()
    await expect(engine.remove([])).rejects.toThrow()
    await expect(engine.ping()).rejects.toThrow()
  })

  it('asks a failing engine no more after some failures', async () => {
    const { engine, asked } = engineThat(failing, 600_000)
    for (let time = 0; time < 10; time++) await expect(engine.search(query)).rejects.toThrow()
    expect(asked.times).toBe(limits.failures)
  })

  it('tries again after a rest, and trusts an engine that answers', async () => {
    const { engine, asked } = engineThat(failing)
    for (let time = 0; time < 3; time++) await expect(engine.search(query)).rejects.toThrow()
    asked.behave = async () => page
    await pause(limits.rest * 2)
    for (let time = 0; time < 5; time++) expect(await engine.search(query)).toBe(page)
  })

  it('forgives single failures', async () => {
    const { engine, asked } = engineThat(failing)
    for (let time = 0; time < 5; time++) {
      asked.behave = failing
      await expect(engine.search(query)).rejects.toThrow()
      await expect(engine.search(query)).rejects.toThrow('down')
      asked.behave = async () => page
      expect(await engine.search(query)).toBe(page)
    }
  })

  it('does not take a wrong cursor for a failure', async () => {
    const { engine, asked } = engineThat(() => Promise.reject(new BadCursor('of another search')))
    for (let time = 0; time < 10; time++)
      await expect(engine.search(query)).rejects.toThrow('other')
    expect(asked.times).toBe(10)
  })
})

const engine = {
  put: () => Promise.resolve(),
  suggest: () => Promise.resolve([{ id: 'a', text: '社保卡', kind: 'title' }]),
  scan: async function* () {
    yield* [{ id: 'a', version: 1 }]
  },
} as unknown as SearchEngine

describe('an engine that is loaded at first use', () => {
  it('is not loaded before, and once for all who ask at the same time', async () => {
    let times = 0
    const late = atFirstUse(() => {
      times += 1
      return Promise.resolve(engine)
    })
    expect(times).toBe(0)
    const [, found] = await Promise.all([
      late.put([]),
      late.suggest({ text: '社', limit: 1, audience: { sees: 'public' }, now: 0 }),
    ])
    expect(found).toEqual([{ id: 'a', text: '社保卡', kind: 'title' }])
    const scanned = []
    for await (const each of late.scan()) scanned.push(each)
    expect(scanned).toEqual([{ id: 'a', version: 1 }])
    expect(times).toBe(1)
  })

  it('rejects where it cannot be loaded', async () => {
    const late = atFirstUse(() => Promise.reject(new Error('no such package')))
    await expect(late.ping()).rejects.toThrow('no such package')
    await expect(late.scan()[Symbol.asyncIterator]().next()).rejects.toThrow('no such package')
  })
})

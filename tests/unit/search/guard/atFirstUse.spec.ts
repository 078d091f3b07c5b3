import { describe, expect, it } from '@jest/globals'
import { atFirstUse } from '@/search/guard/atFirstUse'
import type { SearchEngine } from '@/search/types'

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

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { AsyncLocalStorage } from 'node:async_hooks'
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { behind } from '@/tables/behind'

const request = new AsyncLocalStorage<string>()
let names = 0

/** A queue whose batches are written as long as `isAway` is false; each batch says in whose request it was. */
function queue(ways: { most?: number; batch?: number; repeat?: number } = {}) {
  const state = { isAway: false, batches: [] as string[][], within: [] as unknown[], logged: 0 }
  const payload = {
    logger: { error: () => (state.logged += 1) },
  } as unknown as Payload
  const queued = behind<string>({
    ...{ name: `test ${(names += 1)}`, wait: 100, pauseAfterFailure: 1_000, batch: 10, most: 10 },
    ...ways,
    merge: (one, other) => `${one}+${other}`,
    write: async (_, items) => {
      state.within.push(request.getStore())
      await Promise.resolve()
      if (state.isAway) throw new Error('The database is away.')
      state.batches.push([...items])
    },
    failed: 'Something waits',
  })
  const add = (item: string, given: { key?: string; same?: string } = {}) =>
    queued.add(payload, { item, ...given })
  const put = (item: string) => queued.put(payload, item)
  return { state, add, put, flush: () => queued.flush(payload) }
}

describe('what is written behind', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-01-01') })
  })
  afterEach(() => {
    jest.useRealTimers()
  })
  const later = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds)

  it('waits a moment and is written in the order it came, so many at a time', async () => {
    const { state, add } = queue({ batch: 2 })
    for (const item of ['甲', '乙', '丙']) expect(add(item)).toBe(item)
    await later(99)
    expect(state.batches).toEqual([])
    await later(1)
    expect(state.batches).toEqual([['甲', '乙'], ['丙']])
  })

  it('is one under one key, as long as it waits, and alone without', async () => {
    const { state, add, flush } = queue()
    add('甲', { key: 'k' })
    add('乙', { key: 'k' })
    for (let time = 0; time < 2; time += 1) add('丁')
    await flush()
    add('丙', { key: 'k' })
    await flush()
    expect(state.batches).toEqual([['甲+乙', '丁', '丁'], ['丙']])
  })

  it('is taken once as long as it counts as the same', async () => {
    const { state, add, flush } = queue({ repeat: 1_000 })
    for (let time = 0; time < 2; time += 1) expect(add('甲', { same: 's' })).toBe('甲')
    await flush()
    await later(1_000)
    add('甲', { same: 's' })
    await flush()
    expect(state.batches).toEqual([['甲'], ['甲']])
  })

  it('stays, in its order, while the database takes nothing, and is tried again by itself', async () => {
    const { state, add } = queue({ batch: 2 })
    state.isAway = true
    for (const item of ['甲', '乙', '丙']) add(item)
    await later(100)
    expect(state).toMatchObject({ batches: [], logged: 1 })
    add('丁')
    state.isAway = false
    await later(999)
    expect(state.batches).toEqual([])
    await later(1)
    expect(state.batches).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ])
  })

  it('is not merged into what is being written', async () => {
    const { state, add, flush } = queue()
    add('甲', { key: 'k' })
    const flushed = flush()
    add('乙', { key: 'k' })
    await flushed
    expect(state.batches).toEqual([['甲'], ['乙']])
  })

  it('is refused once too many wait, and taken again when they are written', async () => {
    const { state, add, flush } = queue({ most: 2, repeat: 1_000 })
    state.isAway = true
    for (const item of ['甲', '乙']) expect(add(item, { same: item })).toBe(item)
    await expect(flush()).rejects.toThrow('away')
    expect(add('丙', { same: '丙' })).toBeNull()
    state.isAway = false
    await flush()
    // What was refused was not taken: it is no repeat.
    expect(add('丙', { same: '丙' })).toBe('丙')
    await flush()
    expect(state.batches).toEqual([['甲', '乙'], ['丙']])
  })

  it('is written once by two who flush together, and both wait for it', async () => {
    const { state, add, flush } = queue()
    add('甲')
    await Promise.all([flush(), flush()])
    expect(state.batches).toEqual([['甲']])
  })

  it('is written at once where somebody waits for it, with what others bring meanwhile', async () => {
    const { state, put } = queue()
    const first = put('甲')
    await Promise.all([first, put('乙'), put('丙')])
    expect(state.batches).toEqual([['甲'], ['乙', '丙']])
  })

  it('is told to whoever waits for it when it was not written, and is not tried again', async () => {
    const { state, add, put, flush } = queue()
    state.isAway = true
    add('甲')
    await expect(put('乙')).rejects.toThrow('away')
    state.isAway = false
    await put('丙')
    await flush()
    expect(state.batches).toEqual([['甲', '丙']])
  })

  it('is refused to whoever would wait for it once too many wait', async () => {
    const { state, add, put, flush } = queue({ most: 1 })
    add('甲')
    expect(await put('乙')).toBe(false)
    await flush()
    expect(await put('丙')).toBe(true)
    expect(state.batches).toEqual([['甲'], ['丙']])
  })

  it('belongs to no request: neither to the one that added it nor to the one that flushes', async () => {
    const { state, add, flush } = queue()
    await request.run('one', async () => {
      add('甲')
      await later(100)
    })
    await request.run('another', async () => {
      add('乙')
      await flush()
    })
    expect(state).toMatchObject({ batches: [['甲'], ['乙']], within: [undefined, undefined] })
  })
})

describe('what is taken into a journal', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhiku-journal-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  /** As in another process: what one holds in memory the other does not know. */
  function process() {
    const state = { isAway: false, written: [] as string[] }
    const payload = { logger: { error: () => {} } } as unknown as Payload
    const queued = behind<string>({
      ...{ name: `process ${(names += 1)}`, wait: 100_000, pauseAfterFailure: 100_000 },
      ...{ batch: 2, most: 10, failed: 'Something waits', journal: () => join(folder, 'own') },
      write: async (_, items) => {
        await Promise.resolve()
        if (state.isAway) throw new Error('The database is away.')
        state.written.push(...items)
      },
    })
    return {
      state,
      add: (item: string, key?: string) => queued.add(payload, { item, key }),
      flush: () => queued.flush(payload),
      recover: () => queued.recover(payload),
    }
  }

  it('is written by the next process where this one is killed before, once and in its order', async () => {
    const killed = process()
    for (const item of ['甲', '乙', '丙']) killed.add(item)
    const next = process()
    await next.recover()
    expect(next.state.written).toEqual(['甲', '乙', '丙'])
    const third = process()
    await third.recover()
    expect(third.state.written).toEqual([])
  })

  it('is forgotten once it is written, and not what came meanwhile', async () => {
    const one = process()
    one.add('甲')
    const flushed = one.flush()
    one.add('乙')
    await flushed
    one.add('丙')
    const next = process()
    await next.recover()
    expect(next.state.written).toEqual(expect.arrayContaining(['乙', '丙']))
    expect(next.state.written).not.toContain('甲')
  })

  it('stays while the database takes nothing, also over two processes', async () => {
    const killed = process()
    killed.add('甲')
    const next = process()
    next.state.isAway = true
    await expect(next.recover()).rejects.toThrow('away')
    next.add('乙')
    const third = process()
    await third.recover()
    expect(third.state.written).toEqual(['甲', '乙'])
  })

  it('is one under one key also while it is being written', async () => {
    const one = process()
    one.add('甲', 'k')
    const flushed = one.flush()
    expect(one.add('乙', 'k')).toBe('甲')
    await flushed
    expect(one.state.written).toEqual(['甲'])
  })

  it('is not what was cut off when the process was killed', async () => {
    const killed = process()
    killed.add('甲')
    const [part = ''] = readdirSync(join(folder, 'own'))
    appendFileSync(join(folder, 'own', part), '"乙')
    const next = process()
    await next.recover()
    expect(next.state.written).toEqual(['甲'])
  })

  it('is refused where the disk takes nothing', () => {
    const one = process()
    writeFileSync(join(folder, 'own'), '')
    expect(one.add('甲')).toBeNull()
  })
})

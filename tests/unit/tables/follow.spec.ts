import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { Payload } from 'payload'
import { follow, noteChangeOf } from '@/tables/follow'

/** A table of a row, and of others that changed last; what is loaded is its text. */
function tableOf(text: string) {
  const row = { text, updatedAt: '1', loaded: 0, others: [] as object[] }
  const db = {
    readRows: () => Promise.resolve([{ id: '1', updatedAt: row.updatedAt }, ...row.others]),
    countGroups: () => Promise.resolve([{ count: 1 }]),
  }
  return { row, payload: { db } as unknown as Payload }
}

let names = 0
function following({ row }: ReturnType<typeof tableOf>) {
  return follow(`test ${(names += 1)}`, ['terms'], () => {
    row.loaded += 1
    return Promise.resolve(row.text)
  })
}

describe('what is kept of a table in memory', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-01-01') })
  })
  afterEach(() => {
    jest.useRealTimers()
  })
  const later = (seconds: number) => jest.advanceTimersByTime(seconds * 1_000)
  /** A table of which somebody has asked already. */
  const known = async (others: object[] = []) => {
    later(10)
    const table = tableOf('甲')
    table.row.others = others
    const followed = following(table)
    await followed.now(table.payload)
    return { table, followed }
  }

  it('is read once as long as nothing changes', async () => {
    later(10)
    const table = tableOf('甲')
    const followed = following(table)
    for (let second = 0; second < 5; second += 1) {
      expect(await followed.now(table.payload)).toBe('甲')
      later(1)
    }
    expect(table.row.loaded).toBe(1)
  })

  it.each<[string, (table: ReturnType<typeof tableOf>) => void]>([
    ['it was never read', () => {}],
    [
      'this process has just changed it',
      ({ row }) => {
        noteChangeOf('terms')
        row.updatedAt = '2'
      },
    ],
    ['a minute has gone by', () => later(61)],
  ])('is one thing for all who ask at once where %s', async (what, happens) => {
    later(10)
    const table = tableOf('甲')
    const followed = follow(`test ${(names += 1)}`, ['terms'], () => {
      table.row.loaded += 1
      return Promise.resolve({})
    })
    if (what !== 'it was never read') await followed.now(table.payload)
    table.row.loaded = 0
    happens(table)
    const told = await Promise.all(Array.from({ length: 3 }, () => followed.now(table.payload)))
    expect([new Set(told).size, table.row.loaded]).toEqual([1, 1])
    expect(await followed.now(table.payload)).toBe(told[0])
  })

  it('that could not be read is tried again by whoever asks next', async () => {
    later(10)
    const table = tableOf('甲')
    const failing = follow(`test ${(names += 1)}`, ['terms'], () => {
      table.row.loaded += 1
      return table.row.loaded === 1 ? Promise.reject(new Error('Down.')) : Promise.resolve('甲')
    })
    await expect(failing.now(table.payload)).rejects.toThrow('Down.')
    expect(await failing.now(table.payload)).toBe('甲')
  })

  it('shows a change of another process within a second', async () => {
    const { table, followed } = await known()
    Object.assign(table.row, { text: '乙', updatedAt: '2' })
    later(1.1)
    expect(await followed.now(table.payload)).toBe('乙')
  })

  it('shows a change of this process at once, also when it is committed after it was told', async () => {
    const { table, followed } = await known()
    noteChangeOf('terms')
    expect(await followed.now(table.payload)).toBe('甲')
    Object.assign(table.row, { text: '乙', updatedAt: '2' })
    expect(await followed.now(table.payload)).toBe('乙')
  })

  it('is read again after a minute though it looks the same: clocks differ', async () => {
    const { table, followed } = await known()
    table.row.text = '乙'
    later(61)
    expect(await followed.now(table.payload)).toBe('乙')
  })

  it('shows a change that was begun before another one and committed after it', async () => {
    const { table, followed } = await known([{ id: '2', updatedAt: '9' }])
    Object.assign(table.row, { text: '乙', updatedAt: '8' })
    later(1.1)
    expect(await followed.now(table.payload)).toBe('乙')
  })

  it('shows a change also when the clock of the machine is put back', async () => {
    const { table, followed } = await known()
    Object.assign(table.row, { text: '乙', updatedAt: '2' })
    later(1.1)
    jest.setSystemTime(new Date('2025-01-01'))
    expect(await followed.now(table.payload)).toBe('乙')
  })

  it('is told to nobody while the database does not answer', async () => {
    const { table, followed } = await known()
    later(1.1)
    Object.assign(table.payload.db, { readRows: () => new Promise(() => {}) })
    void followed.now(table.payload)
    later(0.9)
    let told: string | null = null
    void followed.now(table.payload).then((text) => (told = text))
    await Promise.resolve()
    expect(told).toBeNull()
  })
})

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { forgetKept, keptFor } from '@/tables/keptFor'

let names = 0
const owner = {}

/** Numbers what is read. */
function keeping(ways: { time?: number; most?: number } = {}) {
  const name = `test ${(names += 1)}`
  const kept = keptFor<number>({ name, time: 1_000, ...ways })
  let read = 0
  const now = (given: { owner?: object; key?: string; mark?: string } = {}) =>
    kept.now(given.owner ?? owner, async () => (read += 1), given)
  return { name, kept, now }
}

describe('what is kept for a while', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-01-01') })
  })
  afterEach(() => {
    jest.useRealTimers()
  })
  const later = (milliseconds: number) => jest.setSystemTime(Date.now() + milliseconds)

  it('is read once, also for those who ask while it is read, until its time is over', async () => {
    const { now } = keeping()
    expect(await Promise.all([now(), now()])).toEqual([1, 1])
    later(999)
    expect(await now()).toBe(1)
    later(1)
    expect(await now()).toBe(2)
  })

  it('is apart by owner and key', async () => {
    const { now } = keeping({ most: 2 })
    expect([await now(), await now({ key: 'a' }), await now({ owner: {} })]).toEqual([1, 2, 3])
    expect([await now(), await now({ key: 'a' })]).toEqual([1, 2])
  })

  it('is read again once its mark is another', async () => {
    const { now } = keeping({ time: Infinity })
    expect([await now({ mark: 'a' }), await now({ mark: 'a' })]).toEqual([1, 1])
    expect([await now({ mark: 'b' }), await now({ mark: 'a' })]).toEqual([2, 3])
  })

  it('is never more than it may be', async () => {
    const { now } = keeping({ most: 2 })
    for (const key of ['a', 'b', 'c']) await now({ key })
    expect([await now({ key: 'c' }), await now({ key: 'a' })]).toEqual([3, 4])
  })

  it('is read again at once after a failure', async () => {
    const { kept, now } = keeping()
    const fail = async () => Promise.reject(new Error('The database is away.'))
    await expect(kept.now(owner, fail)).rejects.toThrow('away')
    expect(await now()).toBe(1)
  })

  it('is read again once it was forgotten, by its name', async () => {
    const [one, other] = [keeping(), keeping()]
    await Promise.all([one.now(), other.now()])
    forgetKept(one.name)
    expect(await Promise.all([one.now(), other.now()])).toEqual([2, 1])
  })
})

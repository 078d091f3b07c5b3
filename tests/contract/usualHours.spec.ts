import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { ReadRows } from '@/tables'
import { day, demandCity, hour, minute, monday, week } from './demandRows'

let city: Awaited<ReturnType<typeof demandCity>>
type City = typeof city

beforeAll(async () => {
  city = await demandCity()
}, 120_000)

beforeEach(() => city.empty())

afterAll(() => city.close())

const readBy: City['readBy'] = (...given) => city.readBy(...given)
const tellAt = (at: number) => city.tellAt(at)
const workUpAt = (at: number) => city.house.workUpHours(city.payload, new Date(at))

/** Somebody reads something in each of the weeks before, so that the server was up. */
const weeksBefore = async (count: number, more: (begin: number) => Promise<void>) => {
  for (let n = count; n > 0; n -= 1) {
    await readBy('none', 1, monday - n * week - hour)
    await more(monday - n * week)
  }
}

describe('what is usual', () => {
  const kept = async () =>
    (await city.read('usualHours', ['id', 'subject', 'sum', 'times'], 'id'))
      .filter(({ subject }) => subject === 'b')
      .map(({ id, sum, times }) => [id, Number(sum).toFixed(4), times])

  it('is worked up from the record, each hour once, those while the server was down too', async () => {
    await weeksBefore(2, (begin) => readBy('b', 15, begin))
    await workUpAt(monday - 3 * day)
    const before = await kept()
    expect(before).toEqual([['9:entry:b', (0.3 * 15 * 1.7).toFixed(4), 2]])
    await workUpAt(monday - 3 * day + 5 * minute)
    expect(await kept()).toEqual(before)
    await readBy('b', 15, monday)
    await workUpAt(monday + 3 * day)
    expect(await kept()).toEqual([['9:entry:b', (0.3 * 15 * (1 + 0.7 + 0.49)).toFixed(4), 3]])
  })

  it('is not looked for in a quiet time again and again', async () => {
    await readBy('b', 15, monday - 2 * week)
    await workUpAt(monday - 2 * week + 2 * day)
    const readRows = jest.spyOn(city.payload.db as unknown as { readRows: ReadRows }, 'readRows')
    const looked = async (at: number) => {
      readRows.mockClear()
      await workUpAt(at)
      return readRows.mock.calls.filter(([{ collection }]) => collection === 'views').length
    }
    const quiet = await looked(monday - day)
    expect(await looked(monday)).toBe(quiet)
    // The first reading on record after the last hour, if any, and nothing else.
    expect(quiet).toBe(1)
    readRows.mockRestore()
    await readBy('b', 15, monday)
    await workUpAt(monday + 2 * hour)
    expect(await kept()).toEqual([['9:entry:b', (0.3 * 15 * 1.7).toFixed(4), 2]])
  })

  it('of a Thursday off is that of a Sunday', async () => {
    const nationalDay = Date.parse('2026-10-01T09:00:00+08:00')
    await readBy('b', 15, nationalDay)
    await workUpAt(nationalDay + 2 * hour)
    expect(await kept()).toEqual([['153:entry:b', (0.3 * 15).toFixed(4), 1]])
  })

  it('is the same where a kill left half an hour written', async () => {
    await weeksBefore(2, (begin) => readBy('b', 15, begin))
    const half = { id: '9:entry:b', hour: 9, kind: 'entry', subject: 'b' }
    await city.put('usualHours', [{ ...half, sum: 0.3 * 15, times: 1 }])
    await workUpAt(monday - 3 * day)
    expect(await kept()).toEqual([['9:entry:b', (0.3 * 15 * 1.7).toFixed(4), 2]])
  })

  it('is not less because the server was down for weeks', async () => {
    await weeksBefore(4, (begin) => readBy('m', 15, begin))
    const later = monday + 3 * week
    await readBy('none', 1, later - 2 * hour)
    await readBy('m', 40, later)
    expect(await tellAt(later + 50 * minute)).toBe(0)
    await city.readAt('m', 10, later)
    expect(await tellAt(later + 50 * minute)).toBe(1)
  })

  it('is rebuilt from the record with the same result', async () => {
    await weeksBefore(3, async (begin) => {
      await readBy('b', 15, begin)
      await readBy('a', 40, begin + 3 * hour)
      await workUpAt(begin + 2 * day)
    })
    await workUpAt(monday - 3 * day)
    const all = () =>
      city.read('usualHours', ['id', 'hour', 'kind', 'subject', 'sum', 'times', 'at'], 'id')
    const before = await all()
    expect(before.filter(({ kind }) => kind === 'entry').length).toBeGreaterThan(1)
    await city.put('usualHours', [
      { id: '3:entry:x', hour: 3, kind: 'entry', subject: 'x', sum: 9, times: 1, at: null },
      { ...before.find(({ subject }) => subject === 'b'), sum: 1 },
    ] as never)
    await city.house.rebuildHours(city.payload, new Date(monday - 3 * day))
    expect(await all()).toEqual(before)
    // What comes is taken in as before.
    await readBy('b', 15, monday)
    await workUpAt(monday + 2 * hour)
    expect((await kept()).map(([, , times]) => times)).toEqual([4])
  })
})

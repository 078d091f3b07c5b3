import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { PutRows } from '@/tables'
import { day, demandCity, hour, monday } from './demandRows'

let city: Awaited<ReturnType<typeof demandCity>>
let noteChangeOf: (collection: 'holidays') => void

beforeAll(async () => {
  city = await demandCity()
  ;({ noteChangeOf } = await import('@/tables/follow'))
}, 120_000)
beforeEach(async () => {
  await city.empty()
  for (const key of await city.payload.kv.keys()) await city.payload.kv.delete(key)
})
afterAll(() => city.close())

const readBy: (typeof city)['readBy'] = (...given) => city.readBy(...given)
const means = async () =>
  (await city.read('usualHours', ['id', 'sum', 'times', 'kind'], 'id'))
    .filter(({ kind }) => kind === 'entry')
    .map(({ id, sum, times }) => [id, Number(sum).toFixed(4), times])

/** A Thursday of which no notice says anything. */
const thursday = Date.parse('2026-11-26T09:00:00+08:00')

async function thursdayOff(isOff: boolean) {
  await city.payload.db.deleteMany({ collection: 'holidays', where: {} })
  const year = { id: '2026', slot: '2026', year: 2026, notice: '通知', worked: [] }
  if (isOff)
    await city.payload.db.create({
      collection: 'holidays',
      data: { ...year, daysOff: ['2026-11-26'] },
    })
  noteChangeOf('holidays')
}

describe('what is usual, made anew by itself', () => {
  it('follows a working day that is corrected once its hours were taken in', async () => {
    await readBy('b', 15, thursday)
    await city.tellAt(thursday + day)
    const asWorked = [['81:entry:b', (0.3 * 15).toFixed(4), 1]]
    expect(await means()).toEqual(asWorked)
    await thursdayOff(true)
    await city.tellAt(thursday + day + hour)
    expect(await means()).toEqual([['153:entry:b', (0.3 * 15).toFixed(4), 1]])
    await thursdayOff(false)
    await city.tellAt(thursday + 2 * day)
    expect(await means()).toEqual(asWorked)
  })

  it('is finished where a kill interrupted the writing, before anybody looks', async () => {
    await readBy('b', 15, thursday)
    await readBy('a', 12, thursday + 3 * hour)
    await city.tellAt(monday - day)
    const before = await means()
    expect(before).toHaveLength(2)
    const db = city.payload.db as unknown as { putRows: PutRows }
    const killed = jest.spyOn(db, 'putRows').mockRejectedValueOnce(new Error('killed'))
    const rebuild = () => city.house.rebuildHours(city.payload, new Date(monday - day))
    await expect(rebuild()).rejects.toThrow('killed')
    killed.mockRestore()
    // As far as it came.
    await city.payload.db.deleteMany({
      collection: 'usualHours',
      where: { subject: { equals: 'b' } },
    })
    await city.tellAt(monday - day + hour)
    expect(await means()).toEqual(before)
    // And not again with each look.
    await city.put('usualHours', [
      { id: '3:entry:x', hour: 3, kind: 'entry', subject: 'x', sum: 9, times: 1, at: null },
    ])
    await city.tellAt(monday - day + hour)
    expect(await means()).toHaveLength(3)
  })
})

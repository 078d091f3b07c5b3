import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { ReadRows } from '@/tables'
import { day, demandCity, each, hour, minute, monday, week } from './demandRows'

let city: Awaited<ReturnType<typeof demandCity>>
type City = typeof city

beforeAll(async () => {
  city = await demandCity()
}, 120_000)

beforeEach(() => city.empty())

afterAll(() => city.close())

const readBy: City['readBy'] = (...given) => city.readBy(...given)
const askedBy: City['askedBy'] = (...given) => city.askedBy(...given)
const tellAt = (at: number) => city.tellAt(at)
const workUpAt = (at: number) => city.house.workUpHours(city.payload, new Date(at))
const alerts = () => city.alerts()
const told = () => city.told()

/** Somebody reads something in each of the weeks before, so that the server was up. */
const weeksBefore = async (count: number, more: (begin: number) => Promise<void>) => {
  for (let n = count; n > 0; n -= 1) {
    await readBy('none', 1, monday - n * week - hour)
    await more(monday - n * week)
  }
}

describe('what is read far more than usual', () => {
  it('is told within the hour to the centre and to who writes and decides in the unit, and once', async () => {
    await weeksBefore(4, (begin) => readBy('none', 1, begin + 12 * hour))
    await readBy('a', 10, monday)
    expect(await tellAt(monday + 50 * minute)).toBe(1)
    expect(await alerts()).toEqual([
      { kind: 'entry', subject: 'a', count: 10, usual: 0, unit: 'bureau' },
    ])
    const about = 'ZS-a《第a条怎样办理？》，近一小时 10 人次，平常几乎没有'
    expect(await told()).toEqual(['approver', 'chief', 'editor'].map((one) => `${one} ${about}`))
    for (const minutes of [51, 55, 60]) expect(await tellAt(monday + minutes * minute)).toBe(0)
    // Another day in Shanghai, and not yet 24 hours later.
    for (const later of [13, 15]) {
      await readBy('a', 15, monday + later * hour)
      expect(await tellAt(monday + later * hour + 50 * minute)).toBe(0)
    }
    expect(await told()).toHaveLength(3)
    await readBy('a', 15, monday + day)
    expect(await tellAt(monday + day + 50 * minute)).toBe(1)
  })

  it('is told once by two processes at midnight, of which the clock of one is on the next day', async () => {
    const midnight = monday - 9 * hour
    await weeksBefore(4, (begin) => readBy('none', 1, begin - 20 * hour))
    await readBy('none', 1, monday - 20 * hour)
    await readBy('a', 10, midnight - 50 * minute)
    await workUpAt(midnight + 1)
    const told = await Promise.all([tellAt(midnight - 1), tellAt(midnight + 1)])
    expect(told).toEqual([1, 1])
    expect(await alerts()).toHaveLength(1)
    expect(await city.told()).toHaveLength(3)
  })

  it('is told nobody twice where a kill came between the messages and the record', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await readBy('a', 10, monday)
    await tellAt(monday + 50 * minute)
    const before = await told()
    await city.payload.db.deleteMany({ collection: 'alerts', where: {} })
    await readBy('a', 1, monday, { reader: 'one more' })
    expect(await tellAt(monday + 55 * minute)).toBe(1)
    expect(await told()).toEqual(before)
    expect(await alerts()).toMatchObject([{ subject: 'a', count: 11 }])
  })

  it('is not what nine read, nor fifty browsers at one address, nor one person however often', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await readBy('a', 9, monday)
    await city.readAt('b', 50, monday, 'one')
    const use = { entry: 'z', number: 'ZS-z', revision: 1, reader: 'p1' }
    await city.put('uses', each(50, monday, use))
    await readBy('b', 50, monday, { isRepeat: true })
    expect(await tellAt(monday + 50 * minute)).toBe(0)
  })

  it('is not the peak of every Monday, three times of it is, and a week later less so', async () => {
    await weeksBefore(4, (begin) => readBy('m', 15, begin))
    await readBy('m', 44, monday)
    expect(await tellAt(monday + 50 * minute)).toBe(0)
    await readBy('m', 1, monday, { reader: 'one more' })
    expect(await tellAt(monday + 50 * minute)).toBe(1)
    expect(await alerts()).toMatchObject([{ count: 45, usual: 15 }])
    await readBy('m', 45, monday + week)
    expect(await tellAt(monday + week + 50 * minute)).toBe(0)
  })

  it('is not held against itself once its hour of the clock is over', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await readBy('m', 13, monday)
    expect(await tellAt(monday + 65 * minute)).toBe(1)
    expect(await alerts()).toMatchObject([{ count: 11, usual: 0 }])
  })

  it('is told of nothing before the hour of the week was there once', async () => {
    await readBy('none', 1, monday - hour)
    await readBy('a', 40, monday)
    expect(await tellAt(monday + 50 * minute)).toBe(0)
  })

  it('is told at night too, when nobody ever asks', async () => {
    const night = monday + 18 * hour
    await weeksBefore(2, (begin) => readBy('none', 1, begin))
    await readBy('none', 1, monday)
    await readBy('a', 10, night)
    expect(await tellAt(night + 50 * minute)).toBe(1)
  })
})

describe('what was told', () => {
  it('is on record as long as the readings it leads to', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await readBy('a', 10, monday)
    await tellAt(monday + 50 * minute)
    const { purgeUsage, usuallyKept } = city.house
    await purgeUsage(city.payload, new Date(monday + usuallyKept * day))
    expect(await alerts()).toHaveLength(1)
    await purgeUsage(city.payload, new Date(monday + (usuallyKept + 1) * day))
    expect(await alerts()).toEqual([])
  })
})

describe('a question asked far more than usual', () => {
  it('is told to the centre, and to the unit whose entry most are shown first', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await askedBy('停水怎么办', 10, monday)
    await askedBy('', 40, monday)
    await askedBy('试查', 40, monday, { isTrial: true })
    expect(await tellAt(monday + 50 * minute)).toBe(1)
    const about = '查询“停水怎么办”，近一小时 10 人次，平常几乎没有'
    expect(await told()).toEqual(['approver', 'chief', 'editor'].map((one) => `${one} ${about}`))
  })

  it('is nobody else’s where most are shown something else, or nothing', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await askedBy('停水', 5, monday, { shown: 'ZS-z' })
    await city.askedAt('停水', 6, monday)
    expect(await tellAt(monday + 50 * minute)).toBe(1)
    expect(await alerts()).toMatchObject([{ kind: 'query', unit: null, count: 11 }])
    expect(await told()).toEqual(['chief 查询“停水”，近一小时 11 人次，平常几乎没有'])
  })

  it('is told to the centre alone where it holds a word of its list', async () => {
    await city.listWords([{ word: '停水', advice: '不外传' }])
    await weeksBefore(4, () => Promise.resolve())
    await askedBy('停水怎么办', 10, monday)
    await askedBy('停电怎么办', 10, monday)
    expect(await tellAt(monday + 50 * minute)).toBe(2)
    await city.listWords([])
    const of = async (form: string) => (await told()).filter((one) => one.includes(form))
    expect(await of('停水')).toEqual(['chief 查询“停水怎么办”，近一小时 10 人次，平常几乎没有'])
    expect(await of('停电')).toHaveLength(3)
  })

  it('is not what fifty browsers at one address ask', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await city.askedAt('停水', 50, monday, 'one')
    expect(await tellAt(monday + 50 * minute)).toBe(0)
  })
})

describe('a district', () => {
  it('is a county with all below it, told to its office, or a zone, told to itself', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await readBy('a', 8, monday)
    await readBy('b', 8, monday)
    await city.readAt('b', 6, monday)
    expect(await tellAt(monday + 50 * minute)).toBe(2)
    expect(await alerts()).toMatchObject([
      { kind: 'entry', subject: 'b', count: 14 },
      { kind: 'district', subject: 'county', count: 22, unit: 'office' },
    ])
    expect(await told()).toContain('officer 名-county，近一小时 22 人次，平常几乎没有')
    await readBy('z', 20, monday)
    expect(await tellAt(monday + 50 * minute)).toBe(2)
    expect(await told()).toContain('zoner 名-zone，近一小时 20 人次，平常几乎没有')
  })
})

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
})

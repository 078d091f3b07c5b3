import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
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
    const about = 'ZS-a，近一小时 10 人次，平常几乎没有'
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

  it('is told once by two processes at the midnight between two months, and again once it is no longer on record', async () => {
    const midnight = monday + 15 * hour
    await weeksBefore(4, (begin) => readBy('none', 1, begin + 14 * hour))
    await readBy('none', 1, monday)
    await readBy('a', 10, midnight - 50 * minute)
    await workUpAt(midnight + 1)
    await Promise.all([tellAt(midnight - 1), tellAt(midnight + 1)])
    expect(await alerts()).toHaveLength(1)
    expect(await told()).toHaveLength(3)
    await city.payload.db.deleteMany({ collection: 'alerts', where: {} })
    await tellAt(midnight + 5 * minute)
    expect(await told()).toHaveLength(6)
  })

  it('is told nobody twice where a kill came between the messages and the record', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await readBy('a', 10, monday)
    await tellAt(monday + 50 * minute)
    const before = await told()
    for (const collection of ['alerts', 'counters'] as const)
      await city.payload.db.deleteMany({ collection, where: {} })
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

  it('is told by the floor alone before the hour of the week was there once, and it is said so', async () => {
    await readBy('none', 1, monday - hour)
    await readBy('b', 9, monday)
    expect(await tellAt(monday + 50 * minute)).toBe(0)
    await readBy('a', 40, monday)
    expect(await tellAt(monday + 50 * minute)).toBeGreaterThan(0)
    expect(await told()).toContain('editor ZS-a，近一小时 40 人次，还没有往周可比，已达到提示人数')
    const [alert] = await city.read('alerts', ['subject', 'isUncompared'], 'subject')
    expect(alert).toMatchObject({ subject: 'a', isUncompared: true })
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

describe('a message of an alert', () => {
  it('keeps the title of an entry from the unit it was told to once the entry is filed elsewhere', async () => {
    await weeksBefore(4, () => Promise.resolve())
    await readBy('a', 10, monday)
    await tellAt(monday + 50 * minute)
    const [{ id } = { id: '' }] = await city.read('alerts', ['id'], 'id')
    const person = (unit: string, role: 'approver' | 'centre' | 'agent') => ({
      ...{ id: role, name: role, unit, roles: [role] },
    })
    const said = async (who: ReturnType<typeof person>) =>
      (await city.house.alertsInWords(city.payload, who, [String(id)])).get(String(id))
    const [own, centre] = [person('bureau', 'approver'), person('centre', 'centre')]
    const whole = 'ZS-a《第a条怎样办理？》，近一小时 10 人次，平常几乎没有'
    for (const who of [own, centre]) expect(await said(who)).toBe(whole)
    await city.file('a', { unit: 'zone', unitAbove: null })
    expect(await said(own)).toBe('ZS-a，近一小时 10 人次，平常几乎没有')
    expect(await said(centre)).toBe(whole)
    expect(await said(person('bureau', 'agent'))).not.toContain('第a条')
    await city.file('a', { unit: 'bureau', unitAbove: 'county' })
  })
})

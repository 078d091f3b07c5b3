import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Audience } from '@/access/audience'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Read settings when they are loaded. */
async function load() {
  const [reliability, uses, takeBack, tables, counts, answers, journal, env] = await Promise.all([
    import('@/reading/reliability'),
    import('@/workflow/usage/uses'),
    import('@/workflow/usage/takeBackUse'),
    import('@/tables'),
    import('@/workflow/usage/counts'),
    import('@/workflow/usage/answersGiven'),
    import('@/tables/journal'),
    import('@/env'),
  ])
  const used = { ...uses, ...takeBack, ...counts, ...answers }
  return { ...reliability, ...used, ...tables, ...journal, ...env }
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
}, 120_000)
afterAll(() => city.close())

const now = new Date()
const day = 24 * 60 * 60_000
const ago = (days: number) => new Date(now.getTime() - days * day).toISOString()
const readerOf = (audience: Audience = { sees: 'everything' }) => ({
  ...{ payload: city.payload, audience, now },
})

describe('可信度', () => {
  const looked = { approvedAt: ago(90), confirmedAt: null, reviewBy: null, isUnreliable: null }

  async function used(entry: string, ...days: number[]) {
    for (const one of days)
      await city.payload.db.create({
        collection: 'uses',
        data: {
          ...{ id: randomUUID(), entry, number: entry, revision: 1, reader: 'p', channel: 'desk' },
          at: ago(one),
        },
      })
  }
  async function correction(entry: string, state: string, days: number) {
    const id = randomUUID()
    await city.payload.db.create({
      collection: 'tasks',
      data: {
        ...{ id, number: `RW-${id}`, kind: 'correction', state, unit: 'u', entry, about: '有误' },
        ...{ count: 1, due: '2030-01-01', reassigned: 0, lock: 1, at: ago(days) },
      },
    })
  }
  const told = (entry: string, more: object = {}, audience?: Audience) =>
    house.readReliability(readerOf(audience), { entry, ...looked, ...more })

  it('counts the uses since the text was last approved or re-confirmed', async () => {
    await used('sound', 100, 60, 20, 5)
    const sound = { level: 'recent', openCorrections: 0 }
    expect(await told('sound')).toEqual({ ...sound, uses: 3, since: ago(90) })
    const confirmedAt = ago(30)
    expect(await told('sound', { confirmedAt })).toEqual({ ...sound, uses: 2, since: confirmedAt })
  })

  it('is in question while a correction is open, whatever else is said', async () => {
    await used('doubted', 20)
    await correction('doubted', 'taken', 2)
    await correction('doubted', 'open', 1)
    expect(await told('doubted', { reviewBy: ago(60) })).toMatchObject({
      ...{ level: 'questioned', openCorrections: 2, uses: 0 },
    })
  })

  it('begins anew with a correction that was right, and not with one that was refused', async () => {
    await used('mended', 20, 3)
    await correction('mended', 'closed', 10)
    expect(await told('mended')).toEqual({
      ...{ level: 'recent', openCorrections: 0, uses: 1, since: ago(10) },
    })
    await used('sure', 20, 3)
    await correction('sure', 'refused', 10)
    expect(await told('sure')).toMatchObject({ level: 'recent', uses: 2, since: ago(90) })
  })

  it('is lost by three corrections that were right, by a review that is overdue, and with time', async () => {
    expect(await told('any', { isUnreliable: true })).toMatchObject({ level: 'unreliable' })
    expect(await told('any', { reviewBy: ago(60) })).toMatchObject({ level: 'overdue' })
    expect(await told('any', { approvedAt: ago(200) })).toMatchObject({ level: 'earlier' })
    const again = { approvedAt: ago(200), confirmedAt: ago(20) }
    expect(await told('any', again)).toMatchObject({ level: 'recent' })
  })

  it('is told of entries in a list where it is doubtful', async () => {
    const title = '怎样办?'
    await city.publish('doubted', { title })
    await city.publish('sound', { title })
    await city.publish('late', { title, reviewBy: ago(60) })
    await city.publish('often', { title, isUnreliable: true })
    const list = ['sound', 'doubted', 'late', 'often'].map((id) => ({ id }))
    const doubts = (await house.withDoubts(readerOf(), list)).map(({ doubt }) => doubt)
    expect(doubts).toEqual([undefined, 'questioned', 'overdue', 'unreliable'])
    expect(await house.withDoubts(readerOf({ sees: 'public' }), list)).toEqual(list)
  })

  it('is nothing citizens are told', async () => {
    expect(await told('doubted', {}, { sees: 'public' })).toBeNull()
  })
})

describe('用上了 that was told by mistake', () => {
  const answerer = { reader: 'p1', readerName: '周雨禾', unit: 'u', channel: 'desk' as const }
  const entry = { entry: 'told', number: 'ZS000900', title: '怎样办?', revision: 1 }
  const today = () => new Date(Date.now() + 8 * 60 * 60_000).toISOString().slice(0, 10)
  const where = { entry: { equals: entry.entry } }
  const columns = ['uses', 'weight', 'number']
  const countsOf = () =>
    house.readRows(city.payload, { collection: 'dayCounts', columns, where, limit: 0 })
  const onRecord = () => house.countRows(city.payload, { collection: 'uses', where })
  const tell = () => house.recordUse(city.payload, { ...entry, ...answerer, search })
  const search = randomUUID()

  it('is on record and counted no more once it is taken back, also where nothing else was', async () => {
    // As a search that this process answered.
    house.rememberAnswer(search)
    const use = await tell()
    await house.flushUses(city.payload)
    await house.countDay(city.payload, today(), [entry.entry])
    expect(await countsOf()).toMatchObject([{ uses: 1, weight: 10 }])
    const given = { id: use.id, number: entry.number, reader: answerer.reader }
    expect(await house.takeBackUse(city.payload, given)).toEqual({ id: use.id, number: 'ZS000900' })
    expect(await onRecord()).toBe(0)
    expect(await countsOf()).toEqual([{ uses: 0, weight: 0, number: 'ZS000900' }])
  })

  it('is counted no more after the next start where the power went before it was counted', async () => {
    house.rememberAnswer(search)
    const { id } = await tell()
    await house.flushUses(city.payload)
    await house.countDay(city.payload, today(), [entry.entry])
    const { db } = city.payload
    const begin = db.beginTransaction.bind(db)
    let times = 0
    const cut = jest.spyOn(db, 'beginTransaction').mockImplementation(async (...given) => {
      times += 1
      if (times > 1) throw new Error('The power went.')
      return begin(...given)
    })
    const given = { id, number: entry.number, reader: answerer.reader }
    await expect(house.takeBackUse(city.payload, given)).rejects.toThrow()
    cut.mockRestore()
    expect(await onRecord()).toBe(0)
    expect(await countsOf()).toMatchObject([{ uses: 1 }])
    const left = house.openJournal<{ id: string }>(() =>
      join(house.env.dataDir, 'waiting/takenBack'),
    )
    expect(left.left()).toMatchObject([{ id }])
    await house.recoverTakenBack(city.payload)
    expect(await countsOf()).toMatchObject([{ uses: 0, weight: 0 }])
  })

  it('is on record when it is told again of the same search', async () => {
    await tell()
    await house.flushUses(city.payload)
    expect(await onRecord()).toBe(1)
    // Told twice it is one.
    await tell()
    await house.flushUses(city.payload)
    expect(await onRecord()).toBe(1)
  })

  it('that was told after one was taken back stays when what a killed process had begun is done again', async () => {
    const { id } = await tell()
    await house.flushUses(city.payload)
    const folder = () => join(house.env.dataDir, 'waiting/takenBack')
    const before = { ...entry, id, reader: answerer.reader, search, at: ago(1) }
    house.openJournal<typeof before>(folder).append(before)
    await house.recoverTakenBack(city.payload)
    expect(await onRecord()).toBe(1)
  })

  it('is taken back by nobody else, and not after a minute', async () => {
    const { id } = await tell()
    const given = { id, number: entry.number, reader: answerer.reader }
    const attempt = (more: object) => house.takeBackUse(city.payload, { ...given, ...more })
    await expect(attempt({ reader: 'p2' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(attempt({ number: 'ZS000901' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(attempt({ id: 'none' })).rejects.toMatchObject({ code: 'notFound' })
    const later = new Date(Date.now() + 61_000)
    await expect(attempt({ now: later })).rejects.toMatchObject({ code: 'wrongState' })
    expect(await onRecord()).toBe(1)
    await attempt({})
    expect(await onRecord()).toBe(0)
  })
})

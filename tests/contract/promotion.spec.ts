import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'
import { searchRow } from './usageRows'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/promoting/looks')),
  ...(await import('@/workflow/promoting/told')),
  ...(await import('@/tables/keptFor')),
  ...(await import('@/workflow/promoting/readsToReview')),
  ...(await import('@/workflow/promoting/remindReads')),
  ...(await import('@/workflow/promoting/reviews')),
  ...(await import('@/workflow/calendar/workingDays')),
  ...(await import('@/workflow/inTransaction')),
  ...(await import('@/tables')),
  ...(await import('@/workflow/promoting/reviewsDone')),
})

/** A year of which no notice is known, and which begins on a Monday: its first period ends on the 7th of January. */
const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00+08:00`)
const second = at('2029-01-08')

type Rows = Parameters<(typeof house)['putRows']>[0]['rows']
type Slug = Parameters<(typeof house)['putRows']>[0]['collection']

async function put(collection: Slug, rows: Rows) {
  const req = await createLocalReq({}, city.payload)
  await house.inTransaction(req, () => house.putRows({ req, collection, rows }))
}

async function entry(id: string, more: object = {}) {
  const place = { unit: 'a', unitAbove: null, categoryKey: 'services' }
  await city.payload.db.create({
    collection: 'register',
    data: {
      ...{ id, number: `ZS-${id}`, title: `第${id}条`, library: 'knowledge', ...place },
      ...{ state: 'approved', revision: 1, liveRevision: 1, lock: 1, ...more },
    },
  })
}

const read = (id: string, day: string, reads: number) => ({
  ...{ id: `${day}:${id}`, day, entry: id, number: `ZS-${id}`, reads, readers: reads },
  ...{ uses: 0, promoted: 0, counted: reads, weight: reads, heat: 0 },
})

async function unit(id: string, more: object = {}) {
  const createdAt = at('2028-12-01').toISOString()
  await city.payload.db.create({
    collection: 'nodes',
    data: { id, name: id, kind: 'department', unit: id, createdAt, updatedAt: createdAt, ...more },
  })
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  for (const id of ['a', 'b', 'c']) {
    await unit(id)
    await city.payload.db.create({
      collection: 'users',
      data: {
        ...{ id: `editor-${id}`, username: `editor-${id}`, name: '某人', unit: id },
        ...{ roles: ['editor'], isActive: true, email: `${id}@example.cn` },
      },
    })
  }
  for (const id of ['1', '2', '3']) await entry(id)
  await entry('hot', { categoryKey: 'hotspots' })
  await entry('gone', { trashedAt: at('2029-01-02').toISOString() })
  await entry('down', { liveRevision: null })
  await entry('case', { library: 'cases', categoryKey: null })
  await entry('plan', { library: 'plans', categoryKey: null })
  await entry('theirs', { unit: 'b', unitAbove: 'a' })
  await put('dayCounts', [
    ...[read('1', '2029-01-01', 5), read('1', '2029-01-07', 5), read('2', '2029-01-03', 20)],
    ...['hot', 'gone', 'down', 'case', 'theirs'].map((id) => read(id, '2029-01-02', 50)),
    ...[read('plan', '2029-01-02', 3), read('3', '2028-12-29', 99), read('3', '2029-01-08', 99)],
  ])
}, 120_000)
afterAll(() => city.close())

const idsFor = async (unit: string, now = second) =>
  (await house.readsToReview(city.payload, unit, now)).entries.map(({ id }) => id)

describe('what a unit is to look at', () => {
  it('is its own of the period before, what was read most first: no hotspot, nothing offline, no case', async () => {
    expect(await idsFor('a')).toEqual(['2', '1', 'plan'])
    expect(await idsFor('b')).toEqual(['theirs'])
    expect(await idsFor('c')).toEqual([])
  })

  it('stays in its place once it is answered, and is not proposed again as long as its draft is kept', async () => {
    await entry('draft')
    const said = { unit: 'a', kind: 'entry', subject: '2', outcome: 'drafted' } as const
    await put('readReviews', [{ ...said, id: 'r', entry: 'draft', at: second.toISOString() }])
    const { entries } = await house.readsToReview(city.payload, 'a', second)
    expect(entries.map(({ id, answer }) => [id, answer?.outcome ?? null])).toEqual([
      ...[['2', 'drafted']],
      ...[
        ['1', null],
        ['plan', null],
      ],
    ])
    const third = at('2029-01-15')
    await put('dayCounts', [read('2', '2029-01-09', 7)])
    expect(await idsFor('a', third)).toEqual(['3'])
    const trashed = { trashedAt: third.toISOString() }
    const where = { id: { equals: 'draft' } }
    await city.payload.db.updateOne({ collection: 'register', where, data: trashed })
    expect(await idsFor('a', third)).toEqual(['3', '2'])
  })

  it('is nothing out of its validity', async () => {
    const until = (day: string) => ({
      ...{ unit: 'a', title: '第1条', validUntil: at(day).toISOString() },
    })
    const { id } = await city.publish('1', until('2029-01-07'))
    expect(await idsFor('a')).toEqual(['2', 'plan'])
    await city.alter(id, until('2029-01-08'))
    expect(await idsFor('a')).toEqual(['2', '1', 'plan'])
  })

  it('are queries too that three readers asked in vain, to each unit, and none with a listed word', async () => {
    const asked = (form: string, n: number) => ({
      ...searchRow({
        id: randomUUID(),
        at: at('2029-01-04').getTime(),
        form,
        who: { session: `s${n}` },
      }),
      outcome: 'inVain',
    })
    await put('searches', [
      ...[1, 2, 3].flatMap((n) => [asked('养狗证', n), asked('精神病人', n)]),
      ...[1, 2].map((n) => asked('少有人问', n)),
    ])
    const data = { listedWords: [{ word: '精神病' }] }
    await city.payload.updateGlobal({ slug: 'settings', data, overrideAccess: true })
    house.forgetKept('queriesToReview')
    for (const one of ['a', 'c']) {
      const { queries } = await house.readsToReview(city.payload, one, second)
      expect(queries).toEqual([{ query: '养狗证', askers: 3, answer: null }])
    }
  })
})

describe('the reminder', () => {
  const told = async () => {
    const rows = await house.readRows(city.payload, {
      ...{ collection: 'messages', columns: ['person', 'page'], limit: 0 },
    })
    return rows.map(({ person }) => person).sort()
  }

  it('is told each editor once in a period, not on a day off; where nothing is read that is noted', async () => {
    expect(await house.remindReads(city.payload, at('2029-01-07'))).toBe(0)
    await city.payload.db.deleteMany({ collection: 'searches', where: {} })
    house.forgetKept('queriesToReview')
    expect(await house.remindReads(city.payload, at('2029-01-09'))).toBe(2)
    expect(await house.remindReads(city.payload, at('2029-01-10'))).toBe(0)
    expect(await told()).toEqual(['editor-a', 'editor-b'])
    expect(await house.waitingReads(city.payload, 'a', at('2029-01-10'))).toMatchObject({
      ...{ first: '2029-01-01', until: '2029-01-07' },
    })
    // Nothing of it was read.
    expect(await house.waitingReads(city.payload, 'c', at('2029-01-10'))).toBeNull()
    expect(await house.waitingReads(city.payload, 'a', second)).not.toBeNull()
  })

  it('is of no unit’s failure, and reads what all asked once', async () => {
    const { db } = city.payload as unknown as { db: Record<string, (asked: Asked) => unknown> }
    type Asked = { collection: string; where?: object }
    const { countGroups, readRows } = db as Record<
      'countGroups' | 'readRows',
      (_: Asked) => unknown
    >
    let readings = 0
    db.countGroups = (asked) => {
      if (asked.collection === 'searches') readings += 1
      return countGroups(asked)
    }
    db.readRows = (asked) => {
      const of = JSON.stringify(asked.where) ?? ''
      // Not what is asked of both at once, where nothing is kept of it any more.
      const isOfA = asked.collection === 'nodes' && of.includes('"a"') && !of.includes('"b"')
      return isOfA ? Promise.reject(new Error('A is out of order.')) : readRows(asked)
    }
    const count = () => house.remindReads(city.payload, at('2029-01-15', '08:00'))
    await put('dayCounts', [read('theirs', '2029-01-09', 4)])
    expect(await count()).toBe(1)
    Object.assign(db, { countGroups, readRows })
    // Each day of the period before, and not again for each unit.
    expect(readings).toBe(7)
    // What failed is done at the next turn.
    expect(await count()).toBe(1)
  })

  it('of a period that is over waits for nobody', async () => {
    const rows = await house.readRows(city.payload, {
      ...{ collection: 'messages', columns: ['unit', 'at', 'settledAt'], sort: 'at', limit: 0 },
    })
    const told = rows.map(({ unit, at, settledAt }) => [
      ...[unit, String(at).slice(0, 10), settledAt !== null],
    ])
    expect(told.sort()).toEqual([
      ...[
        ['a', '2029-01-09', true],
        ['a', '2029-01-15', false],
      ],
      ...[
        ['b', '2029-01-09', true],
        ['b', '2029-01-15', false],
      ],
    ])
    const periods = await house.lastLooks(city.payload, at('2029-01-15'), 2)
    for (const { period } of periods)
      expect([...(await house.toldIn(city.payload, period))].sort()).toEqual(['a', 'b'])
  })

  it('is kept where somebody looked: of the periods that ended in a span, how many', async () => {
    await unit('late', { createdAt: at('2029-01-20').toISOString() })
    const look = { id: 'look', unit: 'a', kind: 'all', outcome: 'nothing' }
    await put('readReviews', [{ ...look, at: at('2029-01-12').toISOString() }])
    const done = (from: string, to: string) =>
      house.reviewsDone(city.payload, {
        ...{ from, to, calendar: house.calendarOf([]), now: at('2029-01-31') },
        units: ['a', 'b', 'c', 'late'],
      })
    const of = (toLook: number, looked: number) => ({ toLook, looked, noEditor: 0 })
    const all = { a: of(1, 1), b: of(1, 0), c: of(1, 1), late: of(0, 0) }
    expect(Object.fromEntries(await done('2029-01-01', '2029-01-16'))).toEqual(all)
    expect((await done('2029-01-15', '2029-01-16')).get('a')).toEqual(of(0, 0))
  })
})

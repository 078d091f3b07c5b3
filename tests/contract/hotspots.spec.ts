import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'
import { dayAt, first, minute, searchRow } from './usageRows'

let city: Opened
let house: Awaited<ReturnType<typeof load>>
/** Three days from now nothing is kept of what was worked out before. */
let now = new Date()

const hour = 60 * 60 * 1000
const day = 24 * hour

/** Reads settings when it is loaded. */
async function load() {
  const [reading, counts, tables, transaction, follow, kept, shows] = await Promise.all([
    import('@/reading/hotspots'),
    import('@/workflow/usage/counts'),
    import('@/tables'),
    import('@/workflow/inTransaction'),
    import('@/tables/follow'),
    import('@/tables/keptFor'),
    import('@/workflow/usage/shows'),
  ])
  return { ...reading, ...counts, ...tables, ...transaction, ...follow, ...kept, ...shows }
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await entry('a')
  await entry('b', { unit: 'county', unitAbove: 'region' })
  await entry('c', { openToPublic: false })
  await entry('plan', { library: 'plans', openToPublic: false, openToUnits: false })
  await read('a', 4)
  await read('b', 6)
  await read('c', 30)
  await read('plan', 40)
  await house.recount(city.payload)
}, 120_000)

afterAll(() => city.close())

/** Live, and as the register has it. */
async function entry(id: string, more: object = {}) {
  const number = `ZS-${id}`
  const at = new Date(now.getTime() - 60 * day).toISOString()
  await city.publish(id, { number, title: `第${id}条`, summary: '', html: '', from: at, ...more })
  const { unit = 'unit', unitAbove = null } = more as { unit?: string; unitAbove?: string }
  const lock = { lock: 1, revision: 1, state: 'approved', library: 'knowledge' }
  await city.payload.db.create({
    collection: 'register',
    data: { id, number, unit, unitAbove, ...lock },
  })
}

type Rows = Parameters<(typeof house)['putRows']>[0]['rows']

async function put(collection: 'views' | 'uses' | 'searches', rows: Rows) {
  const req = await createLocalReq({}, city.payload)
  await house.inTransaction(req, () => house.putRows({ req, collection, rows }))
}

/** By as many people, so many days ago. */
async function read(id: string, people: number, days = 1) {
  const at = new Date(now.getTime() - days * day).toISOString()
  const told = { entry: id, number: `ZS-${id}`, channel: 'desk', isRepeat: false, at }
  await put(
    'views',
    Array.from({ length: people }, (_, n) => ({ ...told, id: randomUUID(), reader: `p${n}` })),
  )
}

const everything = { sees: 'everything' } as never
const audiences = {
  citizen: { sees: 'public' },
  all: everything,
} as const

async function hot(audience: 'citizen' | 'all', unit?: string) {
  house.forgetKept('hotspots')
  const reader = { payload: city.payload, audience: audiences[audience], now }
  return house.hotspots(reader, { unit })
}

const idsOf = async (...asked: Parameters<typeof hot>) => (await hot(...asked)).map(({ id }) => id)

async function place(id: string, kind: 'pin' | 'hide', more: object = {}) {
  await city.payload.db.create({
    collection: 'hotspotPlacements',
    data: { id: `${kind} ${id}`, entry: id, slot: id, kind, reason: '试', ...more },
  })
  house.noteChangeOf('hotspotPlacements')
}

describe('the hotspots', () => {
  it('are what was read most, to each reader what they may see', async () => {
    expect(await idsOf('all')).toEqual(['plan', 'c', 'b', 'a'])
    expect(await idsOf('citizen')).toEqual(['b', 'a'])
  })

  it('of a unit are those of the unit and below it', async () => {
    expect(await idsOf('all', 'region')).toEqual(['b'])
    expect(await idsOf('all', 'county')).toEqual(['b'])
    expect(await idsOf('all', 'nowhere')).toEqual([])
  })

  it('say how often each was used and by how many it was read, this week and the week before', async () => {
    await read('b', 20, 8)
    const at = new Date(now.getTime() - 2 * day).toISOString()
    const told = { entry: 'b', number: 'ZS-b', channel: 'desk', revision: 1, reader: 'p0', at }
    await put('uses', [{ ...told, id: randomUUID() }])
    await house.recount(city.payload)
    const [b] = await hot('citizen')
    expect(b?.figures).toEqual({ uses: 1, readers: 6, usesBefore: 0, readersBefore: 20 })
  })

  it('begin with what the centre pinned, in its order, and leave out what it hid, for as long as it said', async () => {
    const over = new Date(now.getTime() - day).toISOString()
    await entry('unread')
    await place('unread', 'pin', { order: 2 })
    await place('a', 'pin', { order: 1 })
    await place('c', 'hide')
    await place('plan', 'hide', { until: over })
    expect(await idsOf('all')).toEqual(['a', 'unread', 'plan', 'b'])
    expect((await hot('all')).map(({ isPinned }) => isPinned)).toEqual([true, true, false, false])
  })

  it('show nobody what was pinned and is not theirs to see', async () => {
    await city.payload.db.deleteMany({ collection: 'hotspotPlacements', where: {} })
    await place('plan', 'pin')
    expect(await idsOf('citizen')).toEqual(['b', 'a'])
  })

  it('do not feed themselves: an opening from them is marked, by its answer or by what was shown last', async () => {
    const { noteShown } = await import('@/workflow/usage/searches')
    const { noteView, flushViews } = await import('@/workflow/usage/views')
    const shown = { text: '', filters: {}, page: 1, shown: ['ZS-a'], found: 1, isTrial: false }
    const agent = { reader: 'agent', readerName: '话务员', channel: 'desk' } as const
    const citizen = { session: 'today', channel: 'portal' } as const
    const view = { entry: 'a', number: 'ZS-a', title: '第a条' }
    const hotspots = noteShown(city.payload, { ...shown, ...agent, list: 'hotspots' })
    const list = noteShown(city.payload, { ...shown, ...agent, list: 'entries' })
    noteShown(city.payload, { ...shown, ...citizen, list: 'hotspots' })
    noteView(city.payload, { ...view, ...agent, search: hotspots ?? undefined })
    noteView(city.payload, { ...view, ...agent, reader: 'other', search: list ?? undefined })
    noteView(city.payload, { ...view, ...citizen })
    await flushViews(city.payload)
    const rows = await house.readRows(city.payload, {
      collection: 'views',
      where: { or: [{ reader: { in: ['agent', 'other'] } }, { session: { equals: 'today' } }] },
      limit: 0,
    })
    const marks = Object.fromEntries(rows.map((row) => [row.reader ?? row.session, row.isPromoted]))
    expect(marks).toEqual({ agent: true, other: false, today: true })
  })

  it('are over when nobody reads any more', async () => {
    await city.payload.db.deleteMany({ collection: 'hotspotPlacements', where: {} })
    house.noteChangeOf('hotspotPlacements')
    now = new Date(now.getTime() + 8 * day)
    expect(await idsOf('all')).toEqual([])
  })
})

describe('the week of the first page', () => {
  it('tells what was read of a unit and below it, day by day, and what three or more asked in vain', async () => {
    const at = Date.now() - 2 * 60 * minute
    const asked = (form: string, who: number, outcome: string) => ({
      ...searchRow({ id: randomUUID(), at, form, who: { session: `s${who}` } }),
      outcome,
    })
    const vain = [1, 2, 3].map((who) => asked('养狗', who, who < 3 ? 'inVain' : 'abandoned'))
    // Of two, one of them twice; and what was answered.
    const few = [1, 2, 2].map((who) => asked('张三的电话', who, 'inVain'))
    // What holds a word of the centre's list, however it is written.
    const listed = [1, 2, 3, 4].map((who) => asked('ＶＰＮ怎么用', who, 'inVain'))
    await city.payload.updateGlobal({
      slug: 'settings',
      data: { listedWords: [{ word: 'vpn' }] },
      overrideAccess: true,
    })
    await put('searches', [
      ...listed,
      ...vain,
      ...few,
      ...[1, 2, 3].map((who) => asked('低保', who, 'used')),
    ])
    const { readWeek } = await import('@/statistics/readWeek')
    const {
      read: most,
      days,
      inVain,
    } = await readWeek(city.payload, {
      ...{ unit: 'region', now: new Date(Date.now()) },
    })
    expect(most.map(({ id, readers }) => [id, readers])).toEqual([['b', 6]])
    expect(days).toHaveLength(14)
    expect(days.reduce((sum, { reads }) => sum + reads, 0)).toBe(26)
    expect(inVain).toEqual([{ query: '养狗', askers: 3 }])
  })
})

const shownTo = (numbers: string[], on?: string) =>
  house.readRows(city.payload, {
    ...{ collection: 'dayShows', sort: 'id', limit: 0 },
    where: { and: [{ number: { in: numbers } }, ...(on ? [{ day: { equals: on } }] : [])] },
  })

describe('where an entry stood in the answers of a day', () => {
  it('is counted: its places in hits and lists, and apart from them among the hotspots', async () => {
    const at = first + 60 * minute
    const search = (more: object) => ({ ...searchRow({ id: randomUUID(), at }), ...more })
    await put('searches', [
      search({}),
      search({ page: 2, shown: 'ZS000002' }),
      search({ list: 'entries', shown: 'ZS000003 ZS000001' }),
      search({ reader: 'p1', shown: 'ZS000001' }),
      search({ list: 'hotspots' }),
      // Beside an entry, and where the centre looked how it is found.
      search({ list: 'related' }),
      search({ isTrial: true }),
      { ...search({}), at: new Date(first + day).toISOString() },
    ])
    await house.countShownBehind(city.payload, new Date(first + day - minute))
    const rows = await house.readRows(city.payload, {
      ...{ collection: 'dayShows', sort: 'id', limit: 0 },
    })
    const of = (day: string, number: string, shown: number, examined: number, listed: number) => ({
      ...{ id: `${day}:${number}`, day, number, shown, examined, listed },
    })
    const today = dayAt(first)
    expect(rows).toEqual([
      // Of one who asked several times the best place counts, once.
      of(today, 'ZS000001', 2, 2, 1),
      of(today, 'ZS000002', 1, 0.5, 0.5),
      of(today, 'ZS000003', 1, 1, 0),
    ])
    // The day goes on, and the next one begins.
    const later = new Date(first + day - 1).toISOString()
    await put('searches', [{ ...search({ shown: 'ZS000004', reader: 'p2' }), at: later }])
    await house.countShownBehind(city.payload, new Date(first + day + 5 * minute))
    expect(await shownTo(['ZS000004'])).toEqual([of(today, 'ZS000004', 1, 1, 0)])
    expect(await house.countRows(city.payload, { collection: 'dayShows' })).toBe(6)
    // Counted anew with the rest, it is the same.
    await house.recount(city.payload)
    expect(await shownTo(['ZS000001', 'ZS000002', 'ZS000003'], today)).toEqual(rows)
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq } from 'payload'
import { byHand, whoOf, type Line } from './districtRows'
import { openDatabase, type Opened } from './openDatabase'
import { dayAt, first, minute, searchRow } from './usageRows'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
async function load() {
  const all = await Promise.all([
    import('@/statistics/heat'),
    import('@/tables'),
    import('@/workflow/inTransaction'),
    import('@/workflow/usage/counts'),
    import('@/workflow/usage/searches'),
    import('@/workflow/usage/shows'),
    import('@/workflow/usage/uses'),
    import('@/workflow/usage/views'),
  ])
  const [heat, tables, transaction, counts, searches, shows, uses, views] = all
  return {
    ...{ ...heat, ...tables, ...transaction },
    ...{ ...counts, ...searches, ...shows, ...uses, ...views },
  }
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  // A county with a body of its own and a township, a zone, and a municipal department.
  await node('county', 'region')
  await node('body', 'department', { unitAbove: 'county' })
  await node('township', 'township', { unitAbove: 'county' })
  await node('zone', 'department', { form: 'zone' })
  await node('bureau', 'department', { form: 'municipal' })
}, 120_000)

afterEach(async () => {
  for (const collection of [
    ...(['views', 'uses', 'searches', 'dayCounts', 'dayShows', 'register'] as const),
    ...(['districtCounts', 'districtHeats', 'districtShows'] as const),
  ])
    await city.payload.db.deleteMany({ collection, where: {} })
})

afterAll(() => city.close())

async function node(id: string, kind: string, more: object = {}) {
  const data = { id, name: id, kind, unit: id, level: 1, ...more }
  await city.payload.db.create({ collection: 'nodes', data })
}

type Rows = Parameters<(typeof house)['putRows']>[0]['rows']

async function put(collection: 'views' | 'uses' | 'searches', rows: Rows) {
  const req = await createLocalReq({}, city.payload)
  if (rows.length > 0)
    await house.inTransaction(req, () => house.putRows({ req, collection, rows }))
}

const all = (collection: 'districtCounts' | 'districtHeats' | 'districtShows') =>
  house.readRows(city.payload, { collection, sort: 'id', limit: 0 })

const view = (entry: string) => ({ entry, number: `ZS-${entry}`, title: entry })

describe('the district a matter lies in', () => {
  const shown = (numbers: string[]) => ({
    ...{ text: '低保', page: 1, shown: numbers, found: numbers.length, isTrial: false },
  })
  const agent = { reader: 'agent', readerName: '话务员', unit: 'bureau', channel: 'desk' } as const
  const staff = { reader: 'staff', readerName: '干部', unit: 'township', channel: 'desk' } as const
  const citizen = { session: 'today', channel: 'portal' } as const

  const districtOf = async (collection: 'searches' | 'views' | 'uses') => {
    const rows = await house.readRows(city.payload, { collection, limit: 0 })
    return new Map(rows.map(({ id, reader, district }) => [reader ?? id, district]))
  }

  it('is the one a search was narrowed to, else that of whoever asks', async () => {
    const asked = [
      [agent, { unit: 'county' }, 'county'],
      [agent, { unit: 'body' }, 'county'],
      [agent, { unit: 'zone' }, 'zone'],
      [agent, { unit: 'bureau' }, null],
      [agent, {}, null],
      [staff, {}, 'county'],
      [staff, { unit: 'bureau' }, 'county'],
      [staff, { unit: 'zone' }, 'zone'],
      [citizen, { unit: 'township' }, 'county'],
      [citizen, { unit: 'gone' }, null],
      [citizen, { district: 'zone' }, 'zone'],
    ] as const
    const ids = asked.map(([who, filters]) =>
      house.noteShown(city.payload, { ...shown(['ZS-a']), ...who, filters }),
    )
    await house.flushSearches(city.payload)
    const rows = await house.readRows(city.payload, { collection: 'searches', limit: 0 })
    const known = new Map(rows.map(({ id, district }) => [id, district]))
    expect(ids.map((id) => known.get(id))).toEqual(asked.map(([, , district]) => district))
  })

  it('is for an opening and a use that of the answer they came from, if it was one’s own and showed it', async () => {
    const id = house.noteShown(city.payload, {
      ...{ ...shown(['ZS-a']), ...agent, filters: { unit: 'county' } },
    })
    const search = id ?? undefined
    house.noteShown(city.payload, { ...shown(['ZS-a']), ...citizen, filters: { unit: 'zone' } })
    house.noteView(city.payload, { ...view('a'), ...agent, search })
    house.noteView(city.payload, { ...view('b'), ...agent, reader: 'not shown', search })
    house.noteView(city.payload, { ...view('a'), ...agent, reader: 'another', search })
    house.noteView(city.payload, { ...view('a'), ...staff })
    await house.flushViews(city.payload)
    const opened = await districtOf('views')
    expect(Object.fromEntries(opened)).toEqual({
      ...{ agent: 'county', another: null, staff: 'county' },
      'not shown': null,
    })
    await city.payload.db.deleteMany({ collection: 'views', where: {} })
    // Nothing that readers see is open in the admin, and nothing else waits.
    house.noteView(city.payload, { ...view('draft'), ...staff, channel: 'admin' })
    await house.flushViews(city.payload)
    expect((await districtOf('views')).size).toBe(0)
    house.noteView(city.payload, { ...view('a'), ...citizen })
    await house.flushViews(city.payload)
    expect([...(await districtOf('views')).values()]).toEqual(['zone'])
    const use = { ...view('a'), revision: 1 }
    await house.recordUse(city.payload, { ...use, ...agent, search })
    await house.recordUse(city.payload, { ...use, ...agent, reader: 'another', search })
    await house.recordUse(city.payload, { ...use, ...staff })
    await house.flushUses(city.payload)
    expect(Object.fromEntries(await districtOf('uses'))).toEqual({
      ...{ agent: 'county', another: null, staff: 'county' },
    })
  })
})

const lines = fc.array(
  fc.record<Line>({
    hours: fc.integer({ min: 0, max: 4 * 24 - 1 }),
    entry: fc.integer({ min: 1, max: 3 }),
    who: fc.integer({ min: 0, max: 6 }),
    use: fc.boolean(),
    district: fc.constantFrom('county', 'zone', null),
  }),
  { maxLength: 40 },
)

async function write(some: readonly Line[]) {
  const rows = some.map(({ hours, entry, who, use, district }) => ({
    ...{ id: randomUUID(), ...view(`e${entry}`), channel: 'desk', district },
    ...(use ? { reader: `p${who}`, revision: 1 } : { ...whoOf(who), isRepeat: false }),
    at: new Date(first + hours * 60 * minute).toISOString(),
    use,
  }))
  await put(
    'views',
    rows.filter(({ use }) => !use),
  )
  await put(
    'uses',
    rows.filter(({ use }) => use),
  )
}

const countedNow = async () =>
  (await all('districtCounts')).map(({ id, readers, counted, weight }) => ({
    ...{ id, readers, counted, weight },
  }))

const heatsNow = async () =>
  new Map((await all('districtHeats')).map(({ id, heat }) => [String(id), Number(heat)]))

/** Σ weight · 2^(−age / 7), by hand. */
function heatsByHand(some: readonly Line[]) {
  const heats = new Map<string, number>()
  for (const { id, weight } of byHand(some)) {
    const [on = '', district, entry] = id.split(':')
    const key = `${district}:${entry}`
    heats.set(key, (heats.get(key) ?? 0) + house.heatOf(weight, on))
  }
  return heats
}

describe('what is counted of a district', () => {
  it('is what one counts by hand from the record, with one number for each entry that somebody read there', async () => {
    await fc.assert(
      fc
        .asyncProperty(lines, async (given) => {
          await write(given)
          await house.recount(city.payload)
          expect(await countedNow()).toEqual(byHand(given))
          const heats = await heatsNow()
          const expected = heatsByHand(given)
          expect([...heats.keys()].sort()).toEqual([...expected.keys()].sort())
          for (const [id, heat] of heats) expect(heat / expected.get(id)!).toBeCloseTo(1, 9)
        })
        .afterEach(async () => {
          for (const collection of [
            ...(['views', 'uses', 'dayCounts', 'districtCounts', 'districtHeats'] as const),
          ])
            await city.payload.db.deleteMany({ collection, where: {} })
        }),
      { numRuns: 15 },
    )
  }, 120_000)

  it('is the same counted entry by entry as it happens, and counted anew', async () => {
    const given: Line[] = [0, 30, 55].flatMap((hours) =>
      [0, 3, 4].map((who) => ({ hours, entry: 1, who, use: who === 0, district: 'county' })),
    )
    for (const line of given) {
      await write([line])
      await house.countDay(city.payload, dayAt(first + line.hours * 60 * minute), ['e1'])
    }
    const [counts, heats] = [await countedNow(), await heatsNow()]
    expect(counts).toEqual(byHand(given))
    await house.recount(city.payload)
    expect(await countedNow()).toEqual(counts)
    for (const [id, heat] of await heatsNow()) expect(heat / heats.get(id)!).toBeCloseTo(1, 9)
  })

  it('tells in one row a day where entries stood in answers about it', async () => {
    const at = Date.now()
    const asked = (more: object) => ({ ...searchRow({ id: randomUUID(), at }), ...more })
    await put('searches', [
      asked({ district: 'county', reader: 'p1' }),
      asked({ district: 'county', reader: 'p2', shown: 'ZS000002' }),
      asked({ district: 'county', reader: 'p2', list: 'hotspots', shown: 'ZS000001' }),
      asked({ district: 'zone', reader: 'p1', shown: 'ZS000003' }),
      asked({ reader: 'p3' }),
    ])
    await house.countShownBehind(city.payload)
    const today = dayAt(at)
    const shows = (district: string, shows: object) => ({
      ...{ id: `${today}:${district}`, day: today, district, shows },
    })
    const expected = [
      shows('county', { ZS000001: [1, 1, 1], ZS000002: [2, 1.5, 0] }),
      shows('zone', { ZS000003: [1, 1, 0] }),
    ]
    expect(await all('districtShows')).toEqual(expected)
    await house.recount(city.payload)
    expect(await all('districtShows')).toEqual(expected)
  })
})

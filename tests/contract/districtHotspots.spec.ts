import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'
import { day, searchRow } from './usageRows'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
async function load() {
  const [reading, tables, kept, transaction, counts] = await Promise.all([
    import('@/reading/hotspots'),
    import('@/tables'),
    import('@/tables/keptFor'),
    import('@/workflow/inTransaction'),
    import('@/workflow/usage/counts'),
  ])
  return { ...reading, ...tables, ...kept, ...transaction, ...counts }
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
}, 120_000)

afterEach(async () => {
  for (const collection of [
    ...(['views', 'searches', 'dayCounts', 'dayShows', 'register', 'publications'] as const),
    ...(['districtCounts', 'districtHeats', 'districtShows'] as const),
  ])
    await city.payload.db.deleteMany({ collection, where: {} })
})

afterAll(() => city.close())

type Rows = Parameters<(typeof house)['putRows']>[0]['rows']

async function put(collection: 'views' | 'searches', rows: Rows) {
  const req = await createLocalReq({}, city.payload)
  await house.inTransaction(req, () => house.putRows({ req, collection, rows }))
}

describe('the hotspots of a district', () => {
  const now = new Date()
  const yesterday = new Date(now.getTime() - day).toISOString()

  async function entry(id: string, more: object = {}) {
    const from = new Date(now.getTime() - 60 * day).toISOString()
    await city.publish(id, { number: `ZS-${id}`, title: id, summary: '', html: '', from, ...more })
    const { unit = 'bureau', unitAbove = null } = more as { unit?: string; unitAbove?: string }
    await city.payload.db.create({
      collection: 'register',
      data: {
        ...{ id, number: `ZS-${id}`, unit, unitAbove, lock: 1, revision: 1 },
        ...{ state: 'approved', library: 'knowledge' },
      },
    })
  }

  const read = (id: string, district: string | null, people: number, more: object = {}) =>
    put(
      'views',
      Array.from({ length: people }, (_, n) => ({
        ...{ id: randomUUID(), entry: id, number: `ZS-${id}`, channel: 'desk' },
        ...{ isRepeat: false, at: yesterday },
        ...{ reader: `p${n}`, district, ...more },
      })),
    )

  async function hot(asked: { unit?: string; district?: string }, sees = 'everything') {
    for (const name of ['hotspots', 'districtShows']) house.forgetKept(name)
    const reader = { payload: city.payload, audience: { sees } as never, now }
    return (await house.hotspots(reader, asked)).map(({ id }) => id)
  }

  it('are what was read for its matters, of whatever unit, to each reader what they may see', async () => {
    await entry('a', { unit: 'bureau' })
    await entry('b', { unit: 'body', unitAbove: 'county' })
    await entry('c', { openToPublic: false })
    await read('a', 'county', 6)
    await read('a', null, 20)
    await read('b', 'zone', 9)
    await read('b', 'county', 4)
    await read('c', 'county', 5)
    await house.recount(city.payload)
    expect(await hot({ district: 'county' })).toEqual(['a', 'c', 'b'])
    expect(await hot({ district: 'county' }, 'public')).toEqual(['a', 'b'])
    expect(await hot({ district: 'zone' })).toEqual(['b'])
    expect(await hot({ district: 'bureau' })).toEqual([])
    // Where it is filed is another question, and may be asked beside.
    expect(await hot({ unit: 'county' })).toEqual(['b'])
    expect(await hot({ unit: 'county', district: 'county' })).toEqual(['b'])
  })

  it('are nobody’s alone: of one address three count a day, and two readers make none', async () => {
    await entry('a')
    await entry('b')
    await entry('c')
    const crowd = { reader: null, place: 'hall' }
    for (let n = 0; n < 50; n += 1) await read('a', 'zone', 1, { ...crowd, session: `s${n}` })
    await read('b', 'zone', 4)
    await read('c', 'zone', 2)
    await house.recount(city.payload)
    expect(await hot({ district: 'zone' })).toEqual(['b', 'a'])
  })

  it('are corrected for where answers about this district showed them, as those of all are', async () => {
    await entry('first')
    await entry('tenth')
    await read('first', 'county', 10)
    await read('tenth', 'county', 9)
    const asked = Array.from({ length: 60 }, (_, n) => ({
      ...searchRow({ id: randomUUID(), at: Date.parse(yesterday) }),
      ...{ reader: `p${n}`, district: 'county' },
      shown: ['ZS-first', ...Array.from({ length: 8 }, (_, n) => `ZS-${n}`), 'ZS-tenth'].join(' '),
    }))
    await put('searches', asked)
    await house.recount(city.payload)
    expect(await hot({ district: 'county' })).toEqual(['tenth', 'first'])
    await city.payload.db.deleteMany({ collection: 'districtShows', where: {} })
    expect(await hot({ district: 'county' })).toEqual(['first', 'tenth'])
  })
})

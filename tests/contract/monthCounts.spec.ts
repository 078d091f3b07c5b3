import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq, type CollectionSlug } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let read: Awaited<ReturnType<typeof load>>

async function load() {
  const [sums, cities, trend, counts, kept, tables, transaction] = await Promise.all([
    import('@/statistics/monthCounts'),
    import('@/statistics/readCity'),
    import('@/statistics/readTrend'),
    import('@/workflow/usage/counts'),
    import('@/tables/keptFor'),
    import('@/tables'),
    import('@/workflow/inTransaction'),
  ])
  return { ...sums, ...cities, ...trend, ...counts, ...kept, ...tables, ...transaction }
}

beforeAll(async () => {
  city = await openDatabase()
  read = await load()
}, 120_000)
afterAll(() => city.close())

const forget = () => {
  for (const name of ['statistics', 'readings', 'filing', 'trend']) read.forgetKept(name)
}
const empty = async () => {
  for (const collection of ['dayCounts', 'monthCounts', 'register', 'views'] as const)
    await city.payload.db.deleteMany({ collection, where: {} })
  forget()
}
afterEach(empty)

async function put(collection: CollectionSlug, rows: readonly Record<string, unknown>[]) {
  const req = await createLocalReq({}, city.payload)
  if (rows.length > 0)
    await read.inTransaction(req, () => read.putRows({ req, collection, rows: [...rows] }))
}

/** Three months, of which the last has only begun. */
const days = ['2026-08-01', '2026-08-31', '2026-09-01', '2026-09-15', '2026-09-30', '2026-10-01']
const now = new Date('2026-10-02T12:00:00+08:00')
const packed = async () => {
  const rows = await read.readRows(city.payload, { collection: 'monthCounts', limit: 0 })
  return rows.map(({ id }) => id).sort()
}

const filed = (n: number) => ({
  ...{ id: `e${n}`, number: `ZS00000${n}`, library: 'knowledge', unit: `u${n % 2}` },
  ...{ state: 'approved', revision: 1, lock: 1 },
})

const counts = fc.uniqueArray(
  fc.record({
    day: fc.constantFrom(...days),
    entry: fc.integer({ min: 0, max: 3 }).map((n) => `e${n}`),
    ...{ reads: fc.nat(9), readers: fc.nat(9), uses: fc.nat(9), unhelpful: fc.nat(9) },
    // Of before it was asked nothing is known.
    helpful: fc.option(fc.nat(9)),
  }),
  { selector: ({ day, entry }) => `${day}:${entry}`, maxLength: 12 },
)

async function told(from: string, to: string) {
  forget()
  const span = { from, to }
  return {
    figures: await read.readCity(city.payload, span, now),
    trend: await read.readTrend(city.payload, { span, by: 'week' }),
    ofUnit: await read.readTrend(city.payload, { span, by: 'week', unit: 'u1' }),
  }
}

describe('a month in one row', () => {
  it('tells what its days tell, of whole months and of parts of them', async () => {
    const spans: [from: string, to: string][] = [
      ['2026-08-01', '2026-10-31'],
      ['2026-08-31', '2026-09-30'],
      ['2026-09-01', '2026-09-29'],
    ]
    await fc.assert(
      fc
        .asyncProperty(counts, async (given) => {
          // The last is of an entry that is gone.
          await put('register', [0, 1, 2].map(filed))
          await put(
            'dayCounts',
            given.map((row) => ({ ...row, id: `${row.day}:${row.entry}` })),
          )
          const byDay = []
          for (const span of spans) byDay.push(await told(...span))
          await read.packMonths(city.payload, { now })
          for (const [at, span] of spans.entries()) expect(await told(...span)).toEqual(byDay[at])
        })
        .afterEach(empty),
      { numRuns: 15 },
    )
  }, 120_000)

  it('is made once the month is over, and the days are counted of each', async () => {
    await put(
      'dayCounts',
      ['2026-07-31', '2026-09-30', '2026-10-01'].map((day) => ({
        ...{ id: `${day}:e0`, day, entry: 'e0', reads: 1, readers: 1, uses: 0 },
      })),
    )
    await read.packMonths(city.payload, { now: new Date('2026-10-01T01:59:00+08:00') })
    expect(await packed()).toEqual(['2026-07', '2026-08'])
    await read.packMonths(city.payload, { now: new Date('2026-10-01T02:00:00+08:00') })
    expect(await packed()).toEqual(['2026-07', '2026-08', '2026-09'])
  })

  it('goes when a day of it is counted anew, and comes back with what was counted', async () => {
    const opened = (id: string, at: string) => ({
      ...{ id, entry: 'e0', number: 'ZS000000', title: '甲', reader: id, channel: 'desk' },
      ...{ isRepeat: false, at },
    })
    await put('register', [filed(0)])
    await put('views', [opened('a', '2026-08-05T02:00:00.000Z')])
    await read.countDay(city.payload, '2026-08-05', ['e0'])
    await read.packMonths(city.payload, { now })
    // Both were there, and only one had been counted.
    await put('views', [opened('b', '2026-08-05T03:00:00.000Z')])
    await read.countDay(city.payload, '2026-08-05', ['e0'])
    expect(await packed()).toEqual(['2026-09'])
    const reads = async () => {
      const { figures } = await told('2026-08-01', '2026-08-31')
      return figures.get('u0')?.reads
    }
    expect(await reads()).toBe(2)
    await read.packMonths(city.payload, { now })
    expect(await packed()).toEqual(['2026-08', '2026-09'])
    expect(await reads()).toBe(2)
  })
})

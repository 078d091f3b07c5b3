import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'
import { day, dayAt, first, minute } from './usageRows'

let city: Opened
let read: Awaited<ReturnType<typeof load>>

async function load() {
  const [live, tables, transaction] = await Promise.all([
    import('@/statistics/readLive'),
    import('@/tables'),
    import('@/workflow/inTransaction'),
  ])
  return { ...live, ...tables, ...transaction }
}

beforeAll(async () => {
  city = await openDatabase()
  read = await load()
}, 120_000)
afterAll(() => city.close())

const span = { from: dayAt(first), to: dayAt(first + 9 * day) }
const iso = (at: number) => new Date(at).toISOString()

describe('what stands at the end of a span', () => {
  it('is overdue row by row as it is by the question, by the day of review approved with it', async () => {
    const end = first + 10 * day
    const moment = fc.integer({ min: -30, max: 30 }).map((hours) => iso(end + hours * 60 * minute))
    const long = fc.constantFrom(-9, -8, -7, -6, -1, 0, 1)
    const online = fc.record({
      from: fc.oneof(moment, fc.constant(iso(first))),
      until: fc.option(moment),
      validUntil: fc.option(long.map((days) => iso(end + days * day - 1))),
      reviewBy: fc.option(long.map((days) => iso(end + days * day))),
    })
    const now = new Date(end + 40 * day)
    await fc.assert(
      fc
        .asyncProperty(fc.array(online, { maxLength: 4 }), async (all) => {
          const rows = all.map((one, n) => ({
            ...{ id: `p${n}`, slot: `p${n}`, entry: `e${n}`, number: `ZS00000${n}` },
            ...{ library: 'knowledge', revision: 1, title: '题', unit: 'u0', unitName: '局' },
            ...{ openedBy: 'd', approvedAt: iso(first), changeSeq: n, ...one },
          }))
          const req = await createLocalReq({}, city.payload)
          const collection = 'publications'
          if (rows.length > 0)
            await read.inTransaction(req, () => read.putRows({ req, collection, rows }))
          const live = await read.readLive(city.payload, span, now)
          const dayIn = (at: string) => dayAt(Date.parse(at))
          for (const one of live) {
            const { validUntil, reviewBy } = all[Number(one.entry.slice(1))]!
            expect(one.isUnreviewed).toBe(reviewBy !== null && dayIn(reviewBy) < span.to)
            expect(one.isExpired).toBe(validUntil !== null && dayIn(validUntil) < span.to)
          }
          const keys = { live: 'entry', expired: 'isExpired', unreviewed: 'isUnreviewed' } as const
          for (const [figure, key] of Object.entries({ ...keys, late: 'isLate' as const })) {
            const where = read.standingQuery(figure as keyof typeof keys | 'late', span, now)
            const found = await read.readRows(city.payload, {
              ...{ collection: 'publications', columns: ['entry'], where, limit: 0 },
            })
            const expected = live.filter((one) => Boolean(one[key])).map(({ entry }) => entry)
            expect(found.map(({ entry }) => entry).sort()).toEqual(expected.sort())
          }
        })
        .afterEach(() => city.payload.db.deleteMany({ collection: 'publications', where: {} })),
      { numRuns: 40 },
    )
  }, 120_000)
})

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq, type CollectionSlug } from 'payload'
import { openDatabase, type Opened } from './openDatabase'
import { day, dayAt, first, minute, searchRow, whoOf } from './usageRows'

let city: Opened
let read: Awaited<ReturnType<typeof load>>

async function load() {
  const [cities, asked, counts, kept, tables, transaction, trend, people] = await Promise.all([
    import('@/statistics/readCity'),
    import('@/statistics/readAsked'),
    import('@/workflow/usage/searchCounts'),
    import('@/tables/keptFor'),
    import('@/tables'),
    import('@/workflow/inTransaction'),
    import('@/statistics/readTrend'),
    import('@/statistics/readPeople'),
  ])
  return {
    ...cities,
    ...asked,
    ...counts,
    ...kept,
    ...tables,
    ...transaction,
    ...trend,
    ...people,
  }
}

const written: readonly CollectionSlug[] = [
  ...(['decisions', 'publications', 'dayCounts', 'register', 'gradings'] as const),
  ...(['searches', 'daySearches', 'dayQueries'] as const),
]

beforeAll(async () => {
  city = await openDatabase()
  read = await load()
}, 120_000)

const empty = async () => {
  for (const collection of written) await city.payload.db.deleteMany({ collection, where: {} })
  for (const name of [
    'statistics',
    'readings',
    'filing',
    'steps',
    'trend',
    'doings',
    'asked',
    'askedOften',
  ])
    read.forgetKept(name)
}
afterEach(empty)
afterAll(() => city.close())

async function put(collection: CollectionSlug, rows: readonly Record<string, unknown>[]) {
  const req = await createLocalReq({}, city.payload)
  if (rows.length > 0)
    await read.inTransaction(req, () => read.putRows({ req, collection, rows: [...rows] }))
}

const span = { from: dayAt(first), to: dayAt(first + 9 * day) }
const iso = (at: number) => new Date(at).toISOString()
const units = ['u0', 'u1']

const filed = (n: number) => ({
  ...{ id: `e${n}`, number: `ZS00000${n}`, library: 'knowledge', unit: units[n % 2] },
  ...{ state: 'approved', revision: 1, lock: 1, categoryKey: 'services' },
})

type Step = { entry: number; step: string; hours: number }

/** In the order they happen, some before the span, some after it. */
const steps = fc
  .array(
    fc.record<Step>({
      entry: fc.integer({ min: 0, max: 3 }),
      step: fc.constantFrom('submit', 'approve', 'return', 'withdraw', 'delete', 'saveDirectly'),
      hours: fc.integer({ min: -48, max: 10 * 24 + 24 }),
    }),
    { maxLength: 25 },
  )
  .map((all) => all.toSorted((one, other) => one.hours - other.hours))

const momentOf = ({ hours }: Step, n: number) => first + hours * 60 * minute + n

/** Gone through one by one. */
function byHand(all: readonly Step[]) {
  const of = () => ({
    ...{ added: 0, changed: 0, withdrawn: 0, deleted: 0, submitted: 0, approved: 0, returned: 0 },
    waits: [] as number[],
  })
  const counts = new Map(units.map((unit) => [unit, of()]))
  const online = new Set<number>()
  const submitted = new Map<number, number>()
  all.forEach((one, n) => {
    const at = momentOf(one, n)
    const isIn = at >= first && at < first + 10 * day
    const count = counts.get(units[one.entry % 2] ?? '')!
    if (one.step === 'submit') submitted.set(one.entry, at)
    if (isIn) {
      if (one.step === 'submit') count.submitted += 1
      if (one.step === 'return') count.returned += 1
      if (one.step === 'withdraw') count.withdrawn += 1
      if (one.step === 'delete') count.deleted += 1
      if (one.step === 'saveDirectly') count.changed += 1
      if (one.step === 'approve') {
        count.approved += 1
        if (online.has(one.entry)) count.changed += 1
        else count.added += 1
        const from = submitted.get(one.entry)
        if (from !== undefined) count.waits.push((at - from) / (60 * minute))
      }
    }
    if (one.step === 'approve') online.add(one.entry)
  })
  return counts
}

describe('the figures of a span', () => {
  it('are what one counts by hand from the decisions, of the unit that answers for the entry', async () => {
    await fc.assert(
      fc
        .asyncProperty(steps, async (all) => {
          await put('register', [0, 1, 2, 3].map(filed))
          await put(
            'decisions',
            all.map((one, n) => ({
              ...{ id: `d${n}`, entry: `e${one.entry}`, number: `ZS00000${one.entry}` },
              ...{ library: 'knowledge', step: one.step, revision: 1, by: 'p0', byName: '某人' },
              at: iso(momentOf(one, n)),
            })),
          )
          const found = await read.readCity(city.payload, span)
          for (const [unit, expected] of byHand(all)) {
            const { waits, ...figures } = found.get(unit) ?? { waits: [] }
            expect(figures).toMatchObject(
              Object.fromEntries(Object.entries(expected).filter(([key]) => key !== 'waits')),
            )
            const rounded = (hours: readonly number[]) =>
              hours.map((one) => Math.round(one * 1000)).sort((one, other) => one - other)
            expect(rounded(waits)).toEqual(rounded(expected.waits))
          }
          const points = await read.readTrend(city.payload, { span, by: 'day' })
          const approved = [...byHand(all).values()].reduce((sum, one) => sum + one.approved, 0)
          expect(points.reduce((sum, point) => sum + point.approved, 0)).toBe(approved)
        })
        .afterEach(empty),
      { numRuns: 20 },
    )
  }, 120_000)

  it('what is online is told as it was at the end of the span, and what was overdue then', async () => {
    await put('register', [0, 1].map(filed))
    const end = first + 10 * day
    const row = (id: string, entry: number, more: object) => ({
      ...{ id, slot: id, isLive: true, entry: `e${entry}`, library: 'knowledge', revision: 1 },
      ...{ number: `ZS00000${entry}`, title: '题', unit: 'u0', unitName: '局', openedBy: 'd' },
      ...{ approvedAt: iso(first), from: iso(first - day), changeSeq: 1, ...more },
    })
    await put('publications', [
      row('closed before', 0, { until: iso(first + day) }),
      row('open', 0, { from: iso(first + day), validUntil: iso(end - 8 * day) }),
      row('closed after', 1, { until: iso(end + 1), validUntil: iso(end - 2 * day) }),
      row('opened after', 1, { from: iso(end + 1) }),
    ])
    const found = await read.readCity(city.payload, span)
    expect(found.get('u0')).toMatchObject({ live: 1, expired: 1, late: 1 })
    expect(found.get('u1')).toMatchObject({ live: 1, expired: 1, late: 0 })
    expect(found.get('u0')?.stock.live).toEqual([
      { library: 'knowledge', category: 'services', count: 1 },
    ])
  })

  it('what was purged stays its unit’s, and in the total', async () => {
    const at = iso(first + day)
    const of = (id: string, step: string) => ({
      ...{ id, entry: 'gone', number: 'ZS000009', library: 'knowledge', step, revision: 1 },
      ...{ unit: 'u0', at },
    })
    await put('decisions', [of('a', 'approve'), of('b', 'delete'), of('c', 'purge')])
    const found = await read.readCity(city.payload, span)
    expect(found.get('u0')).toMatchObject({ added: 1, approved: 1, deleted: 1 })
  })

  it('readings go with the entry, of the days of the span alone', async () => {
    await put('register', [0, 1].map(filed))
    const count = (n: number, entry: number, reads: number) => ({
      ...{ id: `${n}:${entry}`, day: dayAt(first + n * day), entry: `e${entry}` },
      ...{ reads, readers: 1, uses: 2, helpful: 3, unhelpful: null },
    })
    await put('dayCounts', [count(-1, 0, 9), count(0, 0, 3), count(9, 0, 4), count(10, 0, 9)])
    const found = await read.readCity(city.payload, span)
    expect(found.get('u0')).toMatchObject({ reads: 7, readers: 2, uses: 4 })
    // Of before it was asked nothing is known.
    expect(found.get('u0')).toMatchObject({ helpful: 6, unhelpful: 0 })
    expect(found.has('u1') && found.get('u1')?.reads).toBeFalsy()
  })
})

describe('the questions of a day', () => {
  it('are counted by the unit of who asked, and kept in words only where two asked them', async () => {
    const at = first + 5 * 60 * minute
    const ask = (id: string, form: string, who: number, more: object = {}) => ({
      ...searchRow({ id, at, form, who: { ...whoOf(who), unit: who < 2 ? 'u0' : null } }),
      ...{ outcome: 'opened', ...more },
    })
    await put('searches', [
      ask('a', '公积金', 0),
      ask('b', '公积金', 2, { outcome: 'inVain' }),
      ask('c', '公积金', 3, { outcome: 'abandoned' }),
      ask('d', '独自一人', 2),
      ask('e', '', 0, { outcome: 'listed' }),
      ask('f', '试查', 1, { outcome: 'trial', isTrial: true }),
      ask('g', '明天', 1, { at: iso(first + day + minute) }),
    ])
    await read.countSearchesBehind(city.payload, new Date(first + day + 3 * 60 * minute))
    const asked = await read.readAsked(city.payload, span)
    expect(asked.get('u0')).toMatchObject({ asked: 1, opened: 1 })
    expect(asked.get('')).toMatchObject({ asked: 3, opened: 1, inVain: 1, abandoned: 1 })
    const often = await read.readAskedOften(city.payload, span)
    expect(often.most).toEqual([{ query: '公积金', asked: 3, askers: 3, inVain: 2 }])
    const rows = await read.readRows(city.payload, { collection: 'dayQueries', limit: 0 })
    expect(rows.map(({ form }) => form)).toEqual(['公积金'])
    // Counted again, it is the same; the next day follows once it is over.
    await read.countSearchesBehind(city.payload, new Date(first + 2 * day + 3 * 60 * minute))
    read.forgetKept('asked')
    expect((await read.readAsked(city.payload, span)).get('u0')).toMatchObject({ asked: 2 })
  })
})

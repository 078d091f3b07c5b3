import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let tables: Awaited<ReturnType<typeof load>>

async function load() {
  const [asked, transaction] = await Promise.all([
    import('@/tables'),
    import('@/workflow/inTransaction'),
  ])
  return { ...asked, ...transaction }
}

const collection = 'dayCounts'

beforeAll(async () => {
  city = await openDatabase()
  tables = await load()
}, 120_000)
afterEach(() => city.payload.db.deleteMany({ collection, where: {} }))
afterAll(() => city.close())

type Rows = Parameters<(typeof tables)['putRows']>[0]['rows']

async function put(rows: Rows, how: 'putRows' | 'putColumns' = 'putRows') {
  const req = await createLocalReq({}, city.payload)
  await tables.inTransaction(req, () => tables[how]({ req, collection, rows }))
}

const columns = ['id', 'day', 'entry', 'number', 'reads', 'heat']
const stored = () => tables.readRows(city.payload, { collection, columns, sort: 'id', limit: 0 })

const counted = (id: string, more: Record<string, unknown> = {}) => ({
  ...{ id, day: '2026-11-30', entry: 'e1', number: null, reads: 1, readers: 1, uses: 0 },
  ...{ heat: null, ...more },
})

describe('rows of one table', () => {
  it('are read as they were put, to the last digit and whatever they say', async () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((text) => !text.includes('\0'))
    const more = fc.record({
      entry: fc.oneof(words, fc.constantFrom('"', "'", '\\', '？x"]', '\n\t', '1', '[1]', 'null')),
      reads: fc.nat(),
      heat: fc.option(fc.double({ min: 1e-9, max: 1e9, noNaN: true })),
    })
    await fc.assert(
      fc
        .asyncProperty(fc.array(more, { maxLength: 5 }), async (given) => {
          const rows = given.map((one, n) => counted(`c${n}`, one))
          if (rows.length > 0) await put(rows)
          const told = rows.map(({ readers: _readers, uses: _uses, ...row }) => row)
          expect(await stored()).toEqual(told)
        })
        .afterEach(() => city.payload.db.deleteMany({ collection, where: {} })),
      { numRuns: 30 },
    )
  }, 60_000)

  it('that other rows name are found by them, and counted', async () => {
    await put([counted('a'), counted('b'), counted('c')])
    for (const [id, by, task] of [
      ['1', 'key', 'a'],
      ['2', 'key', 'a'],
      ['3', 'key', 'c'],
      ['4', 'other', 'b'],
    ] as const) {
      const data = { id, by, task, channel: 'system', at: '2026-11-30T00:00:00.000Z' }
      await city.payload.db.create({ collection: 'taskReports', data })
    }
    const named = { collection: 'taskReports', column: 'task' } as const
    const asked = { collection, namedBy: { ...named, where: { by: { equals: 'key' } } } } as const
    const rows = await tables.readRows(city.payload, {
      ...{ ...asked, columns: ['id'], sort: 'id', limit: 0 },
    })
    expect(rows.map(({ id }) => id)).toEqual(['a', 'c'])
    const where = { id: { not_equals: 'a' } }
    expect(await tables.countRows(city.payload, { ...asked, where })).toBe(1)
  })

  it('are added up as they are, and to nought where there are none', async () => {
    const asked = { collection, by: [], sums: ['reads', 'heat'] } as const
    const sums = async () => {
      const [all] = await tables.countGroups(city.payload, asked)
      return { count: all?.count ?? 0, reads: all?.reads ?? 0, heat: all?.heat ?? 0 }
    }
    expect(await sums()).toEqual({ count: 0, reads: 0, heat: 0 })
    await put([counted('a', { reads: 2, heat: 0.1 }), counted('b', { reads: 3, heat: 0.2 })])
    expect(await sums()).toEqual({ count: 2, reads: 5, heat: 0.1 + 0.2 })
  })

  it('take other values in some columns, and keep all others', async () => {
    await put([counted('a', { number: 'ZS1' }), counted('b'), counted('c')])
    const changed = [
      { id: 'a', reads: 7, heat: 0.1 + 0.2 },
      { id: 'b', reads: 8, heat: 3 },
      { id: 'gone', reads: 9, heat: 9 },
    ]
    await put(changed, 'putColumns')
    expect(await stored()).toMatchObject([
      { id: 'a', number: 'ZS1', reads: 7, heat: 0.1 + 0.2, entry: 'e1' },
      { id: 'b', number: null, reads: 8, heat: 3, entry: 'e1' },
      { id: 'c', number: null, reads: 1, heat: null, entry: 'e1' },
    ])
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, type CollectionSlug } from 'payload'
import { openDatabase, type Opened } from './openDatabase'
import { day, dayAt, first, minute, searchRow } from './usageRows'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
async function load() {
  const [counts, asked, searches, rows, tables, transaction] = await Promise.all([
    import('@/workflow/usage/searchCounts'),
    import('@/statistics/readAsked'),
    import('@/workflow/usage/readSearches'),
    import('@/workflow/reporting/rowsBehind'),
    import('@/tables'),
    import('@/workflow/inTransaction'),
  ])
  return { ...counts, ...asked, ...searches, ...rows, ...tables, ...transaction }
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
}, 120_000)
afterAll(() => city.close())

async function put(collection: CollectionSlug, rows: readonly Record<string, unknown>[]) {
  const req = await createLocalReq({}, city.payload)
  await house.inTransaction(req, () => house.putRows({ req, collection, rows: [...rows] }))
}

const span = { from: dayAt(first), to: dayAt(first + 4 * day) }
const chief = { id: 'chief', name: '中心', roles: ['centre'], unit: 'c' } as never

/** Asked on a day by so many people, one after the other. */
const askedBy = (form: string, days: number, people: readonly string[], more: object = {}) =>
  people.map((reader, n) => ({
    ...searchRow({ id: randomUUID(), at: first + days * day + n * minute, form, ...more }),
    ...{ reader, readerName: reader, outcome: 'opened' },
  }))

describe('a question that was asked most often', () => {
  it('leads to exactly the searches that are counted by its words', async () => {
    await put('searches', [
      ...askedBy('落户', 0, ['a', 'b', 'b']),
      ...askedBy('落户', 1, ['a', 'c']),
      // Of one person alone nothing is counted by its words.
      ...askedBy('落户', 2, ['a', 'a']),
      ...askedBy('落户', 4, ['b', 'c']),
      // Another question, a trial, and days that are not meant.
      ...askedBy('落户怎么办', 1, ['a', 'b', 'c']),
      ...askedBy('落户', 1, ['chief'], { trial: true }),
      ...askedBy('落户', 6, ['a', 'b']),
    ])
    for (let n = 0; n < 7; n += 1) await house.countSearches(city.payload, dayAt(first + n * day))
    const { most } = await house.readAskedOften(city.payload, span)
    expect(most.map(({ query, asked }) => [query, asked])).toEqual([
      ['落户', 7],
      ['落户怎么办', 3],
    ])
    const told = async (form: string, more: { counted?: 'yes' }) =>
      (
        await house.readSearches(city.payload, chief, {
          ...{ form, kind: 'questions', ...span, ...more, page: 1 },
        })
      ).total
    for (const { query, asked } of most) expect(await told(query, { counted: 'yes' })).toBe(asked)
    // Each time it was asked, however it is written.
    expect(await told('落 户？', {})).toBe(9)
    expect(await told('没人问过', { counted: 'yes' })).toBe(0)
  })
})

describe('uses of a hotspot', () => {
  it('are those of its entry alone', async () => {
    const filed = (n: number) => ({
      ...{ id: `e${n}`, number: `ZS00000${n}`, title: `第${n}条`, library: 'knowledge', unit: 'u' },
      ...{ state: 'approved', revision: 1, lock: 1 },
    })
    await put('register', [1, 2].map(filed))
    const used = (n: number, at: number) => ({
      ...{ id: randomUUID(), entry: `e${n}`, number: `ZS00000${n}`, title: '甲', revision: 1 },
      ...{ reader: 'a', readerName: '甲', channel: 'desk', at: new Date(at).toISOString() },
    })
    await put('uses', [used(1, first), used(1, first + day), used(2, first), used(1, first - 1)])
    const rowsOf = async (entry: string) => {
      const wanted = { figure: 'uses' as const, entry, span, page: 1 }
      const { rows } = await house.readRowsBehind(city.payload, chief, wanted)
      return rows.map(({ number }) => number)
    }
    expect(await rowsOf('ZS000001')).toEqual(['ZS000001', 'ZS000001'])
    expect(await rowsOf('zs000002')).toEqual(['ZS000002'])
    expect(await rowsOf('ZS999999')).toEqual([])
  })
})

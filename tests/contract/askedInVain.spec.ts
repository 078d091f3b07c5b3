import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'
import { day, dayAt, first, minute, searchRow } from './usageRows'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

async function load() {
  const counts = await import('@/workflow/usage/searchCounts')
  const [vain, tables, transaction] = await Promise.all([
    import('@/statistics/askedInVain'),
    import('@/tables'),
    import('@/workflow/inTransaction'),
  ])
  return { ...counts, ...vain, ...tables, ...transaction }
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
}, 120_000)

afterEach(async () => {
  for (const collection of ['searches', 'daySearches', 'dayQueries'] as const)
    await city.payload.db.deleteMany({ collection, where: {} })
})
afterAll(() => city.close())

const span = { from: dayAt(first), to: dayAt(first + 9 * day) }

/** One who asked: a session of a citizen at an address, or somebody signed in. */
const citizen = (session: string, place: string) => ({ session, place })
const person = (reader: string) => ({ reader, readerName: '某人' })

/** Asked in vain, day after day by these. */
async function askInVain(form: string, ...days: object[][]): Promise<void> {
  const rows = days.flatMap((askers, n) =>
    askers.map((who, m) => ({
      ...searchRow({ id: `${form} ${n} ${m}`, at: first + n * day + m * minute, form, who }),
      outcome: 'inVain',
    })),
  )
  const req = await createLocalReq({}, city.payload)
  await house.inTransaction(req, () => house.putRows({ req, collection: 'searches', rows }))
}

describe('what several asked in vain', () => {
  const found = () => house.askedInVain(city.payload, span)

  it('is what three addresses asked on one day, or three who were signed in within all of them', async () => {
    await askInVain('一天三处', [citizen('s1', 'a'), citizen('s2', 'b'), citizen('s3', 'c')])
    await askInVain('三人三天', [person('p1')], [person('p2')], [person('p3')])
    await askInVain('一天各种', [citizen('s1', 'a'), person('p1'), person('p2')])
    expect(await found()).toEqual(
      expect.arrayContaining([
        { query: '一天三处', askers: 3 },
        { query: '三人三天', askers: 3 },
        { query: '一天各种', askers: 3 },
      ]),
    )
  })

  it('is not what one citizen asked on three days, nor three browsers at one address', async () => {
    await askInVain('三天', [citizen('s1', 'a')], [citizen('s2', 'b')], [citizen('s3', 'c')])
    await askInVain('三个浏览器', [citizen('s1', 'a'), citizen('s2', 'a'), citizen('s3', 'a')])
    await askInVain('两人常问', [person('p1'), person('p2')], [person('p1'), person('p2')])
    await askInVain('各一', [person('p1')], [person('p2'), citizen('s1', 'a')])
    expect(await found()).toEqual([])
  })
})

describe('a question of a day', () => {
  it('is not kept where two browsers at one address asked it', async () => {
    await askInVain('同一处', [citizen('s1', 'a'), citizen('s2', 'a')])
    await askInVain('两处', [citizen('s1', 'a'), citizen('s2', 'b'), citizen('s3', 'b')])
    await house.countSearches(city.payload, dayAt(first))
    const rows = await house.readRows(city.payload, { collection: 'dayQueries', limit: 0 })
    expect(rows.map(({ form, asked, askers }) => ({ form, asked, askers }))).toEqual([
      { form: '两处', asked: 3, askers: 2 },
    ])
  })
})

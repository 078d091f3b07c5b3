import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'
import {
  byHand,
  crowd,
  day,
  dayAt,
  entryOf,
  first,
  loadUsage,
  minute,
  opinionsOf,
  searchRow,
  whoOf,
  type Kind,
  type Line,
  type SearchGiven,
  type Usage,
} from './usageRows'

let city: Opened
let usage: Usage

beforeAll(async () => {
  city = await openDatabase()
  usage = await loadUsage()
}, 120_000)

afterEach(async () => {
  for (const collection of [
    ...(['views', 'uses', 'helpful', 'searches', 'dayCounts', 'dayShows', 'register'] as const),
  ])
    await city.payload.db.deleteMany({ collection, where: {} })
})

afterAll(() => city.close())

type Rows = Parameters<(typeof usage)['putRows']>[0]['rows']

async function put(collection: 'views' | 'uses' | 'helpful' | 'searches', rows: Rows) {
  const { inTransaction } = await import('@/workflow/inTransaction')
  const req = await createLocalReq({}, city.payload)
  if (rows.length > 0) await inTransaction(req, () => usage.putRows({ req, collection, rows }))
}

async function write(lines: readonly Line[]) {
  const rowOf = ({ minutes, entry, who, kind }: Line) => {
    const at = new Date(first + minutes * minute).toISOString()
    return { id: randomUUID(), ...entryOf(entry), ...whoOf(who), channel: 'desk', at, kind }
  }
  await put('helpful', opinionsOf(lines))
  const rows = lines.filter(({ kind }) => !kind.endsWith('helpful')).map(rowOf)
  const reads = rows.filter(({ kind }) => kind !== 'use')
  await put(
    'views',
    reads.map((row) => ({
      ...row,
      isRepeat: row.kind === 'repeat',
      isPromoted: row.kind === 'promoted',
    })),
  )
  const uses = rows.filter(({ kind }) => kind === 'use')
  await put(
    'uses',
    uses.map((row) => ({ ...row, reader: 'p0', revision: 1 })),
  )
}

async function counted() {
  const columns = ['id', 'reads', 'uses', 'readers', 'promoted', 'weight', 'helpful', 'unhelpful']
  const asked = { collection: 'dayCounts', columns, sort: 'id', limit: 0 } as const
  return usage.readRows(city.payload, asked)
}

const lines = fc.array(
  fc.record<Line>({
    // Over four days, with the minutes about midnight as often as all others.
    minutes: fc.oneof(
      fc.integer({ min: 0, max: 4 * 24 * 60 - 1 }),
      fc.integer({ min: 24 * 60 - 2, max: 24 * 60 + 1 }),
    ),
    entry: fc.integer({ min: 1, max: 3 }),
    who: fc.integer({ min: 0, max: 6 }),
    kind: fc.constantFrom<Kind>(
      'read',
      'read',
      'repeat',
      'promoted',
      'use',
      'helpful',
      'unhelpful',
    ),
  }),
  { maxLength: 30 },
)

describe('the counts of a day', () => {
  it('are what one counts by hand from the record, by the day in Shanghai', async () => {
    await fc.assert(
      fc
        .asyncProperty(lines, async (given) => {
          await write(given)
          await usage.recount(city.payload)
          expect(await counted()).toEqual(byHand(given))
        })
        .afterEach(async () => {
          for (const collection of ['views', 'uses', 'helpful', 'dayCounts'] as const)
            await city.payload.db.deleteMany({ collection, where: {} })
        }),
      { numRuns: 15, examples: [[crowd]] },
    )
  }, 120_000)

  it('are the same entry by entry, and 阅读次数 is their sum', async () => {
    const lock = { lock: 1, revision: 1, state: 'approved', library: 'knowledge', unit: 'u' }
    const { entry: id, number } = entryOf(1)
    await city.payload.db.create({ collection: 'register', data: { id, number, ...lock } })
    const some: Line[] = [0, 1, 2].map((n) => ({
      ...{ minutes: n * 24 * 60 + 5, entry: 1, who: n, kind: 'read' },
    }))
    await write(some)
    await usage.countDay(city.payload, dayAt(first), ['e1'])
    await usage.countDay(city.payload, dayAt(first + day), ['e1'])
    await usage.countDay(city.payload, dayAt(first + 2 * day), ['e2'])
    expect(await counted()).toEqual(byHand(some.slice(0, 2)))
    const views = async () =>
      (await city.payload.findByID({ collection: 'register', id, overrideAccess: true })).views
    expect(await views()).toBe(2)
    // What a killed process had not counted.
    await usage.countWhatIsBehind(city.payload)
    expect(await counted()).toEqual(byHand(some))
    expect(await views()).toBe(3)
    const { heat } = await city.payload.findByID({
      ...{ collection: 'register', id, overrideAccess: true },
    })
    const each = [0, 1, 2].map((n) => usage.heatOf(1, dayAt(first + n * day)))
    expect(Number(heat) / each.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
  })

  it('stay when the rows they were counted from have been kept as long as the centre says', async () => {
    const old: Line[] = [0, 1].map((n) => ({
      minutes: n * 24 * 60,
      entry: 1,
      who: n,
      kind: 'read',
    }))
    await write(old)
    await put('searches', [searchRow({ id: randomUUID(), at: first })])
    await usage.recount(city.payload)
    const before = await counted()
    // Of the first day the last moment has been kept so long; of the second none.
    const now = new Date(first + (usage.usuallyKept + 1) * day)
    await usage.purgeUsage(city.payload, now)
    const left = await usage.readRows(city.payload, { collection: 'views', limit: 0 })
    expect(left.map(({ reader }) => reader)).toEqual(['p1'])
    expect(await usage.countRows(city.payload, { collection: 'searches' })).toBe(0)
    await usage.recount(city.payload)
    expect(await counted()).toEqual(before)
  })
})

describe('the key of a day, by which citizens are told apart', () => {
  it('is kept for today and tomorrow, and gone for good when the day is over', async () => {
    const { dayKey, prepareDayKeys } = await import('@/workflow/usage/dayKeys')
    const stored = async () => {
      const asked = { collection: 'dayKeys', sort: 'id', limit: 0 } as const
      return usage.readRows(city.payload, asked)
    }
    const days = [dayAt(first), dayAt(first + day), dayAt(first + 2 * day)]
    await prepareDayKeys(city.payload, new Date(first))
    const before = await stored()
    expect(before.map(({ id }) => id)).toEqual(days.slice(0, 2))
    expect(days.slice(0, 2).map(dayKey)).toEqual(before.map(({ key }) => key))
    // Started again within the day, it goes on with the same.
    await prepareDayKeys(city.payload, new Date(first + 60 * minute))
    expect(await stored()).toEqual(before)
    await prepareDayKeys(city.payload, new Date(first + day))
    const after = await stored()
    expect(after.map(({ id }) => id)).toEqual(days.slice(1))
    expect(after[0]).toEqual(before[1])
    expect(dayKey(days[0]!)).not.toBe(before[0]?.key)
  })
})

describe('what became of a search', () => {
  it('is settled half an hour later, by what was opened, used or asked next', async () => {
    const asked = (name: string, seconds: number, more: Omit<SearchGiven, 'id' | 'at'> = {}) => [
      name,
      searchRow({ id: randomUUID(), at: first + seconds * 1_000, ...more }),
    ]
    const other = { who: whoOf(1) }
    const rows = Object.fromEntries([
      asked('typing', 0, { form: '低' }),
      asked('opened', 2, { form: '低保' }),
      asked('reworded', 100, { form: '社保' }),
      asked('in vain', 130, { form: '医保电子', found: 0 }),
      asked('used', 300, { form: '公积金' }),
      asked('listed', 400),
      asked('emptied', 405, { form: '居住证' }),
      asked('list of an empty box', 410),
      asked('asked anew', 415, { form: '身份证' }),
      asked('of another', 401, { form: '户口', ...other }),
      asked('tried', 500, { form: '公积金', trial: true }),
      asked('left', 600, { form: '落户', who: whoOf(2) }),
      asked('too young', 30 * 60 + 700, { form: '年审' }),
    ]) as Record<string, ReturnType<typeof searchRow>>
    await put('searches', Object.values(rows))
    const named = { channel: 'desk', at: new Date(first).toISOString() }
    const opening = (search: string, who: object, entry = 1) => ({
      ...{ id: randomUUID(), ...entryOf(entry), ...named, isRepeat: false, search, ...who },
    })
    await put('views', [
      opening(rows.opened!.id, whoOf(0)),
      opening(rows.used!.id, whoOf(0)),
      // Of somebody else's search, and of what was not shown.
      opening(rows['of another']!.id, whoOf(0)),
      opening(rows.left!.id, whoOf(0), 3),
    ])
    const use = { id: randomUUID(), ...entryOf(2), ...named, revision: 1, ...whoOf(0) }
    await put('uses', [{ ...use, search: rows.used!.id }])
    await usage.settleSearches(city.payload, new Date(first + 30 * minute + 650_000))
    const settled = await usage.readRows(city.payload, {
      collection: 'searches',
      columns: ['id', 'outcome'],
      limit: 0,
    })
    const outcomes = new Map(settled.map(({ id, outcome }) => [id, outcome]))
    const found = Object.fromEntries(
      Object.entries(rows).map(([name, { id }]) => [name, outcomes.get(id)]),
    )
    expect(found).toEqual({
      typing: 'continued',
      opened: 'opened',
      reworded: 'reformulated',
      'in vain': 'inVain',
      used: 'used',
      listed: 'listed',
      emptied: 'reformulated',
      'list of an empty box': 'listed',
      'asked anew': 'abandoned',
      'of another': 'abandoned',
      tried: 'trial',
      left: 'abandoned',
      'too young': null,
    })
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

/** One line of the record, before it is written. */
type Line = { minutes: number; entry: number; who: number; kind: 'read' | 'repeat' | 'use' }

const minute = 60_000
const day = 24 * 60 * minute
const shanghai = 8 * 60 * minute
/** A midnight in Shanghai, a month ago. */
const first = Math.floor((Date.now() - 30 * day + shanghai) / day) * day - shanghai
const dayAt = (at: number) => new Date(at + shanghai).toISOString().slice(0, 10)

let city: Opened
let usage: Awaited<ReturnType<typeof loadUsage>>

/** Reads settings when it is loaded. */
async function loadUsage() {
  const [counts, purge, settle, tables, settings] = await Promise.all([
    import('@/workflow/usage/counts'),
    import('@/workflow/usage/purgeUsage'),
    import('@/workflow/usage/settleSearches'),
    import('@/tables'),
    import('@/workflow/settings'),
  ])
  return { ...counts, ...purge, ...settle, ...tables, ...settings }
}

beforeAll(async () => {
  city = await openDatabase()
  usage = await loadUsage()
}, 120_000)

afterEach(async () => {
  for (const collection of ['views', 'uses', 'searches', 'dayCounts', 'register'] as const)
    await city.payload.db.deleteMany({ collection, where: {} })
})

afterAll(() => city.close())

type Rows = Parameters<(typeof usage)['putRows']>[0]['rows']

async function put(collection: 'views' | 'uses' | 'searches', rows: Rows) {
  const { inTransaction } = await import('@/workflow/inTransaction')
  const req = await createLocalReq({}, city.payload)
  if (rows.length > 0) await inTransaction(req, () => usage.putRows({ req, collection, rows }))
}

const entryOf = (n: number) => ({ entry: `e${n}`, number: `ZS00000${n}`, title: `第${n}条` })
/** Two people and two citizens. */
const whoOf = (n: number) =>
  n < 2 ? { reader: `p${n}`, readerName: '某人' } : { session: `s${n}` }

async function write(lines: readonly Line[]) {
  const rowOf = ({ minutes, entry, who, kind }: Line) => {
    const at = new Date(first + minutes * minute).toISOString()
    return { id: randomUUID(), ...entryOf(entry), ...whoOf(who), channel: 'desk', at, kind }
  }
  const rows = lines.map(rowOf)
  const reads = rows.filter(({ kind }) => kind !== 'use')
  await put(
    'views',
    reads.map((row) => ({ ...row, isRepeat: row.kind === 'repeat' })),
  )
  const uses = rows.filter(({ kind }) => kind === 'use')
  await put(
    'uses',
    uses.map((row) => ({ ...row, reader: 'p0', revision: 1 })),
  )
}

/** The counts one finds by going through the lines one by one. */
function byHand(lines: readonly Line[]) {
  const counts = new Map<string, { reads: number; uses: number; who: Set<number> }>()
  for (const { minutes, entry, who, kind } of lines) {
    if (kind === 'repeat') continue
    const key = `${dayAt(first + minutes * minute)}:e${entry}`
    const count = counts.get(key) ?? { reads: 0, uses: 0, who: new Set<number>() }
    if (kind === 'use') count.uses += 1
    else {
      count.reads += 1
      count.who.add(who)
    }
    counts.set(key, count)
  }
  return [...counts]
    .map(([id, { reads, uses, who }]) => ({ id, reads, uses, readers: who.size }))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}

async function counted() {
  const columns = ['id', 'reads', 'uses', 'readers']
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
    who: fc.integer({ min: 0, max: 3 }),
    kind: fc.constantFrom('read', 'read', 'repeat', 'use'),
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
          for (const collection of ['views', 'uses', 'dayCounts'] as const)
            await city.payload.db.deleteMany({ collection, where: {} })
        }),
      { numRuns: 15 },
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

type Given = {
  id: string
  at: number
  form?: string
  who?: object
  found?: number
  trial?: boolean
}

const searchRow = ({ id, at, form = '', who = whoOf(0), found = 1, trial = false }: Given) => ({
  ...{ id, ...who, query: form, form, channel: 'desk', page: 1, shown: 'ZS000001 ZS000002' },
  ...{ found, isTrial: trial, at: new Date(at).toISOString() },
})

describe('what became of a search', () => {
  it('is settled half an hour later, by what was opened, used or asked next', async () => {
    const asked = (name: string, seconds: number, more: Omit<Given, 'id' | 'at'> = {}) => [
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

import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals'
import { openDatabase, type Opened, type Row } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
async function load() {
  const [kept, entry, hotspots, tree, site, store, follow, { createLocalReq }] = await Promise.all([
    import('@/front/pages/keptPages'),
    import('@/reading/readEntry'),
    import('@/reading/hotspots'),
    import('@/reading/readTree'),
    import('@/reading/site'),
    import('@/workflow/store'),
    import('@/tables/follow'),
    import('payload'),
  ])
  return {
    ...{ ...kept, ...entry, ...hotspots, ...tree, ...site, ...store, ...follow },
    createLocalReq,
  }
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  const unit = { id: 'unit', kind: 'department', name: '市民政局', order: 1 }
  await city.payload.db.create({ collection: 'nodes', data: unit })
}, 120_000)
afterAll(() => city.close())
afterEach(() => {
  jest.useRealTimers()
})

/** How often a page was made, and what is to happen in the midst of making the next. */
let made = 0
let meanwhile: (() => Promise<unknown>) | null = null

/** What citizens read, as pages that ask the same rooms: an entry by its number, else site, tree and hotspots. */
async function pages(request: IncomingMessage, response: ServerResponse): Promise<void> {
  made += 1
  const reader = { payload: city.payload, audience: { sees: 'public' } as const, now: new Date() }
  const number = /^\/e\/(.+)$/.exec(request.url ?? '')?.[1]
  const content = number
    ? await house.readEntry(reader, number)
    : await Promise.all([
        ...([house.readSite(city.payload), house.readTree(reader)] as const),
        house.hotspots(reader, {}),
      ])
  await meanwhile?.()
  if (!content) response.statusCode = 404
  response.setHeader('content-type', 'text/html')
  response.end(JSON.stringify(content))
}

let kept: ReturnType<(typeof house)['createKeptPages']>
beforeEach(() => {
  made = 0
  meanwhile = null
  kept = house.createKeptPages(city.payload, { pages, script: '/islands.js' })
})

async function read(address: string): Promise<string> {
  const { status, zipped } = await kept.pageNow({ address, language: 'zh', view: null })
  return status === 200 ? gunzipSync(zipped).toString() : `is a ${status}`
}

/** What stays as it is: databases have clocks of their own. */
const realTimers = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] as const),
  ...(['clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
]

let entries = 0
async function online(more: object = {}) {
  entries += 1
  const number = `ZS9${String(entries).padStart(5, '0')}`
  const text = { number, title: `第${entries}问`, summary: '原来的答复', html: '', ...more }
  return { number, address: `/e/${number}`, row: await city.publish(`kept-${entries}`, text) }
}

/** Until what a page shows is so; longer than this nobody may be shown what was. */
async function shows(address: string, words: string | RegExp): Promise<void> {
  const until = performance.now() + 5_000
  for (;;) {
    const shown = await read(address)
    if (shown.match(words)) return
    if (performance.now() > until) throw new Error(`${address} still shows: ${shown}`)
    await new Promise((later) => setTimeout(later, 50))
  }
}

/** As another process writes it: this one is told nothing. */
const elsewhere = {
  closes: (row: Row) => city.closeRow(row),
  changes: ({ id }: Row, more: object) => city.alter(id, { ...more }),
}

describe('a page of citizens that is kept', () => {
  it('is made once for all who ask, together and later', async () => {
    const { address } = await online()
    await shows(address, '原来的答复')
    const before = made
    await Promise.all(Array.from({ length: 20 }, () => read(address)))
    await read(address)
    expect(made).toBe(before)
  })

  it('is made once for all who ask at once: first of all, and after a change', async () => {
    const { address, row } = await online()
    house.noteChangeOf('publications')
    const twenty = async () => {
      made = 0
      const shown = await Promise.all(Array.from({ length: 20 }, () => read(address)))
      return [made, new Set(shown).size]
    }
    expect(await twenty()).toEqual([1, 1])
    const req = await house.createLocalReq({}, city.payload)
    const where = { id: { equals: row.id } }
    await house.swap({ req, collection: 'publications', where, data: { summary: '新的答复' } })
    expect(await twenty()).toEqual([1, 1])
    expect(await read(address)).toContain('新的答复')
  })

  it('is another in another language and in 长辈版', async () => {
    const { address } = await online()
    await shows(address, '原来的答复')
    made = 0
    await kept.pageNow({ address, language: 'en', view: null })
    await kept.pageNow({ address, language: 'zh', view: 'elder' })
    expect(made).toBe(2)
  })

  it.each<[string, (row: Row) => Promise<unknown>, string]>([
    ['taken down', (row) => elsewhere.closes(row), 'is a 404'],
    ['closed to the public', (row) => elsewhere.changes(row, { openToPublic: false }), 'is a 404'],
    ['changed', (row) => elsewhere.changes(row, { summary: '新的答复' }), '新的答复'],
    [
      'confirmed',
      (row) => elsewhere.changes(row, { confirmedAt: '2026-01-02T03:04:05.000Z' }),
      '2026-01-02',
    ],
  ])(
    'shows within five seconds that its text was %s by another process',
    async (_, change, shown) => {
      const { address, row } = await online()
      await shows(address, '原来的答复')
      await change(row)
      await shows(address, shown)
    },
  )

  it('shows a change of this process to whoever asks next', async () => {
    const { address, row } = await online()
    await shows(address, '原来的答复')
    const req = await house.createLocalReq({}, city.payload)
    const where = { id: { equals: row.id } }
    const data = { slot: row.id, isLive: false }
    await house.swap({ req, collection: 'publications', where, data })
    expect(await read(address)).toBe('is a 404')
  })

  it('shows within five seconds what another process approved, renamed or pinned, and the site’s new name', async () => {
    await shows('/', '市民政局')
    const { number } = await online({ title: '新来的一问' })
    await shows('/', '"count":')
    const { db } = city.payload
    await db.updateOne({ collection: 'nodes', id: 'unit', data: { name: '市民政和社会局' } })
    await shows('/', '市民政和社会局')
    const entry = `kept-${entries}`
    const pin = { id: 'pin', entry, slot: entry, kind: 'pin', reason: '试' }
    await db.create({ collection: 'hotspotPlacements', data: pin })
    await shows('/', number)
    await db.deleteOne({ collection: 'hotspotPlacements', where: { id: { equals: 'pin' } } })
    await shows('/', /^(?!.*新来的一问)/)
    const site = { id: 'site', revision: 1, state: 'approved', content: { name: '新的站名' } }
    const written = { hash: 'x', lock: 1, writers: [], byName: '某人' }
    await db.create({ collection: 'siteVersions', data: { ...site, ...written } })
    await shows('/', '新的站名')
  }, 60_000)

  it('that was made before a change is not shown after it, though it was finished later', async () => {
    const { address, row } = await online()
    await shows(address, '原来的答复')
    kept = house.createKeptPages(city.payload, { pages, script: '/islands.js' })
    meanwhile = () => elsewhere.closes(row)
    // Whoever asked before it was taken down is answered as it was then.
    expect(await read(address)).toContain('原来的答复')
    meanwhile = null
    await shows(address, 'is a 404')
  })

  it('ends with the last instant of its text’s validity, and another begins with the first', async () => {
    const now = Date.now()
    const instant = (seconds: number) => new Date(now + seconds * 1_000).toISOString()
    const counted = (page: string) => Number(/"count":(\d+)/.exec(page)?.[1])
    const before = counted(await read('/')) + 1
    const { address: later } = await online({ validFrom: instant(30) })
    const { address } = await online({ validUntil: instant(30) })
    jest.useFakeTimers({ now, doNotFake: realTimers })
    await shows('/', `"count":${before}`)
    const shown = async () => [await read('/'), await read(address), await read(later)] as const
    expect((await shown()).slice(1)).toEqual([expect.stringContaining('原来的答复'), 'is a 404'])
    jest.setSystemTime(now + 30_000)
    const [atOnce, last, first] = await shown()
    expect([counted(atOnce), last, first]).toEqual([
      before + 1,
      expect.stringContaining('原来的答复'),
      expect.stringContaining('原来的答复'),
    ])
    jest.setSystemTime(now + 30_001)
    const [after, over] = await shown()
    expect([counted(after), over]).toEqual([before, 'is a 404'])
  })

  it('where nothing is to be read is made for each who asks', async () => {
    expect([await read('/e/ZS0'), await read('/e/ZS0')]).toEqual(['is a 404', 'is a 404'])
    expect(made).toBe(2)
  })
})

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { ReadRows } from '@/tables'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

const load = () => import('@/reading/updates')
const now = new Date()
const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)
const iso = (days: number) => ago(days).toISOString()

type Period = { from: number; until?: number; hash: string } & Record<string, unknown>

/** An entry as it was shown from day to day, the last period being live unless it ended. */
async function entry(id: string, ...periods: Period[]): Promise<string> {
  let row = ''
  for (const [at, { from, until, hash, ...more }] of periods.entries()) {
    const isLive = until === undefined
    const published = await city.publish(`${id}`, {
      ...{
        number: `ZS-${id}`.toUpperCase(),
        title: `第${id}条`,
        summary: '',
        html: '',
        plain: '',
        hash,
      },
      ...{ from: iso(from), until: isLive ? null : iso(until), isLive },
      ...{ slot: isLive ? id : `${id} ${at}`, ...more },
    })
    row = published.id
  }
  return row
}

/** Taken down with a sentence, as the register says. */
async function takenDown(id: string, ...periods: Period[]): Promise<void> {
  const withdrawnFrom = await entry(id, ...periods)
  const where = { isWithdrawn: true, withdrawnFrom, withdrawnSentence: '已停办。' }
  const lock = { lock: 1, revision: 1, state: 'draft', library: 'knowledge', unit: 'unit' }
  await city.payload.db.create({
    collection: 'register',
    data: { id, number: `ZS-${id}`.toUpperCase(), ...lock, ...where },
  })
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await entry('new', { from: 2, hash: 'a', summary: '新的答复' })
  await entry(
    'changed',
    { from: 30, until: 3, hash: 'a', plain: '每周一办理，电话12345。' },
    { from: 3, until: 1, hash: 'b', plain: '每周二办理，电话12345。' },
    { from: 1, hash: 'b', plain: '每周二办理，电话12345。', unitName: '改了名的局' },
  )
  await entry(
    'moved',
    { from: 30, until: 1, hash: 'a', unit: 'former' },
    { from: 1, hash: 'a', unit: 'other' },
  )
  await entry('old', { from: 30, hash: 'a' })
  await takenDown('closed', { from: 30, until: 1, hash: 'a', summary: '不再有效' })
  await takenDown('went', { from: 3, until: 1, hash: 'a', validUntil: iso(0.5) })
  await entry('deleted', { from: 30, until: 1, hash: 'a' })
  await entry('expired', { from: 30, until: 1, hash: 'a', validUntil: iso(2) })
  await entry('begins', { from: 30, hash: 'a', validFrom: iso(4) })
  await entry('inside', { from: 4, hash: 'a', openToPublic: false, unitAbove: 'region' })
  await entry(
    'wrong once',
    { from: 30, until: 5, hash: 'a', plain: '致电张三。' },
    { from: 4, hash: 'b', plain: '致电窗口。' },
  )
  await entry(
    'hidden since',
    { from: 30, until: 1, hash: 'a' },
    { from: 1, hash: 'a', openToPublic: false },
  )
}, 120_000)

afterAll(() => city.close())

async function updates(sees: 'public' | 'everything', days: number, more: object = {}) {
  const reader = { payload: city.payload, audience: { sees } as const, now }
  return house.readUpdates(reader, { since: ago(days), ...more })
}

const told = async (...asked: Parameters<typeof updates>) =>
  (await updates(...asked)).updates.map(({ kind, entry }) => `${kind} ${entry.id}`)

describe('the updates', () => {
  it('are what came, changed or went for a reader since then, each once, the newest first', async () => {
    expect((await told('public', 7)).sort()).toEqual([
      'approved begins',
      'approved new',
      'approved wrong once',
      'changed changed',
      'withdrawn closed',
      'withdrawn went',
    ])
    expect((await told('everything', 7)).sort()).toEqual([
      'approved begins',
      'approved inside',
      'approved new',
      'approved wrong once',
      'changed changed',
      'withdrawn closed',
      'withdrawn went',
    ])
    const moments = (await updates('public', 7)).updates.map(({ at }) => at)
    expect(moments).toEqual(moments.toSorted().toReversed())
  })

  it('tell what changed word by word', async () => {
    const { updates: found } = await updates('public', 7)
    const changed = found.find(({ kind }) => kind === 'changed')
    expect(changed?.changes).toEqual([
      {
        field: 'plain',
        parts: [
          { text: expect.stringMatching(/^每周?$/), change: 'same' },
          { text: expect.stringMatching(/一$/), change: 'removed' },
          { text: expect.stringMatching(/二$/), change: 'added' },
          { text: '办理，电话12345。', change: 'same' },
        ],
      },
    ])
  })

  it('give nobody the number of a person that was struck out', async () => {
    await entry(
      'struck out',
      { from: 30, until: 9, hash: 'a', plain: '每周一办理，找张三13800138000。' },
      { from: 9, hash: 'b', plain: '每周一办理，找张三13900139000。' },
    )
    const { updates: found } = await updates('everything', 10)
    const changed = found.find(({ entry: { id } }) => id === 'struck out')
    const parts = changed?.changes.flatMap((change) => change.parts)
    expect(parts).toEqual(
      expect.arrayContaining([
        { text: '138****8000', change: 'removed' },
        { text: '13900139000', change: 'added' },
      ]),
    )
  })

  it('give nobody the answer of what was taken down', async () => {
    const [own, citizens] = [await updates('everything', 7), await updates('public', 7)]
    for (const found of [own, citizens])
      expect(JSON.stringify(found)).not.toMatch(/不再有效|致电张三/)
    const titleIn = ({ updates: found }: typeof own) =>
      found.find(({ entry }) => entry.id === 'closed')?.entry.title
    // A title may be what was wrong.
    expect([titleIn(own), titleIn(citizens)]).toEqual(['第closed条', ''])
    expect(own.updates.find(({ kind }) => kind === 'withdrawn')?.sentence).toBe('已停办。')
  })

  it('are as old as the text: a unit that is called otherwise since makes them no newer', async () => {
    const { updates: found } = await updates('public', 7)
    const at = (number: string) => found.find(({ entry }) => entry.id === number)?.at
    expect(at('changed')).toBe(iso(3))
    expect(at('begins')).toBe(iso(4))
  })

  it('are of the time that is asked for, and of the unit', async () => {
    expect(await told('public', 2.5)).toEqual(expect.arrayContaining(['approved new']))
    expect(await told('public', 2.5)).not.toContain('changed changed')
    expect(await told('everything', 7, { unit: 'region' })).toEqual(['approved inside'])
    // What moved neither came nor went.
    for (const unit of ['former', 'other']) expect(await told('public', 7, { unit })).toEqual([])
    expect(await told('everything', 0.5)).toEqual([])
  })

  it('come in pages', async () => {
    const { updates: second, total } = await updates('everything', 7, { page: 2 })
    expect([second, total]).toEqual([[], 7])
  })
})

describe('what many follow', () => {
  it('is read once for all who were told until the same moment, and each is told of their own', async () => {
    const readRows = jest.spyOn(city.payload.db as unknown as { readRows: ReadRows }, 'readRows')
    const find = house.followedUpdates()
    const follow = async (units: string[], days: number) => {
      const reader = { payload: city.payload, audience: { sees: 'everything' } as const, now }
      const found = await find(reader, { since: ago(days), units, categories: [] })
      return found.map(({ kind, number }) => `${kind} ${number}`)
    }
    expect(await follow(['region'], 7)).toEqual(['approved ZS-INSIDE'])
    expect(await follow(['nowhere'], 7)).toEqual([])
    expect(await follow(['unit'], 7)).toContain('changed ZS-CHANGED')
    // What moved neither came nor went.
    for (const unit of ['former', 'other']) expect(await follow([unit], 7)).toEqual([])
    const reads = () =>
      readRows.mock.calls.filter(([{ collection }]) => collection === 'publications').length
    expect(reads()).toBe(1)
    expect(await follow(['unit'], 2.5)).not.toContain('changed ZS-CHANGED')
    expect(reads()).toBe(2)
    readRows.mockRestore()
  })
})

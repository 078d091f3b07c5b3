import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { ReadRows } from '@/tables'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = () => import('@/reading/readWithdrawn')

const now = new Date()
const iso = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const numberOf = (id: string) => `ZS-${id.toUpperCase()}`
const reader = () => ({ payload: city.payload, audience: { sees: 'public' } as const, now })
const goneOf = (id: string) => house.readGone(reader(), numberOf(id))

/** What was shown until yesterday, and what the register says of it. */
async function gone(id: string, registered: object, shown: object = {}) {
  const { id: withdrawnFrom } = await city.publish(id, {
    ...{ number: numberOf(id), title: id, unit: 'old', unitName: '旧局', slot: `${id} 1` },
    ...{ isLive: false, from: iso(30), until: iso(1), ...shown },
  })
  await city.payload.db.create({
    collection: 'register',
    data: {
      ...{ id, number: numberOf(id), library: 'knowledge', unit: 'old', state: 'draft' },
      ...{ lock: 1, revision: 1, withdrawnFrom, ...registered },
    },
  })
}
const withdrawn = { isWithdrawn: true, withdrawnSentence: '已停办。' }

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await city.payload.db.create({
    collection: 'nodes',
    data: { id: 'new', kind: 'department', name: '新局', order: 1 },
  })
}, 120_000)
afterAll(() => city.close())

describe('what is gone', () => {
  it('is not told of where its validity had not begun when it went', async () => {
    const early = { validFrom: iso(0.5) }
    await gone('early', withdrawn, early)
    await gone('early trash', { trashedAt: iso(1) }, early)
    await gone('late', withdrawn, { validFrom: iso(2) })
    expect([await goneOf('early'), await goneOf('early trash')]).toEqual([null, null])
    expect(await house.readWithdrawn(reader(), numberOf('early'))).toBeNull()
    expect(await goneOf('late')).toMatchObject({ sentence: '已停办。' })
  })

  it('leads to what it was merged into, also once it is deleted', async () => {
    await city.publish('stays', { number: numberOf('stays'), title: '如何办理' })
    const merged = { ...withdrawn, successor: 'stays' }
    await gone('merged', merged)
    await gone('merged trash', { ...merged, trashedAt: iso(0.5) })
    await gone('trash', { trashedAt: iso(0.5) })
    const successors = ['merged', 'merged trash', 'trash'].map(async (id) => {
      const { sentence, successor } = (await goneOf(id))!
      return [sentence, successor]
    })
    expect(await Promise.all(successors)).toEqual([
      ['已停办。', numberOf('stays')],
      [null, numberOf('stays')],
      [null, null],
    ])
  })

  it('is its unit’s as the tree has it now, and links to none that is there no more', async () => {
    await gone('moved', { ...withdrawn, unit: 'new' })
    await gone('orphan', withdrawn)
    expect((await goneOf('moved'))?.unit).toEqual({ id: 'new', name: '新局' })
    expect((await goneOf('orphan'))?.unit).toEqual({ id: null, name: '旧局' })
  })

  it('is looked up in the register once', async () => {
    await gone('once', { trashedAt: iso(0.5) })
    const readRows = jest.spyOn(city.payload.db as unknown as { readRows: ReadRows }, 'readRows')
    expect(await goneOf('once')).not.toBeNull()
    const asked = readRows.mock.calls.filter(([{ collection }]) => collection === 'register')
    readRows.mockRestore()
    expect(asked).toHaveLength(1)
  })
})

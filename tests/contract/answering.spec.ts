import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, type TypedUser } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
async function load() {
  const [answering, reads, tables, transaction] = await Promise.all([
    import('@/workflow/promoting/answering'),
    import('@/workflow/promoting/readsToReview'),
    import('@/tables'),
    import('@/workflow/inTransaction'),
  ])
  return { ...answering, ...reads, ...tables, ...transaction }
}

/** Its own for each test: the readings of its entries are of the period before this one. */
async function unitWith(unit: string, entries: readonly string[]) {
  const at = new Date().toISOString()
  await city.payload.db.create({
    collection: 'nodes',
    data: { id: unit, name: unit, kind: 'department', unit, createdAt: at, updatedAt: at },
  })
  const { read } = await house.periodsAt(city.payload, new Date())
  for (const id of entries) {
    const number = `ZS-${id}`
    const place = { unit, unitAbove: null, categoryKey: 'services' }
    await city.payload.db.create({
      collection: 'register',
      data: {
        ...{ id, number, title: `第${id}条`, library: 'knowledge', ...place, lock: 1 },
        ...{ state: 'approved', revision: 1, liveRevision: 1 },
      },
    })
    await city.payload.db.create({
      collection: 'dayCounts',
      data: {
        ...{ id: `day:${id}`, day: read.first, entry: id, number, reads: 5, readers: 5, uses: 0 },
        ...{ promoted: 0, counted: 5, weight: 5, heat: 0 },
      },
    })
  }
}

const asking = async (unit: string, name: string, role = 'editor') => {
  const user = { id: `${unit}-${name}`, name, unit, roles: [role], isActive: true }
  return createLocalReq(
    { user: { ...user, collection: 'users' } as unknown as TypedUser },
    city.payload,
  )
}

const read = async (unit: string, name: string, subject: string) =>
  house.answered(await asking(unit, name), { kind: 'entry', subject })

const rowsOf = async (unit: string) =>
  house.readRows(city.payload, {
    ...{ collection: 'readReviews', where: { unit: { equals: unit } }, limit: 0, sort: 'at' },
  })

const lookOf = async (unit: string) => (await rowsOf(unit)).find(({ kind }) => kind === 'all')

const goesOffline = (id: string) =>
  city.payload.db.updateOne({
    ...{ collection: 'register', where: { id: { equals: id } }, data: { liveRevision: null } },
  })

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
}, 120_000)
afterAll(() => city.close())

describe('the look at what was read', () => {
  it('is done where two answer the last two at once', async () => {
    await unitWith('a', ['a1', 'a2'])
    const both = [await read('a', 'p', 'a1'), await read('a', 'q', 'a2')] as const
    await house.nothingToDo(both[0])
    expect(await lookOf('a')).toBeUndefined()
    await house.nothingToDo(both[1])
    expect(await lookOf('a')).toMatchObject({ by: 'a-q', outcome: 'answered' })
  })

  it('is done where somebody who answers reads that nothing is left of it to answer', async () => {
    await unitWith('b', ['b1', 'b2'])
    await house.nothingToDo(await read('b', 'p', 'b1'))
    const reading = async (role?: string) =>
      house.readOwn(await asking('b', 'q', role), 'b', new Date())
    expect((await reading()).looked).toBeNull()
    await goesOffline('b2')
    expect((await reading('approver')).looked).toBeNull()
    expect((await reading()).looked).toMatchObject({ by: 'b-q', outcome: 'answered' })
    expect((await reading()).looked).not.toBeNull()
    expect((await rowsOf('b')).filter(({ kind }) => kind === 'all')).toHaveLength(1)
  })

  it('… and where all of it went offline, that nothing is there', async () => {
    await unitWith('c', ['c1'])
    await goesOffline('c1')
    await house.readOwn(await asking('c', 'p'), 'c', new Date())
    expect(await lookOf('c')).toMatchObject({ by: null, outcome: 'empty' })
  })

  it('is not done by a draft that was never written, where a server was killed before it was', async () => {
    await unitWith('f', ['f1'])
    const said = { unit: 'f', kind: 'entry', subject: 'f1', outcome: 'drafted', entry: 'lost' }
    const at = new Date().toISOString()
    await city.payload.db.create({ collection: 'readReviews', data: { ...said, id: 'lost', at } })
    const reading = async () => house.readOwn(await asking('f', 'p'), 'f', new Date())
    expect(await reading()).toMatchObject({ entries: [{ id: 'f1', answer: null }], looked: null })
    const row = { id: 'lost', number: 'ZS-lost', library: 'knowledge', unit: 'f', lock: 1 }
    const data = { ...row, state: 'draft', revision: 1 }
    await city.payload.db.create({ collection: 'register', data })
    const { entries, looked } = await reading()
    expect(entries).toMatchObject([{ id: 'f1', answer: { id: 'lost' } }])
    expect(looked).toMatchObject({ outcome: 'answered' })
  })
})

describe('看过，无需处理', () => {
  it('is one row of those who say it at the same moment', async () => {
    await unitWith('d', ['d1', 'd2'])
    const both = [await read('d', 'p', 'd1'), await read('d', 'q', 'd1')]
    for (const one of both) await house.nothingToDo(one)
    expect(await rowsOf('d')).toMatchObject([{ by: 'd-p', subject: 'd1', outcome: 'nothing' }])
  })

  it('is said of what is proposed alone', async () => {
    await unitWith('e', ['e1', 'e2'])
    await goesOffline('e2')
    const refused = house.nothingToDo(await read('e', 'p', 'e2'))
    await expect(refused).rejects.toMatchObject({ code: 'notFound' })
    await expect(refused).rejects.toThrow('不在本期所列之中')
    expect(await rowsOf('e')).toEqual([])
  })
})

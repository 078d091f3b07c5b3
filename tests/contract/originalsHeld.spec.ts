import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createLocalReq } from 'payload'
import { approvedAnew as anew, withCounty } from './anew'
import { onlineEntry } from './onlineEntry'
import { openDatabase, type Opened, type Row } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/findings/besideOriginal')),
  ...(await import('@/workflow/tasks/originals')),
  ...(await import('@/workflow/tasks/readTasks')),
  ...(await import('@/workflow/tasks/settleTasks')),
  ...(await import('@/workflow/tasks/task')),
})

const turn = () => house.settleTasks(city.payload, async () => null)
const inIndex = () =>
  city.payload.db.updateMany({
    ...{ collection: 'publications', where: { dirty: { equals: true } }, data: { dirty: false } },
  })
const tasksOf = (entry: string) =>
  house.tasksWhere(city.payload, { entry: { equals: entry }, cause: { equals: 'original' } })

const placeOf = async () => {
  const where = { id: { equals: 'settledTasks' } }
  const row = await city.payload.db.findOne<{ id: string; value: number }>({
    ...{ collection: 'counters', where },
  })
  return row?.value ?? 0
}

/** An entry of the city that is online, and one of the county that is based on it. */
async function based(id: string) {
  const title = '市里怎样办？'
  const original = await onlineEntry(city, id, { hash: `${id}1`, title, summary: '不收费。' })
  await onlineEntry(city, `${id}-county`, { unit: 'b', basedOn: `ZS-${id}` })
  await inIndex()
  await turn()
  return { original, number: `ZS-${id}`, county: `${id}-county` }
}

const approvedAnew = (row: Row, text: object) => anew(city, row, text)

/** Nothing of this entry can be asked, until it is restored. */
function failingFor(entry: string) {
  const { create } = city.payload.db
  return jest.spyOn(city.payload.db, 'create').mockImplementation((async (
    given: Parameters<typeof create>[0],
  ) => {
    if (given.collection === 'tasks' && given.data.entry === entry) throw new Error('No.')
    return create.call(city.payload.db, given)
  }) as typeof create)
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await withCounty(city)
})
afterAll(() => city.close())

describe('a text that is based on one of a unit above', () => {
  it('is asked back though another one fails, which is asked back with the next turn', async () => {
    const [first, second] = [await based('fails'), await based('goes-on')]
    await approvedAnew(first.original, { summary: '收费1元。' })
    await approvedAnew(second.original, { summary: '收费2元。' })
    await inIndex()
    const broken = failingFor(first.county)
    await expect(turn()).rejects.toThrow()
    broken.mockRestore()
    expect(await tasksOf(first.county)).toEqual([])
    expect(await tasksOf(second.county)).toHaveLength(1)
    await turn()
    expect(await tasksOf(first.county)).toHaveLength(1)
    expect(await tasksOf(second.county)).toHaveLength(1)
  })

  it('is asked back though another one fails turn after turn, and that one once it no longer does', async () => {
    const [first, second] = [await based('fails-on'), await based('behind')]
    const since = await approvedAnew(first.original, { summary: '收费3元。' })
    await inIndex()
    const broken = failingFor(first.county)
    await expect(turn()).rejects.toThrow('No.')
    const place = await placeOf()
    await approvedAnew(second.original, { summary: '收费4元。' })
    await approvedAnew(since, { summary: '收费5元。' })
    await inIndex()
    await expect(turn()).rejects.toThrow('No.')
    expect(await tasksOf(second.county)).toHaveLength(1)
    expect(await placeOf()).toBeGreaterThan(place)
    broken.mockRestore()
    await turn()
    const [task, ...others] = await tasksOf(first.county)
    expect(others).toEqual([])
    const editor = { id: 'e', name: '某人', unit: 'b', roles: ['editor' as const] }
    const told = await house.readTask(city.payload, editor, task!.id)
    expect(told?.original?.difference?.[0]).toMatchObject({
      before: '不收费。',
      after: '收费5元。',
    })
    await turn()
    expect(await tasksOf(first.county)).toHaveLength(1)
  })

  it('is held against one that readers see now, and against none after its end or before its day', async () => {
    const { original, number } = await based('later')
    const req = await createLocalReq({}, city.payload)
    const text = { title: '县里如何申领？', basedOn: number }
    const kinds = async () =>
      (await house.besideOriginal({ req, unit: 'b', text })).map(({ kind }) => kind)
    expect(await kinds()).toContain('otherTitle')
    const ended = await approvedAnew(original, { validUntil: '2020-01-01T00:00:00.000Z' })
    expect(await kinds()).toEqual([])
    await approvedAnew(ended, { validUntil: null, validFrom: '2099-01-01T00:00:00.000Z' })
    expect(await kinds()).toEqual([])
  })

  it('is asked back once its original’s validity ended, which no change tells of, and its unit is shown so', async () => {
    const { original, county, number } = await based('ends')
    const validUntil = new Date(Date.now() + 3_600_000).toISOString()
    await city.alter(original.id, { validUntil })
    await onlineEntry(city, 'ends-not', { unit: 'b', basedOn: 'ZS-goes-on' })
    const after = new Date(Date.now() + 7_200_000)
    const asked = () => house.askByEnded(city.payload, after)
    expect(await house.askByEnded(city.payload)).toBe(0)
    expect(await asked()).toBe(1)
    expect(await asked()).toBe(0)
    const [task] = await tasksOf(county)
    expect(task).toMatchObject({ about: number, unit: 'b', state: 'open' })
    const editor = { id: 'e', name: '某人', unit: 'b', roles: ['editor' as const] }
    const told = await house.readTask(city.payload, editor, task!.id, after)
    expect(told?.original).toMatchObject({ isOnline: true, isEnded: true, title: null })
    // Once its unit saw to it, the same end is not asked about again, whoever reads the original by now.
    await city.payload.db.updateOne({
      ...{ collection: 'tasks', id: task!.id, data: { state: 'closed', outcome: 'reviewed' } },
    })
    const [live] = (
      await city.payload.db.find({
        collection: 'publications',
        where: { slot: { equals: original.entry } },
      })
    ).docs
    await approvedAnew({ ...original, id: String(live!.id) }, { openToPublic: false })
    expect(await asked()).toBe(0)
    expect(await tasksOf(county)).toHaveLength(1)
  })

  it('is left alone where it was approved after that end', async () => {
    const { original, number } = await based('ended')
    await city.alter(original.id, { validUntil: '2020-01-01T00:00:00.000Z' })
    await onlineEntry(city, 'ended-after', { unit: 'b', basedOn: number })
    await house.askByEnded(city.payload)
    expect(await tasksOf('ended-after')).toEqual([])
  })
})

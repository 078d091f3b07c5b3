import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { Actor } from '@/access/actor'
import type { TaskStep } from '@/access/tasks'
import { approvedAnew as anew, withCounty } from './anew'
import { onlineEntry } from './onlineEntry'
import { openDatabase, type Opened, type Row } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/tasks/opened')),
  ...(await import('@/workflow/tasks/readTasks')),
  ...(await import('@/workflow/tasks/settleTasks')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
  ...(await import('@/workflow/tasks/task')),
})

const person = (role: 'editor' | 'approver', unit = 'b'): Actor => ({
  ...{ id: `${unit}-${role}`, name: '某人', unit, roles: [role] },
})
const tasksOf = (entry: string) =>
  house.tasksWhere(city.payload, {
    and: [{ entry: { equals: entry } }, { cause: { equals: 'original' } }],
  })
const turn = () => house.settleTasks(city.payload, async () => null)
const inIndex = () =>
  city.payload.db.updateMany({
    ...{ collection: 'publications', where: { dirty: { equals: true } }, data: { dirty: false } },
  })
/** What the workflow does, search takes it, and the clock looks. */
async function seenTo(change: () => Promise<unknown>) {
  await change()
  await inIndex()
  await turn()
}

/** An entry of the city that is online, and one of the county that is based on it. */
async function based(id: string, more: object = {}) {
  const number = `ZS-${id}`
  const original = await onlineEntry(city, id, {
    hash: `${id}1`,
    summary: '带身份证到窗口办理。',
    plain: '带身份证。',
    ...more,
  })
  const county = `${id}-county`
  await onlineEntry(city, county, { unit: 'b', basedOn: number })
  await inIndex()
  await turn()
  return { original, number, county }
}
const approvedAnew = (row: Row, text: object) => anew(city, row, text)

async function take(step: TaskStep, id: string, actor: Actor) {
  const req = await createLocalReq({}, city.payload)
  await house.openTaskText(req, actor, id)
  return house.takeTaskStep(req, actor, { id, step, body: {} })
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await withCounty(city)
})
afterAll(() => city.close())

describe('an entry that is based on one of a unit above', () => {
  it('is asked back once its original says something else, and its unit is shown what', async () => {
    const { original, number, county } = await based('changed')
    await seenTo(() => approvedAnew(original, { summary: '带身份证和社保卡到窗口办理。' }))
    const [task, ...others] = await tasksOf(county)
    expect(others).toEqual([])
    expect(task).toMatchObject({ kind: 'review', unit: 'b', about: number, state: 'open' })
    const told = await house.readTask(city.payload, person('editor'), task!.id)
    expect(told?.original).toMatchObject({ number, title: 'changed', isOnline: true })
    const [change] = told?.original?.difference ?? []
    expect(change).toMatchObject({ field: 'summary', after: '带身份证和社保卡到窗口办理。' })
    await turn()
    expect(await tasksOf(county)).toHaveLength(1)
  })

  it('is asked back once for several changes before it is seen to, and again for one after', async () => {
    const { original, county } = await based('often')
    const second = await (async () => {
      let row = original
      await seenTo(async () => (row = await approvedAnew(original, { summary: '收费10元。' })))
      return row
    })()
    let third = second
    await seenTo(async () => (third = await approvedAnew(second, { plain: '先预约。' })))
    const [task, ...none] = await tasksOf(county)
    expect(none).toEqual([])
    const told = await house.readTask(city.payload, person('editor'), task!.id)
    expect(told?.original?.difference?.map(({ field }) => field)).toEqual(['summary', 'plain'])
    await take('confirm', task!.id, person('editor'))
    await seenTo(() => approvedAnew(third, { title: '怎样办理？' }))
    const all = await tasksOf(county)
    expect(all.map(({ state }) => state).sort()).toEqual(['answered', 'open'])
    const fresh = all.find(({ state }) => state === 'open')
    const later = await house.readTask(city.payload, person('editor'), fresh!.id)
    expect(later?.original?.difference?.map(({ field }) => field)).toEqual(['title'])
    await take('reconfirm', task!.id, person('approver'))
    expect((await tasksOf(county)).map(({ state }) => state).sort()).toEqual(['closed', 'open'])
  })

  it('is asked back for all that changed between two looks of the clock, however the row was shown since', async () => {
    const { original, county } = await based('quick')
    await seenTo(async () => {
      const second = await approvedAnew(original, { summary: '不收费。' })
      await approvedAnew(second, { openToPublic: false, hash: second.hash })
    })
    const [task] = await tasksOf(county)
    const told = await house.readTask(city.payload, person('editor'), task!.id)
    expect(told?.original?.difference?.map(({ field }) => field)).toEqual(['summary'])
  })

  it('is asked back where its original is valid for another time, and where it is offline', async () => {
    const ending = await based('ending')
    const validUntil = new Date('2099-12-31T15:59:59.999Z').toISOString()
    await seenTo(() => approvedAnew(ending.original, { validUntil }))
    expect(await tasksOf(ending.county)).toHaveLength(1)
    const gone = await based('gone')
    const successor = await onlineEntry(city, 'gone-next', { number: 'ZS-next' })
    await seenTo(async () => {
      await city.closeRow(gone.original)
      await city.alter(gone.original.id, { until: new Date().toISOString() })
      await city.payload.db.updateOne({
        ...{ collection: 'register', id: 'gone' },
        data: { liveRevision: null, successor: successor.entry },
      })
    })
    const [task] = await tasksOf(gone.county)
    const told = await house.readTask(city.payload, person('editor'), task!.id)
    expect(told?.original).toEqual({
      ...{
        number: 'ZS-gone',
        title: null,
        isOnline: false,
        successor: 'ZS-next',
        isEnded: false,
        difference: null,
      },
    })
  })

  it('is left alone where it was approved after its original changed', async () => {
    const { original, number } = await based('before')
    await approvedAnew(original, { summary: '收费40元。' })
    const from = new Date(Date.now() + 60_000).toISOString()
    await onlineEntry(city, 'after', { unit: 'b', basedOn: number, approvedAt: from })
    await inIndex()
    await turn()
    expect(await tasksOf('after')).toEqual([])
    expect(await tasksOf('before-county')).toHaveLength(1)
  })

  it('is left alone where readers see the same: other keywords, other switches, another place', async () => {
    const { original, county } = await based('same')
    let row = { ...original, hash: '' }
    await seenTo(async () => (row = await approvedAnew(row, { keywords: ['窗口'] })))
    const switched = () => approvedAnew(row, { hash: row.hash, openToPublic: false })
    await seenTo(async () => (row = await switched()))
    // A row that is shown anew is closed for a moment, where no transaction hides it.
    await seenTo(() => city.closeRow(row))
    expect(await tasksOf(county)).toEqual([])
  })

  it('shows nothing of an original that its people may not read now', async () => {
    const { original, county } = await based('closed')
    await seenTo(() =>
      approvedAnew(original, { summary: '内部口径。', openToUnits: false, openToPublic: false }),
    )
    const [task] = await tasksOf(county)
    const told = await house.readTask(city.payload, person('editor'), task!.id)
    expect(told?.original).toMatchObject({ title: null, isOnline: true, difference: null })
    expect(JSON.stringify(told)).not.toContain('内部口径')
  })

  it('is seen to by a revision that is approved', async () => {
    const { original, county } = await based('revised')
    await seenTo(() => approvedAnew(original, { summary: '收费20元。' }))
    const [live] = (
      await city.payload.db.find({
        collection: 'publications',
        where: { slot: { equals: county } },
      })
    ).docs
    const from = new Date(Date.now() + 1_000).toISOString()
    await seenTo(() => city.alter(String(live?.id), { revision: 2, from }))
    const [task] = await tasksOf(county)
    expect(task).toMatchObject({ state: 'closed', outcome: 'revised' })
  })

  it('is asked back after a kill between two of them, each once', async () => {
    const { original, number, county } = await based('killed')
    await onlineEntry(city, 'killed-other', { unit: 'b', basedOn: number })
    await inIndex()
    await turn()
    await approvedAnew(original, { summary: '收费30元。' })
    await inIndex()
    const create = city.payload.db.create.bind(city.payload.db)
    let made = 0
    city.payload.db.create = (async (given: Parameters<typeof create>[0]) => {
      if (given.collection === 'tasks' && (made += 1) > 1) throw new Error('killed')
      return create(given)
    }) as typeof create
    await expect(turn()).rejects.toThrow('killed')
    city.payload.db.create = create
    expect((await tasksOf(county)).length + (await tasksOf('killed-other')).length).toBe(1)
    await turn()
    expect([(await tasksOf(county)).length, (await tasksOf('killed-other')).length]).toEqual([1, 1])
  })
})

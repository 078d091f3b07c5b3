import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/tasks/askReviews')),
  ...(await import('@/workflow/tasks/documents')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/tasks/settleTasks')),
  ...(await import('@/tables')),
})

const now = new Date('2026-06-01T09:00:00+08:00')
const at = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString()
const person = (id: string, role: 'editor' | 'approver') => ({
  ...{ id, name: '某人', unit: 'a' },
  roles: [role] as const,
})

/** An entry that is online, with its copy and its row of the register. */
async function online(id: string, more: object = {}, category = 'services') {
  const place = { unit: 'a', unitAbove: null, categoryKey: category }
  const { db } = city.payload
  await db.create({
    collection: 'register',
    data: {
      ...{ id, number: `ZS-${id}`, title: id, library: 'knowledge', ...place },
      ...{ state: 'approved', revision: 1, liveRevision: 1, lock: 1 },
    },
  })
  await db.create({ collection: 'knowledge', data: { id, title: id } })
  const given = { unit: 'a', title: id, number: `ZS-${id}`, categoryKey: category }
  return city.publish(id, { ...given, approvedAt: at('2026-05-20'), ...more })
}

const reviewDay = async (id: string) => {
  const [row] = await house.readRows(city.payload, {
    ...{ collection: 'publications', columns: ['reviewBy', 'confirmedAt'], limit: 1 },
    where: { slot: { equals: id } },
  })
  return row
}
const taskOf = async (id: string) =>
  (await house.tasksWhere(city.payload, { entry: { equals: id } }))[0]

async function take(step: 'confirm' | 'reconfirm', id: string, by: 'editor' | 'approver') {
  const req = await createLocalReq({}, city.payload)
  const task = await taskOf(id)
  return house.takeTaskStep(req, person(by, by), {
    ...{ id: String(task?.id), step, body: { revision: 1 } },
  })
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  const node = { name: '市民政局', kind: 'department', unit: 'a', level: 1 }
  await city.payload.db.create({ collection: 'nodes', data: { id: 'a', ...node } })
  await city.payload.db.create({
    collection: 'nodes',
    data: { ...node, id: 'c', unit: 'c', name: '热线中心', isCentre: true },
  })
})
afterAll(() => city.close())

describe('the day of review', () => {
  it('of what names none follows from its category and its approval, and gives old texts time', async () => {
    await online('hot', {}, 'hotspots')
    await online('policy', {}, 'policies')
    await online('service')
    await online('old', { approvedAt: at('2020-01-01') })
    await online('own', { reviewBy: at('2027-03-03') })
    expect(await house.fillReviewDays(city.payload, now)).toBe(4)
    expect((await reviewDay('hot'))?.reviewBy).toBe(at('2026-07-01'))
    expect((await reviewDay('policy'))?.reviewBy).toBe(at('2026-11-20'))
    expect((await reviewDay('service'))?.reviewBy).toBe(at('2027-05-20'))
    expect((await reviewDay('old'))?.reviewBy).toBe(at('2026-07-01'))
    expect((await reviewDay('own'))?.reviewBy).toBe(at('2027-03-03'))
    expect(await house.fillReviewDays(city.payload, now)).toBe(0)
  })

  it('is asked for two weeks before, once, and begins anew when the unit confirms that nothing has to change', async () => {
    await online('near', { reviewBy: at('2026-06-15') })
    expect(await house.askReviews(city.payload, now)).toBe(1)
    expect(await house.askReviews(city.payload, now)).toBe(0)
    expect(await taskOf('near')).toMatchObject({ kind: 'review', cause: 'due', due: '2026-06-15' })
    await take('confirm', 'near', 'editor')
    await expect(take('reconfirm', 'near', 'editor')).rejects.toMatchObject({ code: 'notAllowed' })
    await take('reconfirm', 'near', 'approver')
    expect(await taskOf('near')).toMatchObject({ state: 'closed', outcome: 'reviewed' })
    const day = await reviewDay('near')
    expect(String(day?.reviewBy) > at('2027-05-31')).toBe(true)
    expect(day?.confirmedAt).not.toBeNull()
  })

  it('is no day of review where validity ends: that is extended, replaced or over', async () => {
    await online('ending', { reviewBy: at('2027-01-01'), validUntil: at('2026-06-10') })
    expect(await house.askReviews(city.payload, now)).toBe(1)
    await expect(take('confirm', 'ending', 'editor')).rejects.toMatchObject({ code: 'wrongState' })
  })

  it('is met by a revision, and by what goes offline', async () => {
    const revised = await online('revised', { reviewBy: at('2026-06-05') })
    const gone = await online('gone', { reviewBy: at('2026-06-05') })
    await house.askReviews(city.payload, now)
    await city.alter(revised.id, { revision: 2, from: new Date('2026-06-02').toISOString() })
    await city.closeRow(gone)
    await house.settleAllTasks(city.payload, async () => null, new Date('2026-06-02'))
    expect(await taskOf('revised')).toMatchObject({ state: 'closed', outcome: 'revised' })
    expect(await taskOf('gone')).toMatchObject({ state: 'closed', outcome: 'offline' })
  })
})

describe('a document that is repealed or replaced', () => {
  it('asks back each text online that rests on it, however its number is written', async () => {
    await online('rests', { basis: '根据广政公[2019]11号第三条', reviewBy: at('2027-03-03') })
    await online('inText', { plain: '依据\n（广政公〔2019〕11号）', reviewBy: at('2027-03-03') })
    await online('other', { basis: '广政公〔2019〕12号', reviewBy: at('2027-03-03') })
    await city.payload.db.create({
      collection: 'documents',
      data: {
        ...{ id: 'd', number: '广政公〔2019〕11号', slot: '广政公〔2019〕11号', title: '某办法' },
        ...{ state: 'replaced', replacedBy: '广政公〔2026〕3号' },
      },
    })
    expect(await house.askByBasis(city.payload, now)).toBe(2)
    expect(await house.askByBasis(city.payload, now)).toBe(0)
    expect(await taskOf('rests')).toMatchObject({
      ...{ cause: 'basis', about: '广政公〔2019〕11号 → 广政公〔2026〕3号' },
    })
    expect(await taskOf('other')).toBeUndefined()
  })
})

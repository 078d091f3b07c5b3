import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { Actor } from '@/access/actor'
import { onlineEntry } from './onlineEntry'
import { openDatabase, type Opened } from './openDatabase'
import { unitWithPeople } from './unitWithPeople'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/tasks/askReviews')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/tasks/opened')),
  ...(await import('@/workflow/tasks/settleTasks')),
})

const now = new Date('2026-06-01T09:00:00+08:00')
const due = new Date('2026-06-10T00:00:00+08:00').toISOString()
const person = (unit: string, role: 'editor' | 'approver'): Actor => ({
  ...{ id: `${unit}-${role}`, name: '某人', unit, roles: [role] },
})

/** An entry that is online and is to be reviewed; its live row. */
const online = (id: string, more: object = {}) => onlineEntry(city, id, { reviewBy: due, ...more })
const tasksOf = (id: string) => house.tasksWhere(city.payload, { entry: { equals: id } })
const openTaskOf = async (id: string) => {
  const task = (await tasksOf(id)).find(({ state }) => state === 'open')
  if (!task) throw new Error('There is no task.')
  return task
}
const req = () => createLocalReq({}, city.payload)
const open = async (actor: Actor, task: string) => house.openTaskText(await req(), actor, task)

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await unitWithPeople(city)
  await city.payload.db.create({
    collection: 'nodes',
    data: { id: 'b', name: '单位b', kind: 'department', unit: 'b', level: 1 },
  })
})
afterAll(() => city.close())

describe('the text of a task', () => {
  it('is shown to its unit, and to whoever told of it only while they may read it', async () => {
    const row = await online('seen')
    await house.askReviews(city.payload, now)
    const { id } = await openTaskOf('seen')
    const teller = person('b', 'editor')
    await city.payload.db.updateOne({
      ...{ collection: 'tasks', id, data: { reporters: teller.id } },
    })
    expect(await open(teller, id)).toMatchObject({ number: 'ZS-seen' })
    await city.alter(row.id, { openToUnits: false, openToPublic: false })
    await expect(open(teller, id)).rejects.toMatchObject({ code: 'notFound' })
    expect(await open(person('a', 'approver'), id)).toMatchObject({ number: 'ZS-seen' })
  })

  it('goes with the text to another unit, and the task too', async () => {
    const row = await online('moved', { openToUnits: false, openToPublic: false })
    await house.askReviews(city.payload, now)
    const { id } = await openTaskOf('moved')
    await city.payload.db.updateOne({ collection: 'register', id: 'moved', data: { unit: 'b' } })
    await city.alter(row.id, { unit: 'b' })
    await expect(open(person('a', 'editor'), id)).rejects.toMatchObject({ code: 'notFound' })
    await house.askReviews(city.payload, now)
    expect(await openTaskOf('moved')).toMatchObject({ id, unit: 'b' })
    expect(await open(person('b', 'editor'), id)).toMatchObject({ number: 'ZS-moved' })
  })

  it('is opened anew for each task: an earlier look was at another one', async () => {
    const row = await online('again')
    await house.askReviews(city.payload, now)
    const first = await openTaskOf('again')
    const editor = person('a', 'editor')
    await open(editor, first.id)
    expect([...(await house.openedAmong(await req(), editor, [first]))]).toEqual([first.id])
    await city.payload.db.updateOne({
      ...{ collection: 'tasks', id: first.id, data: { state: 'closed', outcome: 'reviewed' } },
    })
    await city.alter(row.id, { reviewBy: new Date('2026-06-12T00:00:00+08:00').toISOString() })
    await house.askReviews(city.payload, now)
    const next = await openTaskOf('again')
    expect([...(await house.openedAmong(await req(), editor, [next]))]).toEqual([])
    await expect(house.openedNow(await req(), editor, next, undefined)).rejects.toMatchObject({
      code: 'notOpened',
    })
    await open(editor, next.id)
    await house.openedNow(await req(), editor, next, undefined)
  })
})

describe('a review that ended because the text went offline', () => {
  it('is asked for again once the text is back with the same day', async () => {
    const row = await online('back')
    await house.askReviews(city.payload, now)
    await city.closeRow(row)
    await house.settleAllTasks(city.payload, async () => null, now)
    expect(await tasksOf('back')).toMatchObject([{ state: 'closed', outcome: 'offline' }])
    await city.publish('back', { unit: 'a', title: 'back', number: 'ZS-back', reviewBy: due })
    expect(await house.askReviews(city.payload, now)).toBe(1)
    expect(await house.askReviews(city.payload, now)).toBe(0)
  })
})

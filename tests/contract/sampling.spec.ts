import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/sampling/draw')),
  ...(await import('@/workflow/sampling/check')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/tasks/openTask')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
  ...(await import('@/statistics/readCity')),
  ...(await import('@/workflow/tasks/waitingTasks')),
  ...(await import('@/tables')),
})

const now = new Date('2026-06-03T09:00:00+08:00')
const centre = { id: 'zx', name: '中心', unit: 'c', roles: ['centre'] as const }
const editor = { id: 'ed', name: '某人', unit: 'a', roles: ['editor'] as const }
const req = () =>
  createLocalReq({ user: { ...centre, collection: 'users' } as never }, city.payload)

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  for (const [id, isCentre] of [
    ['a', false],
    ['c', true],
  ] as const)
    await city.payload.db.create({
      collection: 'nodes',
      data: { id, name: id, kind: 'department', unit: id, level: 1, isCentre },
    })
  for (let at = 0; at < 30; at += 1) {
    const id = `e${at}`
    const when = new Date('2026-01-05T09:00:00+08:00').toISOString()
    await city.publish(id, {
      ...{ unit: 'a', title: `第${at}条`, number: `ZS-${at}`, from: when, approvedAt: when },
    })
  }
})
afterAll(() => city.close())

describe('抽查', () => {
  it('draws by a number on record, from which the same comes again', async () => {
    const sample = await house.drawSample(await req(), { size: 5, unit: null }, now)
    expect(sample.entries).toHaveLength(5)
    // What is approved since changes nothing of it.
    await city.publish('later', { unit: 'a', title: '后来', number: 'ZS-99' })
    expect(await house.drawn(city.payload, sample)).toEqual(sample.entries)
  })

  it('draws from nothing with a sentence, and puts no empty one on record', async () => {
    const drawing = house.drawSample(await req(), { size: 5, unit: 'c' }, now)
    await expect(drawing).rejects.toMatchObject({ code: 'invalid' })
    expect(await house.readRows(city.payload, { collection: 'samples', limit: 0 })).toHaveLength(1)
  })

  it('makes a task of what is not as it should be, once, and none of what is', async () => {
    const sample = await house.drawSample(await req(), { size: 2, unit: 'a' }, now)
    const [fine = '', flawed = ''] = sample.entries
    const check = async (number: string, faults: readonly 'accuracy'[]) =>
      house.checkEntry(await req(), centre, sample, { number, faults, sentence: '电话有误。' }, now)
    await check(fine, [])
    await check(flawed, ['accuracy'])
    await expect(check(flawed, [])).rejects.toMatchObject({ code: 'wrongState' })
    await expect(check('ZS-none', [])).rejects.toMatchObject({ code: 'notFound' })
    const tasks = await house.tasksWhere(city.payload, { kind: { equals: 'sample' } })
    expect(tasks).toMatchObject([{ entryNumber: flawed, unit: 'a', about: '电话有误。' }])
    const entries = await house.sampleEntries(city.payload, sample)
    expect(entries.map(({ check }) => check?.faults)).toEqual([[], ['accuracy']])
    const span = { from: '2026-06-01', to: '2026-06-30' }
    const figures = (await house.readCity(city.payload, span, now)).get('a')
    expect(figures).toMatchObject({ tasksTold: 1, tasksOpen: 1, tasksOverdue: 0 })
    expect(figures).toMatchObject({ sampled: 2, flawed: 1 })
  })
})

describe('corrections', () => {
  const entry = { id: 'e1', number: 'ZS-1', revision: 1 }
  const report = { by: null, byName: null, unit: null, channel: 'portal' as const }
  const tell = async () => {
    const unit = { id: 'a', name: 'a', unitAbove: null }
    const task = { kind: 'correction' as const, unit, about: '有误', due: '2026-06-05', entry }
    return house.openTask(await req(), { ...task, at: now }, report)
  }
  const isUnreliable = async () => {
    const [row] = await house.readRows(city.payload, {
      ...{ collection: 'publications', columns: ['isUnreliable'], limit: 1 },
      where: { slot: { equals: 'e1' } },
    })
    return row?.isUnreliable === true
  }

  it('mark a text as not reliable once three of them were right within ninety days', async () => {
    for (let n = 1; n <= 3; n += 1) {
      expect(await isUnreliable()).toBe(false)
      const { id } = await tell()
      const body = { sentence: '属实。' }
      await house.takeTaskStep(await createLocalReq({}, city.payload), editor, {
        ...{ id, step: 'uphold', body },
      })
    }
    expect(await isUnreliable()).toBe(true)
  })

  it('that nobody looked at come first among what waits', async () => {
    const { number } = await tell()
    const [first] = await house.waitingTasks(city.payload, editor, now)
    expect(first?.number).toBe(number)
  })
})

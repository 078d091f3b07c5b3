import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/tasks/finishTaskStep')),
  ...(await import('@/workflow/tasks/history')),
  ...(await import('@/workflow/tasks/report')),
  ...(await import('@/workflow/tasks/requests')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/counters')),
  ...(await import('@/tables')),
})

const centre = { id: 'zx', name: '中心', unit: 'c', roles: ['centre'] as const }
const units = ['a', 'b', 'd']
const due = '2099-12-04'

async function ask(sentence: string) {
  const user = { ...centre, collection: 'users' } as never
  const told = {
    req: await createLocalReq({ user }, city.payload),
    actor: centre,
    at: new Date(),
  }
  return house.tellRequest(told, { units, sentence, due })
}
const tasksOf = (about: string) => house.tasksWhere(city.payload, { about: { equals: about } })
const rowsOf = (collection: 'taskReports' | 'audit', where: Record<string, object>) =>
  house.readRows(city.payload, { collection, where, limit: 0 })
const notes = async () => (await city.payload.kv.keys()).filter((key) => key.startsWith('request:'))

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await house.ensureCounters(city.payload)
  const { db } = city.payload
  for (const id of [...units, 'c']) {
    const node = { id, name: id, kind: 'department', unit: id, level: 1, isCentre: id === 'c' }
    await db.create({ collection: 'nodes', data: node })
    const person = { id: `ed-${id}`, name: '某人', username: `ed-${id}`, unit: id }
    const data = { ...person, roles: ['editor'], isActive: true }
    await db.create({ collection: 'users', data })
  }
  const person = { id: 'zx', name: '中心', username: 'zx', unit: 'c' }
  const data = { ...person, roles: ['centre'], isActive: true }
  await db.create({ collection: 'users', data })
})
afterAll(() => city.close())

/** The power goes where the second row of this kind is written: amid a unit, or between two. */
async function cutAt(collection: string, work: () => Promise<unknown>): Promise<void> {
  const { create } = city.payload.db
  let written = 0
  const cut = jest.spyOn(city.payload.db, 'create').mockImplementation((async (
    given: Parameters<typeof create>[0],
  ) => {
    if (given.collection === collection && (written += 1) >= 2) throw new Error('The power went.')
    return create.call(city.payload.db, given)
  }) as typeof create)
  try {
    await expect(work()).rejects.toMatchObject({ code: 'busy' })
  } finally {
    cut.mockRestore()
  }
}

describe('a request of the centre to several units', () => {
  it('is a task of each, and nothing is left of it to do', async () => {
    const opened = await ask('请补充地址')
    expect(opened.map(({ isNew }) => isNew)).toEqual([true, true, true])
    expect((await tasksOf('请补充地址')).map(({ unit }) => unit).sort()).toEqual(units)
    expect(await notes()).toEqual([])
  })

  it.each(['tasks', 'taskReports', 'taskSteps', 'audit', 'messages'] as const)(
    'that a power cut interrupts before %s is asked of every unit once when the server is there again',
    async (at) => {
      const about = `断电${at}`
      await cutAt(at, () => ask(about))
      expect(await notes()).toHaveLength(1)
      await house.repairTaskSteps(city.payload)
      await house.repairRequests(city.payload)
      const tasks = await tasksOf(about)
      expect(tasks.map(({ unit }) => unit).sort()).toEqual(units)
      expect(new Set(tasks.map(({ matter }) => matter)).size).toBe(1)
      for (const { id, unit } of tasks) {
        expect((await house.historyOfTask(city.payload, id)).map(({ step }) => step)).toEqual([
          'open',
        ])
        expect(await rowsOf('taskReports', { task: { equals: id } })).toMatchObject([{ by: 'zx' }])
        expect(await rowsOf('audit', { subject: { equals: id } })).toMatchObject([{ by: 'zx' }])
        const told = await house.readRows(city.payload, {
          ...{ collection: 'messages', limit: 0 },
          where: { page: { equals: `/admin/tasks/${id}` }, person: { equals: `ed-${unit}` } },
        })
        expect(told).toHaveLength(1)
      }
      expect(await notes()).toEqual([])
    },
  )

  it('of which one unit fails is asked of all others, and of that one after pauses that grow', async () => {
    const { create } = city.payload.db
    const about = '一个单位失败'
    let failures = 0
    const broken = jest.spyOn(city.payload.db, 'create').mockImplementation((async (
      given: Parameters<typeof create>[0],
    ) => {
      const isOfOne = given.collection === 'tasks' && given.data.unit === 'a'
      if (isOfOne) throw new Error('It is broken.')
      return create.call(city.payload.db, given)
    }) as typeof create)
    const log = jest.spyOn(city.payload.logger, 'error').mockImplementation(() => {
      failures += 1
    })
    const read = jest.spyOn(city.payload.kv, 'get')
    /** How often it has been tried so much later; where it was, it has failed by then. */
    const triedAfter = async (milliseconds: number) => {
      await jest.advanceTimersByTimeAsync(milliseconds)
      const tried = read.mock.calls.filter(([key]) => key.startsWith('request:')).length
      while (failures < tried) await new Promise(setImmediate)
      return tried
    }
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] })
    try {
      await expect(ask(about)).rejects.toMatchObject({ code: 'busy' })
      expect((await tasksOf(about)).map(({ unit }) => unit).sort()).toEqual(['b', 'd'])
      expect([await triedAfter(4_000), await triedAfter(1_000)]).toEqual([1, 2])
      expect([await triedAfter(9_000), await triedAfter(1_000)]).toEqual([2, 3])
      const [note = ''] = await notes()
      expect(await city.payload.kv.get(note)).toMatchObject({ units: ['a'] })
      broken.mockRestore()
      await jest.advanceTimersByTimeAsync(20_000)
      while ((await notes()).length > 0) await new Promise(setImmediate)
    } finally {
      jest.useRealTimers()
      broken.mockRestore()
      read.mockRestore()
      log.mockRestore()
    }
    expect((await tasksOf(about)).map(({ unit }) => unit).sort()).toEqual(units)
    expect(await notes()).toEqual([])
  })

  it('that stopped while the server goes on does so by itself', async () => {
    jest.useFakeTimers({ advanceTimers: true, doNotFake: ['setImmediate', 'nextTick'] })
    try {
      await cutAt('taskSteps', () => ask('自行继续'))
      await jest.advanceTimersByTimeAsync(5_000)
    } finally {
      jest.useRealTimers()
    }
    while ((await notes()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await tasksOf('自行继续')).map(({ unit }) => unit).sort()).toEqual(units)
  })
})

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/tasks/finishTaskStep')),
  ...(await import('@/workflow/tasks/history')),
  ...(await import('@/workflow/tasks/openTask')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/counters')),
  ...(await import('@/tables')),
})

const unit = { id: 'a', name: '市民政局', unitAbove: null }
const person = (id: string, role: 'editor' | 'approver') => ({
  ...{ id, name: id, unit: 'a' },
  roles: [role] as const,
})
const agent = { by: 'agent', byName: '坐席', unit: 'c', channel: 'desk' as const }
const req = () => createLocalReq({}, city.payload)

async function gap(about: string) {
  const task = { kind: 'gap' as const, unit, about, due: '2026-12-04', at: new Date() }
  return (await house.openTask(await req(), task, { ...agent, query: about })).id
}
const take = async (id: string, step: 'take' | 'refuse' = 'take') => {
  const actor = step === 'take' ? person('ed', 'editor') : person('ap', 'approver')
  return house.takeTaskStep(await req(), actor, { id, step, body: { reason: '不属受理范围。' } })
}
const taskOf = async (id: string) =>
  (await house.tasksWhere(city.payload, { id: { equals: id } }))[0]
const stepsOf = async (id: string) =>
  (await house.historyOfTask(city.payload, id)).map(({ step }) => step)
const rowsOf = (collection: 'taskReports' | 'audit', where: Record<string, object>) =>
  house.readRows(city.payload, { collection, where, limit: 0 })
const messagesTo = (id: string, people: string) =>
  house.readRows(city.payload, {
    ...{ collection: 'messages', limit: 0 },
    where: { page: { equals: `/admin/tasks/${id}` }, person: { equals: people } },
  })

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await house.ensureCounters(city.payload)
  const node = { name: unit.name, kind: 'department', unit: 'a', level: 1 }
  await city.payload.db.create({ collection: 'nodes', data: { id: 'a', ...node } })
  const user = { name: '某人', username: 'ed', unit: 'a', roles: ['editor'], isActive: true }
  await city.payload.db.create({ collection: 'users', data: { id: 'ed', ...user } })
})
afterAll(() => city.close())

describe('of two who take a step of the same task at once', () => {
  it('one wins, and the other is told that it moved on', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await gap(`同时办理${round}`)
      const taken = await Promise.allSettled([take(id), take(id, 'refuse'), take(id)])
      const won = taken.filter(({ status }) => status === 'fulfilled')
      const lost = taken.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      expect(won.length).toBe(1)
      expect(lost).toMatchObject([{ code: 'changedMeanwhile' }, { code: 'changedMeanwhile' }])
      expect(await stepsOf(id)).toHaveLength(2)
    }
  })

  it('and of many who tell of one gap at once each is counted and will hear the end', async () => {
    const id = await gap('同时上报')
    const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']
    const told = people.map(async (by) =>
      house.joinTask(await req(), id, { ...agent, by, query: '同时上报' }, new Date()),
    )
    await Promise.all(told)
    const task = await taskOf(id)
    expect(task?.count).toBe(7)
    expect(house.reportersOf({ reporters: task?.reporters ?? null }).sort()).toEqual([
      'agent',
      ...people,
    ])
  })
})

/** Where the power goes: the write that does not come to pass. */
const cuts = ['taskReports', 'taskSteps', 'audit', 'messages'] as const

async function cutAt<Done>(collection: string, work: () => Promise<Done>): Promise<void> {
  const { create } = city.payload.db
  const cut = jest.spyOn(city.payload.db, 'create').mockImplementation((async (
    given: Parameters<typeof create>[0],
  ) => {
    if (given.collection === collection) throw new Error('The power went.')
    return create.call(city.payload.db, given)
  }) as typeof create)
  try {
    await expect(work()).rejects.toThrow('The power went.')
  } finally {
    cut.mockRestore()
  }
}

describe('the power goes', () => {
  it.each(cuts)(
    'amid telling of a gap, before %s: afterwards it is there whole or not at all',
    async (at) => {
      const about = `断电上报${at}`
      await cutAt(at, () => gap(about))
      await house.repairTaskSteps(city.payload)
      const [task] = await house.tasksWhere(city.payload, { about: { equals: about } })
      if (!task) return
      expect(task.intent ?? null).toBeNull()
      expect(await stepsOf(task.id)).toEqual(['open'])
      expect(await rowsOf('taskReports', { task: { equals: task.id } })).toMatchObject([
        { query: about, by: 'agent' },
      ])
      expect(await rowsOf('audit', { subject: { equals: task.id } })).toHaveLength(1)
      expect(await messagesTo(task.id, 'ed')).toHaveLength(1)
      expect(await house.repairTaskSteps(city.payload)).toBe(0)
    },
  )

  it.each(['taskSteps', 'audit'] as const)(
    'amid a step, before %s: afterwards it was taken whole or not at all',
    async (at) => {
      const id = await gap(`断电办理${at}`)
      await cutAt(at, () => take(id))
      await house.repairTaskSteps(city.payload)
      const task = await taskOf(id)
      const steps = await stepsOf(id)
      expect([task?.state, steps.join()]).toEqual(
        task?.state === 'open' ? ['open', 'open'] : ['taken', 'open,take'],
      )
      expect(await rowsOf('audit', { subject: { equals: id } })).toHaveLength(steps.length)
      if (task?.state === 'open') await take(id)
      expect(await stepsOf(id)).toEqual(['open', 'take'])
    },
  )

  it('amid a step: whoever takes the next one finds it finished', async () => {
    const id = await gap('断电之后')
    await cutAt('taskSteps', () => take(id))
    await take(id, 'refuse')
    const steps = await stepsOf(id)
    expect(['open,refuse', 'open,take,refuse']).toContain(steps.join())
    expect(await rowsOf('audit', { subject: { equals: id } })).toHaveLength(steps.length)
  })
})

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createLocalReq, type TypedUser } from 'payload'
import type { Role } from '@/access/rules'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/access/actor')),
  ...(await import('@/workflow/counters')),
  ...(await import('@/workflow/step/finish')),
  ...(await import('@/workflow/tasks/finishTaskStep')),
  ...(await import('@/workflow/tasks/history')),
  ...(await import('@/workflow/tasks/opened')),
  ...(await import('@/workflow/tasks/remindTasks')),
  ...(await import('@/workflow/tasks/report')),
  ...(await import('@/workflow/tasks/settleMerges')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/tables')),
})

const account = (unit: string, role: Role) => ({
  ...{ id: `${unit}-${role}`, name: `${unit}-${role}`, username: `${unit}-${role}`, unit },
  ...{ roles: [role], isActive: true, collection: 'users' },
})
const reqOf = (user: ReturnType<typeof account>) =>
  createLocalReq({ user: user as unknown as TypedUser }, city.payload)

/** An entry of the unit that is online. */
async function online(id: string, unit: string): Promise<string> {
  const number = `ZS-${id.toUpperCase()}`
  const place = { unit, unitAbove: null, categoryKey: 'services' }
  await city.payload.db.create({
    collection: 'register',
    data: {
      ...{ id, number, title: id, library: 'knowledge', ...place },
      ...{ state: 'approved', revision: 1, liveRevision: 1, lock: 1 },
    },
  })
  await city.payload.db.create({ collection: 'knowledge', data: { id, title: id, revision: 1 } })
  await city.publish(id, { title: id, number, ...place })
  return number
}

let count = 0
/** Two texts of two units, of which it is proposed that the first goes. */
async function pair() {
  const n = (count += 1)
  return { goes: await online(`goes${n}`, 'a'), stays: await online(`stays${n}`, 'b') }
}
async function propose(texts: { goes: string; stays: string }) {
  const editor = account('a', 'editor')
  const actor = house.actorOf(editor)
  if (!actor) throw new Error('Nobody.')
  return house.tellMerge({ req: await reqOf(editor), actor, at: new Date() }, texts)
}
const tasksOf = async (number: string) =>
  (await house.tasksWhere(city.payload, { about: { contains: `${number}（` } })).toSorted((one) =>
    one.unit === 'a' ? -1 : 1,
  )
async function take(number: string, unit: 'a' | 'b', step: 'agree' | 'merge') {
  const task = (await tasksOf(number)).find((one) => one.unit === unit)
  const approver = account(unit, 'approver')
  const actor = house.actorOf(approver)
  if (!actor || !task) throw new Error('Nothing to take.')
  await house.openTaskText(await reqOf(approver), actor, task.id)
  const given = { id: task.id, step, body: { revision: 1 } }
  return house.takeTaskStep(await reqOf(approver), actor, given)
}
const registered = async (number: string) =>
  (
    await house.readRows(city.payload, {
      ...{ collection: 'register', limit: 1, where: { number: { equals: number } } },
      columns: ['liveRevision', 'isWithdrawn', 'successor', 'intent'],
    })
  )[0]

/** The power goes at the first write of these rows. */
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

/** What starting anew does for what was left half done, and what the clock does then. */
async function startAnew(): Promise<void> {
  await house.repairOpenIntents(city.payload)
  await house.repairTaskSteps(city.payload)
  await house.settleMerges(city.payload)
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await house.ensureCounters(city.payload)
  for (const id of ['a', 'b', 'c'])
    await city.payload.db.create({
      collection: 'nodes',
      data: {
        ...{ id, name: `单位${id}`, kind: 'department', unit: id, level: 1 },
        isCentre: id === 'c',
      },
    })
  for (const unit of ['a', 'b'])
    for (const role of ['editor', 'approver'] as const) {
      const { collection: _, ...data } = account(unit, role)
      await city.payload.db.create({ collection: 'users', data })
    }
})
afterAll(() => city.close())

describe('a merge of two units’ texts', () => {
  it('reminds the approver for whom it waits, and no one else', async () => {
    const texts = await pair()
    await propose(texts)
    const [goes, stays] = await tasksOf(texts.goes)
    if (!goes || !stays) throw new Error('Nothing was proposed.')
    const remindedOf = async ({ id }: { id: string }) => {
      await house.remindTasks(city.payload, new Date(`${goes.due}T04:00:00Z`))
      const where = { event: { equals: 'taskDue' }, page: { equals: `/admin/tasks/${id}` } }
      const rows = await house.readRows(city.payload, { collection: 'messages', limit: 0, where })
      return rows.map(({ person }) => person)
    }
    expect([await remindedOf(goes), await remindedOf(stays)]).toEqual([[], ['b-approver']])
    await take(texts.goes, 'b', 'agree')
    await house.settleMerges(city.payload)
    expect(await remindedOf(goes)).toEqual(['a-approver'])
  })

  it('is a task of each, and asks the unit that goes only once the other agreed', async () => {
    const texts = await pair()
    await propose(texts)
    expect((await tasksOf(texts.goes)).map(({ unit, state }) => [unit, state])).toEqual([
      ['a', 'open'],
      ['b', 'open'],
    ])
    await expect(take(texts.goes, 'a', 'merge')).rejects.toMatchObject({ code: 'changedMeanwhile' })
    expect(await house.settleMerges(city.payload)).toBe(0)
    await take(texts.goes, 'b', 'agree')
    expect(await house.settleMerges(city.payload)).toBe(1)
    expect((await registered(texts.goes))?.liveRevision).toBe(1)
    await take(texts.goes, 'a', 'merge')
    expect(await registered(texts.goes)).toMatchObject({
      ...{ liveRevision: null, successor: `stays${count}` },
    })
    await house.settleMerges(city.payload)
    expect((await tasksOf(texts.goes)).map(({ outcome }) => outcome)).toEqual(['merged', 'merged'])
  })

  it('proposed by two at once is one', async () => {
    const texts = await pair()
    await Promise.allSettled([propose(texts), propose(texts), propose(texts)])
    expect(await tasksOf(texts.goes)).toHaveLength(2)
  })
})

describe('the power goes', () => {
  it.each(['taskReports', 'taskSteps', 'audit', 'messages'])(
    'amid proposing, before %s: afterwards both units are asked, or neither',
    async (at) => {
      const texts = await pair()
      await cutAt(at, () => propose(texts))
      await startAnew()
      const asked = await tasksOf(texts.goes)
      expect([0, 2]).toContain(asked.length)
      for (const { id, intent } of asked) {
        expect(intent ?? null).toBeNull()
        expect((await house.historyOfTask(city.payload, id)).map(({ step }) => step)).toEqual([
          'open',
        ])
      }
      if (asked.length === 0) await propose(texts)
      expect(await tasksOf(texts.goes)).toHaveLength(2)
    },
  )

  it.each(['decisions', 'audit', 'taskSteps'])(
    'amid merging, before %s: afterwards the text is withdrawn as merged and both tasks are over, or nothing is',
    async (at) => {
      const texts = await pair()
      await propose(texts)
      await take(texts.goes, 'b', 'agree')
      await house.settleMerges(city.payload)
      await cutAt(at, () => take(texts.goes, 'a', 'merge'))
      await startAnew()
      const row = await registered(texts.goes)
      const states = (await tasksOf(texts.goes)).map(({ state, outcome }) => outcome ?? state)
      expect(row?.intent ?? null).toBeNull()
      if (row?.liveRevision === 1) {
        expect(states).toEqual(['answered', 'answered'])
        await take(texts.goes, 'a', 'merge')
        await house.settleMerges(city.payload)
      }
      expect(await registered(texts.goes)).toMatchObject({ successor: `stays${count}` })
      const ends = (await tasksOf(texts.goes)).map(({ outcome }) => outcome)
      expect(ends).toEqual(['merged', 'merged'])
    },
  )
})

import { expect, jest } from '@jest/globals'
import { createLocalReq, type TypedUser } from 'payload'
import type { Role } from '@/access/rules'
import { onlineEntry } from './onlineEntry'
import { openDatabase } from './openDatabase'

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/access/actor')),
  ...(await import('@/workflow/counters')),
  ...(await import('@/workflow/step/finish')),
  ...(await import('@/workflow/step/takeStep')),
  ...(await import('@/workflow/tasks/finishTaskStep')),
  ...(await import('@/workflow/tasks/history')),
  ...(await import('@/workflow/tasks/opened')),
  ...(await import('@/workflow/tasks/remindTasks')),
  ...(await import('@/workflow/tasks/report')),
  ...(await import('@/workflow/tasks/settleMerges')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/tree/treeChanges')),
  ...(await import('@/tables')),
})

export type Pair = { goes: string; stays: string }

export const account = (unit: string, role: Role) => ({
  ...{ id: `${unit}-${role}`, name: `${unit}-${role}`, username: `${unit}-${role}`, unit },
  ...{ roles: [role], isActive: true, collection: 'users' },
})
type Account = ReturnType<typeof account>

/** The units `a` and `b` with their people, the centre `c`, and what they do about texts that ask the same. */
export async function foundMerging() {
  const city = await openDatabase()
  const house = await load()
  const { payload } = city
  await house.ensureCounters(payload)
  for (const id of ['a', 'b', 'c'])
    await payload.db.create({
      collection: 'nodes',
      data: {
        ...{ id, name: `单位${id}`, kind: 'department', unit: id, level: 1 },
        isCentre: id === 'c',
      },
    })
  for (const unit of ['a', 'b'])
    for (const role of ['editor', 'approver'] as const) {
      const { collection: _, ...data } = account(unit, role)
      await payload.db.create({ collection: 'users', data })
    }

  const reqOf = (user: Account) => createLocalReq({ user: user as unknown as TypedUser }, payload)
  const actorOf = (user: Account) => {
    const actor = house.actorOf(user)
    if (!actor) throw new Error('Nobody.')
    return actor
  }
  /** An entry of the unit that is online, by its number; `more` is what its readers have. */
  async function online(id: string, unit: string, more: object = {}): Promise<string> {
    const number = `ZS-${id.toUpperCase()}`
    await onlineEntry(city, id, { unit, number, ...more })
    return number
  }
  let count = 0
  /** Two texts of two units, of which it is proposed that the first goes. */
  async function pair(units = { goes: 'a', stays: 'b' }): Promise<Pair> {
    const n = (count += 1)
    return {
      goes: await online(`goes${n}`, units.goes),
      stays: await online(`stays${n}`, units.stays),
    }
  }
  const propose = async (texts: Pair, user = account('a', 'editor')) =>
    house.tellMerge({ req: await reqOf(user), actor: actorOf(user), at: new Date() }, texts)
  const tasksOf = async (number: string) =>
    (await house.tasksWhere(payload, { about: { contains: `${number}（` } })).toSorted((one) =>
      one.unit === 'a' ? -1 : 1,
    )
  async function take(number: string, unit: 'a' | 'b', step: 'agree' | 'merge' | 'decline') {
    const task = (await tasksOf(number)).find((one) => one.unit === unit)
    const approver = account(unit, 'approver')
    const actor = actorOf(approver)
    if (!task) throw new Error('Nothing to take.')
    if (step !== 'decline') await house.openTaskText(await reqOf(approver), actor, task.id)
    const body = step === 'decline' ? { reason: '适用范围不同。' } : { revision: 1 }
    return house.takeTaskStep(await reqOf(approver), actor, { id: task.id, step, body })
  }
  /** Both units agreed up to the withdrawal, which the unit that goes has still to take. */
  async function agreed(texts: Pair): Promise<void> {
    await propose(texts)
    await take(texts.goes, 'b', 'agree')
    await house.settleMerges(payload)
  }
  const rowOf = async (collection: 'register' | 'publications', number: string) =>
    (
      await house.readRows(payload, {
        ...{ collection, limit: 1, where: { number: { equals: number } } },
      })
    )[0]
  const registered = (number: string) => rowOf('register', number)
  /** What the database itself has of an entry is another. */
  async function alter(
    collection: 'register' | 'publications',
    number: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    const where = { number: { equals: number } }
    await payload.db.updateOne({ collection, where, data })
  }
  const toldOf = async ({ id }: { id: string }, event: 'taskDue' | 'taskTold') => {
    const where = { event: { equals: event }, page: { equals: `/admin/tasks/${id}` } }
    const rows = await house.readRows(payload, { collection: 'messages', limit: 0, where })
    return rows.map(({ person }) => String(person)).toSorted()
  }
  const endsOf = async (number: string) =>
    (await tasksOf(number)).map(({ state, outcome }) => outcome ?? state)

  return {
    ...{ city, house, reqOf, online, pair, propose, tasksOf, take, agreed },
    ...{ rowOf, registered, alter, toldOf, endsOf, cutAt, startAnew },
    settled: (now?: Date) => house.settleMerges(payload, now),
  }

  /** The power goes at the first write of these rows. */
  async function cutAt<Done>(collection: string, work: () => Promise<Done>): Promise<void> {
    const { create } = payload.db
    const cut = jest.spyOn(payload.db, 'create').mockImplementation((async (
      given: Parameters<typeof create>[0],
    ) => {
      if (given.collection === collection) throw new Error('The power went.')
      return create.call(payload.db, given)
    }) as typeof create)
    try {
      await expect(work()).rejects.toThrow('The power went.')
    } finally {
      cut.mockRestore()
    }
  }

  /** What starting anew does for what was left half done, and what the clock does then. */
  async function startAnew(): Promise<void> {
    await house.repairOpenIntents(payload)
    await house.repairTaskSteps(payload)
    await house.settleMerges(payload)
  }
}

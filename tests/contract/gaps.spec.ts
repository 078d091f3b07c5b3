import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { Replay } from '@/workflow/tasks/replay'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/tasks/gaps')),
  ...(await import('@/workflow/tasks/settleTasks')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/counters')),
  ...(await import('@/search/text/nearness')),
})

const unit = { id: 'a', name: '市民政局', unitAbove: null }
const editor = { id: 'ed', name: '某人', unit: 'a', roles: ['editor'] as const }
const agent = { by: 'agent', byName: '坐席', unit: 'c', channel: 'desk' as const }
const numberOf = (id: string) => `ZS-${id.toUpperCase()}`
const req = () => createLocalReq({}, city.payload)

const now = () => new Date().toISOString()

const told = async (query: string, at = new Date()) =>
  (await house.reportGap(await req(), { query, unit, at }, agent)).id
const toldBy = async (by: string, query: string) =>
  (await house.reportGap(await req(), { query, unit, at: new Date() }, { ...agent, by })).id
const taskOf = async (id: string) =>
  (await house.tasksWhere(city.payload, { id: { equals: id } }))[0]
const finds =
  (place: number | null): Replay =>
  async () =>
    Promise.resolve([{ query: '问', place, isPublic: false }])

/** An entry that has been online and known to search for long. */
async function online(id: string) {
  const data = { number: numberOf(id), title: id, library: 'knowledge', unit: 'a', unitAbove: null }
  const standing = { state: 'approved', revision: 1, liveRevision: 1, lock: 1 }
  await city.payload.db.create({ collection: 'register', data: { id, ...data, ...standing } })
  const row = await city.publish(id, { unit: 'a', title: id, number: numberOf(id) })
  await city.alter(row.id, { dirty: false })
  await house.settleTasks(city.payload, finds(null))
  return row
}

/** Linked to this entry by its unit's editor, and found there. */
async function closed(query: string, entry: string) {
  const id = await told(query)
  const body = { entry: numberOf(entry) }
  await house.takeTaskStep(await req(), editor, { id, step: 'link', body })
  await house.settleTasks(city.payload, finds(1))
  return id
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await house.ensureCounters(city.payload)
  const node = { name: unit.name, kind: 'department', unit: 'a', level: 1 }
  await city.payload.db.create({ collection: 'nodes', data: { id: 'a', ...node } })
})
afterAll(() => city.close())

describe('a gap', () => {
  it('is closed at the next turn where its answer has been online for long', async () => {
    await online('long')
    const id = await closed('婚姻登记在哪里', 'long')
    expect(await taskOf(id)).toMatchObject({ state: 'closed', outcome: 'found' })
  })

  it('whose answer went is open again, with its days anew', async () => {
    const row = await online('gone')
    const id = await closed('收养登记在哪里', 'gone')
    await city.closeRow(row)
    await city.alter(row.id, { dirty: false })
    const later = new Date('2027-03-01T09:00:00+08:00')
    await house.settleTasks(city.payload, finds(null), later)
    expect(await taskOf(id)).toMatchObject({ state: 'open', due: '2027-03-08' })
  })

  it('whose answer’s validity ended is open again within the hour, and no other', async () => {
    const row = await online('ended')
    await online('lasting')
    const id = await closed('高温补贴什么时候发', 'ended')
    const other = await closed('公租房怎么申请', 'lasting')
    const settled = await city.payload.db.updateOne({
      ...{ collection: 'publications', where: { id: { equals: row.id } } },
      data: { validUntil: new Date('2026-12-01T00:00:00+08:00').toISOString() },
    })
    expect(settled).not.toBeNull()
    await house.settleAllTasks(city.payload, finds(null), new Date('2026-11-30T12:00:00+08:00'))
    expect((await taskOf(id))?.state).toBe('closed')
    await house.settleAllTasks(city.payload, finds(null), new Date('2026-12-01T01:00:00+08:00'))
    expect((await taskOf(id))?.state).toBe('open')
    expect((await taskOf(other))?.state).toBe('closed')
  })

  it('that was not opened again in its turn is in the next hour', async () => {
    const row = await online('missed')
    const id = await closed('失业金怎么领', 'missed')
    await city.closeRow(row)
    await city.alter(row.id, { dirty: false })
    const step = jest.spyOn(city.payload.db, 'updateOne').mockRejectedValueOnce(new Error('Gone.'))
    await house.settleTasks(city.payload, finds(null))
    step.mockRestore()
    await house.settleAllTasks(city.payload, finds(null))
    expect((await taskOf(id))?.state).toBe('open')
  })

  it('is open again where its words find the answer no more, and not while others stand before it', async () => {
    const row = await online('hidden')
    const id = await closed('殡葬补贴怎么领', 'hidden')
    await city.alter(row.id, { dirty: false })
    await house.settleTasks(city.payload, finds(7))
    expect((await taskOf(id))?.state).toBe('closed')
    await city.alter(row.id, { openToUnits: false, dirty: false })
    await house.settleTasks(city.payload, finds(null))
    expect((await taskOf(id))?.state).toBe('open')
  })

  it('that cannot be settled holds up no other', async () => {
    await online('one')
    await online('two')
    const [one, two] = [await told('低保怎么申请'), await told('养老院收费多少')]
    for (const [id, entry] of [
      [one, 'one'],
      [two, 'two'],
    ] as const) {
      const body = { entry: numberOf(entry) }
      await house.takeTaskStep(await req(), editor, { id, step: 'link', body })
    }
    const failing: Replay = async (payload, task, now) => {
      if (task.id === one) throw new Error('It is broken.')
      return finds(1)(payload, task, now)
    }
    await house.settleTasks(city.payload, failing)
    expect([(await taskOf(one))?.state, (await taskOf(two))?.state]).toEqual(['answered', 'closed'])
  })

  it('that is told again in other words is the same, however many are open', async () => {
    const first = await told('残疾人两项补贴怎么领取')
    expect(await told('怎么领取残疾人两项补贴')).toBe(first)
    expect(await told('渔船检验去哪里')).not.toBe(first)
  })

  it('that several tell of at the same instant is one, and each of them is counted', async () => {
    const words = [
      '灵活就业社保怎么缴',
      '怎么缴灵活就业社保',
      '灵活就业的社保怎么缴',
      '灵活就业社保怎么缴',
    ]
    const ids = await Promise.all(words.map((query, at) => toldBy(`p${at}`, query)))
    expect(new Set(ids).size).toBe(1)
    expect((await taskOf(ids[0] ?? ''))?.count).toBe(words.length)
  })

  it('that another process opens between the look and the write is joined', async () => {
    const { updateOne } = city.payload.db
    let other: string | null = null
    const beside = jest
      .spyOn(city.payload.db, 'updateOne')
      .mockImplementation(async (given: Parameters<typeof updateOne>[0]) => {
        if (other === null && given.collection === 'counters') {
          other = 'beside'
          const where = { id: { equals: 'joinable' } }
          await updateOne.call(city.payload.db, { ...given, id: undefined, where })
          const task = {
            kind: 'gap',
            state: 'open',
            matter: '水库能不能钓鱼',
            about: '水库能不能钓鱼',
          }
          const more = { id: other, number: 'RW999999', unit: 'a', due: '2026-12-04', at: now() }
          const data = { ...task, ...more, count: 0, lock: 0, reassigned: 0 }
          await city.payload.db.create({ collection: 'tasks', data, req: given.req })
        }
        return updateOne.call(city.payload.db, given)
      })
    expect(await told('水库能不能钓鱼')).toBe('beside')
    beside.mockRestore()
  })
})

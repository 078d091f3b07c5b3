import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { Replay } from '@/workflow/tasks/replay'
import { onlineEntry } from './onlineEntry'
import { openDatabase, type Opened } from './openDatabase'
import { unitWithPeople } from './unitWithPeople'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/reading/readWithdrawn')),
  ...(await import('@/workflow/entry')),
  ...(await import('@/workflow/tasks/askReviews')),
  ...(await import('@/workflow/tasks/lapseReviews')),
  ...(await import('@/workflow/tasks/opened')),
  ...(await import('@/workflow/tasks/settleTasks')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/counters')),
  ...(await import('@/workflow/step/finish')),
  ...(await import('@/workflow/step/takeStep')),
  ...(await import('@/tables')),
})

type Given = Parameters<Opened['payload']['db']['create']>[0]
const at = (day: string) => new Date(`${day}T09:00:00+08:00`)
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString()
const person = (id: string, role: 'editor' | 'approver') => ({
  ...{ id, name: id, unit: 'a' },
  roles: [role] as const,
})
const approver = { ...person('ap', 'approver'), collection: 'users', isActive: true }
const req = () => createLocalReq({}, city.payload)
const never: Replay = async () => Promise.resolve(null)

/** An approved text that is online and was to be looked at by this day. */
const online = (id: string, reviewBy: string) =>
  onlineEntry(city, id, {
    ...{ number: `ZS-${id.toUpperCase()}`, hash: id, reviewBy: startOf(reviewBy) },
    from: startOf('2026-04-01'),
  })
const decide = (lapseUnreviewed: boolean) =>
  city.payload.updateGlobal({ slug: 'settings', data: { lapseUnreviewed }, overrideAccess: true })
const entryOf = async (id: string) => (await house.findEntry(await req(), id))!
const taskOf = async (id: string) =>
  (await house.tasksWhere(city.payload, { entry: { equals: id } }))[0]!
const rowsOf = (collection: 'decisions' | 'messages' | 'audit', where: Record<string, object>) =>
  house.readRows(city.payload, { collection, where, limit: 0 })
const told = async (id: string) => {
  const page = `/admin/tasks/${(await taskOf(id)).id}`
  const rows = await rowsOf('messages', {
    page: { equals: page },
    event: { equals: 'taskLapses' },
  })
  return rows.map(({ person }) => String(person)).sort()
}
async function take(id: string, step: 'confirm' | 'reconfirm', by: 'editor' | 'approver') {
  const task = (await taskOf(id)).id
  await house.openTaskText(await req(), person(by, by), task)
  return house.takeTaskStep(await req(), person(by, by), { id: task, step, body: {} })
}
async function resume(id: string) {
  const asked = await req()
  asked.user = approver as unknown as typeof asked.user
  const body = { revision: (await entryOf(id)).revision }
  return house.takeStep({ req: asked, library: 'knowledge', id, step: 'resume', body })
}
/** Asked back in time, told of, and offline a week later. */
async function lapsed(id: string) {
  const row = await online(id, '2026-10-01')
  await house.askReviews(city.payload, at('2026-09-25'))
  await house.lapseReviews(city.payload, at('2026-10-26'))
  await house.lapseReviews(city.payload, at('2026-11-02'))
  return row
}

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await house.ensureCounters(city.payload)
  await unitWithPeople(city, { ed: 'editor', ap: 'approver', st: 'staff' })
})
beforeEach(() => decide(true))
afterAll(() => city.close())

describe('what nobody reviewed for a month', () => {
  it('goes offline a week after its editors and approvers were told, on record with the reason', async () => {
    await online('long', '2026-10-01')
    await house.askReviews(city.payload, at('2026-09-25'))
    await house.lapseReviews(city.payload, at('2026-10-24'))
    expect(await told('long')).toEqual([])
    await house.lapseReviews(city.payload, at('2026-10-25'))
    expect(await told('long')).toEqual(['ap', 'ed'])
    expect((await taskOf('long')).lapsesOn).toBe('2026-11-01')
    expect(await house.lapseReviews(city.payload, at('2026-10-31'))).toBe(0)
    expect((await entryOf('long')).liveRevision).toBe(1)
    expect(await house.lapseReviews(city.payload, at('2026-11-01'))).toBe(1)
    expect(await house.lapseReviews(city.payload, at('2026-11-01'))).toBe(0)
    expect(await told('long')).toEqual(['ap', 'ed'])
    expect(await entryOf('long')).toMatchObject({
      ...{ liveRevision: null, isWithdrawn: true, isLapsed: true, state: 'draft' },
    })
    expect(await rowsOf('decisions', { entry: { equals: 'long' } })).toMatchObject([
      { step: 'lapse', by: null, reason: expect.stringContaining('2026-10-01') },
    ])
    expect(
      await rowsOf('audit', {
        subject: { equals: 'long' },
        action: { equals: 'knowledge.lapse' },
      }),
    ).toHaveLength(1)
    const audience = { sees: 'public' as const }
    const reader = { payload: city.payload, audience, now: at('2026-11-01') }
    expect((await house.readWithdrawn(reader, 'ZS-LONG'))?.sentence).toContain('12345')
  })

  it('is told to its unit when it went', async () => {
    const day = 86_400_000
    const ago = (days: number) => new Date(Date.now() - days * day)
    await online('now', ago(60).toISOString().slice(0, 10))
    await house.askReviews(city.payload, ago(50))
    await house.lapseReviews(city.payload, ago(8))
    expect(await house.lapseReviews(city.payload, new Date())).toBe(1)
    const rows = await rowsOf('messages', { entry: { equals: 'now' } })
    expect(rows.map(({ person, event, step, byName }) => [person, event, step, byName])).toEqual(
      expect.arrayContaining([
        ['ap', 'changed', 'lapse', null],
        ['ed', 'changed', 'lapse', null],
      ]),
    )
    expect(rows).toHaveLength(2)
  })

  it('stays where the centre says nothing, and where it says so again units are told anew', async () => {
    await online('off', '2026-10-01')
    await house.askReviews(city.payload, at('2026-09-25'))
    await house.lapseReviews(city.payload, at('2026-10-26'))
    await decide(false)
    expect(await house.lapseReviews(city.payload, at('2026-12-20'))).toBe(0)
    await decide(true)
    expect(await house.lapseReviews(city.payload, at('2026-12-21'))).toBe(0)
    expect((await taskOf('off')).lapsesOn).toBe('2026-12-28')
    expect(await house.lapseReviews(city.payload, at('2026-12-27'))).toBe(0)
    expect(await house.lapseReviews(city.payload, at('2026-12-28'))).toBe(1)
  })

  it('stays where it was reviewed or revised meanwhile', async () => {
    await online('reviewed', '2026-10-01')
    const revised = await online('revised', '2026-10-01')
    await house.askReviews(city.payload, at('2026-09-25'))
    await house.lapseReviews(city.payload, at('2026-10-26'))
    await take('reviewed', 'confirm', 'editor')
    await take('reviewed', 'reconfirm', 'approver')
    await city.alter(revised.id, { revision: 2, from: at('2026-10-28').toISOString() })
    expect(await house.lapseReviews(city.payload, at('2026-11-10'))).toBe(0)
  })

  it('and where the power goes amid one, it went whole or not at all, and held up no other', async () => {
    await online('broken', '2026-10-01')
    await online('whole', '2026-10-01')
    await house.askReviews(city.payload, at('2026-09-25'))
    await house.lapseReviews(city.payload, at('2026-10-26'))
    const { db } = city.payload
    const { create } = db
    let isCut = false
    const cut = jest.spyOn(db, 'create').mockImplementation((async (given: Given) => {
      if (isCut || given.collection !== 'decisions') return create.call(db, given)
      isCut = true
      throw new Error('The power went.')
    }) as typeof create)
    expect(await house.lapseReviews(city.payload, at('2026-11-02'))).toBe(1)
    cut.mockRestore()
    await house.repairOpenIntents(city.payload)
    await house.lapseReviews(city.payload, at('2026-11-02'))
    for (const id of ['broken', 'whole']) {
      expect(await entryOf(id)).toMatchObject({ liveRevision: null, isLapsed: true })
      expect((await entryOf(id)).intent ?? null).toBeNull()
      expect(await rowsOf('decisions', { entry: { equals: id } })).toHaveLength(1)
    }
  })
})

describe('what went offline since nobody reviewed it', () => {
  it('waits for its review, and comes back only after it, with its next term', async () => {
    await lapsed('back')
    await house.settleAllTasks(city.payload, never, at('2026-11-02'))
    expect((await taskOf('back')).state).toBe('open')
    await expect(resume('back')).rejects.toMatchObject({ code: 'wrongState' })
    await take('back', 'confirm', 'editor')
    await take('back', 'reconfirm', 'approver')
    expect(await taskOf('back')).toMatchObject({ state: 'closed', outcome: 'reviewed' })
    expect((await entryOf('back')).liveRevision).toBeNull()
    await resume('back')
    expect(await entryOf('back')).toMatchObject({ liveRevision: 1, isWithdrawn: false })
    const [row] = await house.readRows(city.payload, {
      ...{ collection: 'publications', columns: ['reviewBy', 'confirmedAt'], limit: 1 },
      where: { slot: { equals: 'back' } },
    })
    expect(String(row?.reviewBy) > startOf('2027-01-01')).toBe(true)
    expect(row?.confirmedAt).not.toBeNull()
    expect(await house.lapseReviews(city.payload, at('2026-11-10'))).toBe(0)
  })

  it('is reviewed no more once it is in the trash', async () => {
    await lapsed('trashed')
    await city.payload.db.updateOne({
      ...{ collection: 'register', where: { id: { equals: 'trashed' } } },
      data: { trashedAt: at('2026-11-03').toISOString() },
    })
    await house.settleAllTasks(city.payload, never, at('2026-11-04'))
    expect(await taskOf('trashed')).toMatchObject({ state: 'closed', outcome: 'offline' })
  })

  it('opens the gaps again that it answered', async () => {
    const row = await lapsed('answer')
    await city.payload.db.create({
      collection: 'tasks',
      data: {
        ...{
          id: 'gap',
          number: 'RW-GAP',
          kind: 'gap',
          state: 'closed',
          unit: 'a',
          about: '怎么办',
        },
        ...{ entry: 'answer', count: 1, due: '2026-10-01', reassigned: 0, lock: 3 },
        at: at('2026-09-20').toISOString(),
      },
    })
    await city.payload.db.updateOne({
      ...{ collection: 'publications', where: { id: { equals: row.id } }, data: { dirty: false } },
    })
    await house.settleAllTasks(city.payload, never, at('2026-11-02'))
    const [gap] = await house.tasksWhere(city.payload, { id: { equals: 'gap' } })
    expect(gap?.state).toBe('open')
  })
})

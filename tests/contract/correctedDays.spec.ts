import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/telling/remind')),
  ...(await import('@/workflow/telling/messages')),
  ...(await import('@/workflow/promoting/remindReads')),
  ...(await import('@/workflow/promoting/looks')),
  ...(await import('@/workflow/inTransaction')),
  ...(await import('@/tables')),
  ...(await import('@/tables/follow')),
})

const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00+08:00`)

/** A year of which no notice is known, and which begins on a Monday. */
beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  const createdAt = at('2028-12-01').toISOString()
  await city.payload.db.create({
    collection: 'nodes',
    data: { id: 'a', name: 'a', kind: 'department', unit: 'a', createdAt, updatedAt: createdAt },
  })
  for (const role of ['editor', 'approver'])
    await city.payload.db.create({
      collection: 'users',
      data: {
        ...{
          id: role,
          username: role,
          name: '某人',
          unit: 'a',
          roles: [role],
          isActive: true,
          email: `${role}@example.cn`,
        },
      },
    })
  await city.payload.db.create({
    collection: 'register',
    data: {
      ...{ id: 'p', number: 'ZS-p', title: '第一条', library: 'knowledge', unit: 'a' },
      ...{ state: 'pending', revision: 1, lock: 1, writers: '["editor"]', submitter: 'editor' },
      stateSince: at('2029-01-02').toISOString(),
    },
  })
  await city.payload.db.create({
    collection: 'register',
    data: {
      ...{ id: 'r', number: 'ZS-r', title: '第二条', library: 'knowledge', unit: 'a' },
      ...{ state: 'approved', revision: 1, liveRevision: 1, lock: 1, categoryKey: 'services' },
    },
  })
  const req = await createLocalReq({}, city.payload)
  const rows = ['2029-01-03', '2029-01-09', '2029-01-16'].map((day) => ({
    ...{ id: day, day, entry: 'r', number: 'ZS-r', reads: 9, readers: 9, uses: 0, promoted: 0 },
    ...{ counted: 9, weight: 9, heat: 0 },
  }))
  await house.inTransaction(req, () => house.putRows({ req, collection: 'dayCounts', rows }))
}, 120_000)
afterAll(() => city.close())

/** 节假日安排 of the year says that these days are off. */
async function correct(...daysOff: string[]) {
  await city.payload.db.deleteMany({ collection: 'holidays', where: {} })
  await city.payload.db.create({
    collection: 'holidays',
    data: { id: '2029', slot: '2029', year: 2029, notice: '通知', daysOff, worked: [] },
  })
  house.noteChangeOf('holidays')
}

type Told = { id: string; at: string; takenBackAt: string | null; settledAt: string | null }

async function toldOf(event: string): Promise<Told[]> {
  const rows = await house.readRows(city.payload, {
    ...{ collection: 'messages', where: { event: { equals: event } }, sort: 'at', limit: 0 },
  })
  return rows as Told[]
}
/** Day by day, and what stands. */
const standing = async (event: string) =>
  (await toldOf(event)).map(({ at, takenBackAt, settledAt }) => [
    at.slice(0, 10),
    takenBackAt ? 'taken back' : settledAt ? 'settled' : 'stands',
  ])
const unread = async () => {
  const where = { and: [house.unreadOnly, { person: { equals: 'approver' } }] }
  return (await city.payload.count({ collection: 'messages', where, overrideAccess: true }))
    .totalDocs
}

describe('days off that are entered late', () => {
  it('take back what was told to have waited too long and did not, and it is told again once it did', async () => {
    expect(await house.remind(city.payload, at('2029-01-04'))).toBe(0)
    expect(await house.remind(city.payload, at('2029-01-05'))).toBe(1)
    expect(await unread()).toBe(1)
    await correct('2029-01-03', '2029-01-04', '2029-01-06')
    // On a day off too.
    expect(await house.remind(city.payload, at('2029-01-06'))).toBe(0)
    expect(await standing('overdue')).toEqual([['2029-01-05', 'taken back']])
    expect(await unread()).toBe(0)
    expect(await house.remind(city.payload, at('2029-01-08'))).toBe(0)
    expect(await house.remind(city.payload, at('2029-01-09'))).toBe(1)
    expect(await house.remind(city.payload, at('2029-01-10'))).toBe(0)
    expect(await standing('overdue')).toEqual([
      ['2029-01-05', 'taken back'],
      ['2029-01-09', 'stands'],
    ])
    expect(await unread()).toBe(1)
  })

  it('leave what was told too early and is true by now', async () => {
    await correct('2029-01-03', '2029-01-04', '2029-01-09')
    expect(await house.remind(city.payload, at('2029-01-10'))).toBe(0)
    expect((await standing('overdue')).at(-1)).toEqual(['2029-01-09', 'stands'])
  })

  it('take back the look at readings of a period that is none, and the one before waits again', async () => {
    await correct()
    const remind = (day: string) => house.remindReads(city.payload, at(day))
    expect(await remind('2029-01-08')).toBe(1)
    expect(await remind('2029-01-15')).toBe(1)
    expect(await standing('readsToReview')).toEqual([
      ['2029-01-08', 'settled'],
      ['2029-01-15', 'stands'],
    ])
    await correct('2029-01-15', '2029-01-16', '2029-01-17')
    expect(await remind('2029-01-16')).toBe(0)
    expect(await standing('readsToReview')).toEqual([
      ['2029-01-08', 'stands'],
      ['2029-01-15', 'taken back'],
    ])
    expect(await remind('2029-01-18')).toBe(1)
    // The notice was right the first time.
    await correct()
    expect(await remind('2029-01-18')).toBe(1)
    expect((await toldOf('readsToReview')).map(({ id }) => id).slice(1)).toEqual([
      'readsToReview:a:2029-01-15:editor',
      ...['readsToReview:a:2029-01-18:editor', 'readsToReview:a:2029-01-15:editor:2'].sort(),
    ])
    expect((await standing('readsToReview')).map(([, how]) => how).sort()).toEqual([
      ...['settled', 'stands', 'taken back', 'taken back'],
    ])
  })

  it('make anew what was noted of a period that is none: that nothing was there', async () => {
    await city.payload.db.deleteMany({
      collection: 'dayCounts',
      where: { day: { equals: '2029-01-16' } },
    })
    expect(await house.remindReads(city.payload, at('2029-01-22'))).toBe(0)
    const looked = async (day: string) =>
      (await house.lastLooks(city.payload, at(day), 1))[0]?.looked.get('a')?.id
    expect(await looked('2029-01-22')).toBe('empty:a:2029-01-22')
    await correct('2029-01-22')
    expect(await house.remindReads(city.payload, at('2029-01-22', '12:00'))).toBe(0)
    expect(await looked('2029-01-22')).toBeUndefined()
    // Of the day that is off the reminder of its period waits again.
    expect(await standing('readsToReview')).toContainEqual(['2029-01-18', 'stands'])
    expect(await house.waitingReads(city.payload, 'a', at('2029-01-22', '12:00'))).not.toBeNull()
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
async function load() {
  const [reminding, done, days] = await Promise.all([
    import('@/workflow/promoting/remindReads'),
    import('@/workflow/promoting/reviewsDone'),
    import('@/workflow/calendar/workingDays'),
  ])
  return { ...reminding, ...done, ...days }
}

/** A year of which no notice is known, and which begins on a Monday. */
const at = (day: string) => new Date(`${day}T09:00:00+08:00`)

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  const createdAt = at('2028-12-01').toISOString()
  await city.payload.db.create({
    collection: 'nodes',
    data: { id: 'a', name: 'a', kind: 'department', unit: 'a', createdAt, updatedAt: createdAt },
  })
}, 120_000)
afterAll(() => city.close())

const done = async (now = '2029-01-31') =>
  (
    await house.reviewsDone(city.payload, {
      ...{ from: '2029-01-01', to: '2029-01-21', calendar: house.calendarOf([]), units: ['a'] },
      now: at(now),
    })
  ).get('a')

describe('a period of five working days in which a unit had no editor', () => {
  it('is held against nobody and counted by itself, also where there is one since', async () => {
    await house.remindReads(city.payload, at('2029-01-08'))
    expect(await done()).toEqual({ toLook: 0, looked: 0, noEditor: 1 })
    await city.payload.db.create({
      collection: 'users',
      data: {
        ...{ id: 'e', username: 'e', name: '某人', unit: 'a', roles: ['editor'], isActive: true },
        email: 'e@example.cn',
      },
    })
    expect(await done()).toEqual({ toLook: 0, looked: 0, noEditor: 1 })
    // From the next one on there is somebody; nothing was read.
    await house.remindReads(city.payload, at('2029-01-15'))
    // Not over, a period is due to nobody.
    expect(await done('2029-01-16')).toEqual({ toLook: 0, looked: 0, noEditor: 1 })
    expect(await done()).toEqual({ toLook: 1, looked: 1, noEditor: 1 })
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/tasks/readTasks')),
})

const centre = { id: 'centre', name: '中心', unit: 'c', roles: ['centre'] as const }
const at = new Date('2026-11-30T09:00:00+08:00').toISOString()
const ids = Array.from({ length: 120 }, (_, n) => `t${String(n).padStart(3, '0')}`)

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  // The last first: the order they came in is none to go by.
  for (const id of ids.toReversed()) {
    await city.payload.db.create({
      collection: 'tasks',
      data: {
        ...{ id, number: `RW-${id}`, kind: 'gap', unit: 'a', about: '怎么办', count: 1, lock: 0 },
        ...{ state: id < 't060' ? 'open' : 'closed', due: '2026-12-04', reassigned: 0, at },
        ...{ reporters: 'centre', overAt: id < 't060' ? null : at },
      },
    })
    const data = { id: `${id}:centre`, task: id, by: 'centre', channel: 'desk', at }
    await city.payload.db.create({ collection: 'taskReports', data })
  }
})
afterAll(() => city.close())

describe('tasks that are alike in what they are ordered by', () => {
  it.each([
    ['of one due day', { state: 'unfinished' }, ids.slice(0, 60)],
    ['that ended at one moment', { state: 'closed' }, ids.slice(60)],
    ['told at one moment', { own: 'true' }, ids],
  ] as const)('%s are each on one page, in one order', async (_, wanted, expected) => {
    const pages = [1, 2, 3].map((page) =>
      house.readTasks(city.payload, centre, { ...wanted, page }, new Date(at)),
    )
    const told = (await Promise.all(pages)).flatMap(({ tasks }) => tasks.map(({ id }) => id))
    expect(told).toEqual(expected)
  })
})

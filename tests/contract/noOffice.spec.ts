import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/sampling/check')),
  ...(await import('@/workflow/tasks/askReviews')),
  ...(await import('@/workflow/tasks/report')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/counters')),
})

const now = new Date('2026-06-03T09:00:00+08:00')
const soon = new Date('2026-06-10T00:00:00+08:00').toISOString()
const centre = { id: 'zx', name: '中心', unit: 'c', roles: ['centre'] as const }
const req = () => createLocalReq({}, city.payload)
const tasksOf = async (entry: string) =>
  (await house.tasksWhere(city.payload, { entry: { equals: entry } })).map(({ kind, unit }) => [
    kind,
    unit,
  ])

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await house.ensureCounters(city.payload)
  const nodes = [
    { id: 'q', name: '青湖县', kind: 'region', unit: 'q', level: 1 },
    { id: 'c', name: '热线中心', kind: 'department', unit: 'c', level: 1, isCentre: true },
  ]
  for (const data of nodes) await city.payload.db.create({ collection: 'nodes', data })
})
afterAll(() => city.close())

describe('what a county without a government office owns', () => {
  it('is reviewed by the centre', async () => {
    await city.publish('near', { unit: 'q', title: '近', number: 'ZS-1', reviewBy: soon })
    expect(await house.askReviews(city.payload, now)).toBe(1)
    expect(await tasksOf('near')).toEqual([['review', 'c']])
  })

  it('and found wanting by 抽查 is put right by the centre', async () => {
    await city.publish('drawn', { unit: 'q', title: '抽', number: 'ZS-2' })
    const drawn = { id: 's', number: 1, size: 1, unit: null, day: '2026-06-03', entries: ['ZS-2'] }
    const found = { number: 'ZS-2', faults: ['accuracy'] as const, sentence: '电话有误。' }
    await house.checkEntry(await req(), centre, drawn as never, found, now)
    expect(await tasksOf('drawn')).toEqual([['sample', 'c']])
  })

  it('and found wrong by a citizen is put right by the centre', async () => {
    await city.publish('wrong', { unit: 'q', title: '错', number: 'ZS000003' })
    const body = { entry: 'ZS000003', sentence: '地址搬了。' }
    await house.tellCitizensCorrection(await req(), body, new Date())
    expect(await tasksOf('wrong')).toEqual([['correction', 'c']])
  })
})

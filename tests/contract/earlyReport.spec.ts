import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
async function load() {
  const [freeze, reports, follow, tables] = await Promise.all([
    import('@/workflow/reporting/freeze'),
    import('@/workflow/reporting/reports'),
    import('@/tables/follow'),
    import('@/tables'),
  ])
  return { ...freeze, ...reports, ...follow, ...tables }
}

const at = (day: string) => new Date(`${day}T09:00:00+08:00`)

/** Of a year of which no notice is known: the second of January is a Tuesday, the fifth a Friday. */
beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  const create = (collection: 'nodes' | 'users' | 'reports', data: Record<string, unknown>) =>
    city.payload.db.create({ collection, data })
  await create('nodes', { id: 'a', name: '甲局', kind: 'department', unit: 'a' })
  await create('nodes', { id: 'c', name: '中心', kind: 'department', unit: 'c', isCentre: true })
  for (const [id, unit, role] of [
    ['approver', 'a', 'approver'],
    ['editor', 'a', 'editor'],
    ['chief', 'c', 'centre'],
  ])
    await create('users', { id, username: id, name: id, unit, roles: [role], isActive: true })
  const units = [{ id: 'a', name: '甲局', kind: 'department', above: null, figures: {}, score: {} }]
  await create('reports', {
    ...{ id: '2028-12', from: '2028-12-01', to: '2028-12-31', period: 'month', units },
    ...{ weights: {}, meanings: { live: '在线' }, objected: 0 },
    ...{ frozenAt: at('2029-01-01').toISOString(), publishedAt: at('2029-01-04').toISOString() },
  })
}, 120_000)
afterAll(() => city.close())

const told = async () => {
  const rows = await house.readRows(city.payload, {
    ...{ collection: 'messages', columns: ['person', 'event'], sort: 'person', limit: 0 },
  })
  return rows.map(({ person, event }) => `${String(person)} ${String(event)}`)
}

const factsOn = async (day: string) => {
  const found = await house.reportFacts(city.payload, '2028-12', at(day))
  return { until: found?.until, isEarly: found?.facts.isEarly, isOver: found?.facts.isOver }
}

describe('a report that was published by working days that were wrong', () => {
  it('is none while these stand', async () => {
    expect(await factsOn('2029-01-04')).toEqual({
      until: '2029-01-03',
      isEarly: false,
      isOver: true,
    })
    await house.tellEarly(city.payload, at('2029-01-04'))
    expect(await told()).toEqual([])
  })

  it('is told to the centre and to those who may object until the right end, once', async () => {
    await city.payload.db.create({
      collection: 'holidays',
      data: {
        ...{ id: '2029', slot: '2029', year: 2029, notice: '通知', worked: [] },
        daysOff: ['2029-01-02', '2029-01-03'],
      },
    })
    house.noteChangeOf('holidays')
    expect(await factsOn('2029-01-05')).toEqual({
      until: '2029-01-05',
      isEarly: true,
      isOver: false,
    })
    expect((await factsOn('2029-01-06')).isOver).toBe(true)
    await house.tellEarly(city.payload, at('2029-01-05'))
    await house.tellEarly(city.payload, at('2029-01-05'))
    expect(await told()).toEqual(['approver monthEarly', 'chief monthEarly'])
  })

  it('keeps what its figures meant when they were frozen, in the language they were frozen in', async () => {
    const chief = { id: 'chief', name: 'chief', roles: ['centre'], unit: 'c' }
    const report = await house.readReport(city.payload, chief as never, '2028-12')
    expect(report?.meanings).toEqual({ zh: { live: '在线' }, en: { live: '在线' } })
  })
})

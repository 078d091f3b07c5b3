import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/statistics/readCity')),
  ...(await import('@/workflow/reporting/freeze')),
  ...(await import('@/workflow/reporting/lines')),
  ...(await import('@/workflow/reporting/reports')),
  ...(await import('@/workflow/reporting/rowsBehind')),
})

const span = { from: '2026-10-01', to: '2026-10-31' }
const november = new Date('2026-11-02T09:00:00+08:00')
const at = (day: string) => new Date(`${day}T10:00:00+08:00`).toISOString()
const chief = { id: 'chief', name: '中心', unit: 'c', roles: ['centre'] as const }
const editor = { id: 'ed', name: '某人', unit: 'a', roles: ['editor'] as const }
const evaluator = { id: 'ev', name: '评估', unit: 'c', roles: ['evaluator'] as const }

let number = 0
async function task(unit: string, told: string, more: object) {
  number += 1
  const id = `t${number}`
  const row = {
    id,
    number: `RW${number}`,
    unit,
    about: `第${number}件`,
    at: at(told),
    state: 'open',
  }
  const counts = { count: 1, lock: 0, reassigned: 0, due: '2026-12-31', kind: 'gap' }
  await city.payload.db.create({ collection: 'tasks', data: { ...row, ...counts, ...more } })
}
const closed = (day: string, more: object = {}) => ({ state: 'closed', overAt: at(day), ...more })

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  for (const id of ['a', 'b', 'c']) {
    const node = { id, name: id, kind: 'department', unit: id, level: 1, isCentre: id === 'c' }
    await city.payload.db.create({ collection: 'nodes', data: node })
  }
  await task('a', '2026-09-01', {})
  await task('a', '2026-10-05', { due: '2026-10-20' })
  // Over before, within, and after the month.
  await task('a', '2026-09-05', closed('2026-09-20'))
  await task('a', '2026-10-01', closed('2026-10-03', { outcome: 'found' }))
  await task('a', '2026-10-01', closed('2026-10-05'))
  await task('a', '2026-10-10', closed('2026-11-01', { outcome: 'found', due: '2026-10-15' }))
  const right = { kind: 'correction', answeredAt: at('2026-10-12'), outcome: 'corrected' }
  await task('b', '2026-09-30', closed('2026-10-13', right))
  await task('b', '2026-10-02', { kind: 'correction', state: 'refused', overAt: at('2026-10-04') })
  await task('b', '2026-11-01', { due: '2026-11-01' })
  const check = { number: 'ZS-1', revision: 1, unit: 'b', entry: 'e', sample: 's', byName: '中心' }
  for (const [id, isFlawed] of [
    ['x', true],
    ['y', false],
  ] as const)
    await city.payload.db.create({
      collection: 'sampleChecks',
      data: { ...check, id, isFlawed, by: 'chief', at: at('2026-10-08') },
    })
  const step = { id: 'd', entry: 'e', number: 'ZS-1', library: 'knowledge', step: 'submit' }
  const data = { ...step, revision: 1, by: 'ed', byName: '某人', at: at('2026-10-02') }
  await city.payload.db.create({ collection: 'decisions', data })
})
afterAll(() => city.close())

/** Hours in their order, whatever the database gives them back in. */
const inOrder = <Of extends { ends: readonly number[] }>(figures: Of | undefined) =>
  figures && { ...figures, ends: figures.ends.toSorted((one, other) => one - other) }

const expected = {
  a: {
    ...{ tasksOpen: 3, tasksOverdue: 2, tasksTold: 4, tasksClosed: 2, tasksRefused: 0 },
    ...{ corrections: 0, upheld: 0, byReplay: 1, sampled: 0, flawed: 0, ends: [48, 96] },
  },
  b: {
    ...{ tasksOpen: 0, tasksOverdue: 0, tasksTold: 1, tasksClosed: 1, tasksRefused: 1 },
    ...{ corrections: 1, upheld: 1, byReplay: 0, sampled: 2, flawed: 1, ends: [13 * 24] },
  },
}

describe('the figures of tasks', () => {
  it('are those of each unit as they stood at the end of the month, and what came within it', async () => {
    const found = await house.readCity(city.payload, span, november)
    for (const [unit, figures] of Object.entries(expected))
      expect([unit, inOrder(found.get(unit))]).toMatchObject([unit, figures])
    expect(house.valueOf('took', { figures: found.get('a')! })).toBe(72)
    const putRight = ['a', 'b'].map((id) => house.valueOf('putRight', { figures: found.get(id)! }))
    expect(putRight).toEqual([null, 13 * 24])
  })

  it('lead to as many rows, each to its task', async () => {
    for (const [unit, { ends: _, ...figures }] of Object.entries(expected))
      for (const [figure, count] of Object.entries(figures)) {
        const wanted = { figure, unit, span, page: 1, alone: 'yes' } as never
        const { rows, total } = await house.readRowsBehind(city.payload, chief, wanted)
        expect([unit, figure, total, rows.length]).toEqual([unit, figure, count, count])
      }
    const wanted = { figure: 'byReplay', unit: 'a', span, page: 1 } as never
    const { rows } = await house.readRowsBehind(city.payload, editor, wanted)
    expect(rows).toMatchObject([
      { number: 'RW4', title: '第4件', page: '/admin/tasks/t4', unit: 'a' },
    ])
  })

  it('lead nobody to the tasks of a unit that is not theirs', async () => {
    const of = (unit: string) => ({ figure: 'tasksClosed', unit, span, page: 1 }) as never
    const others = house.readRowsBehind(city.payload, editor, of('b'))
    await expect(others).rejects.toMatchObject({ code: 'notFound' })
    const evaluated = house.readRowsBehind(city.payload, evaluator, of('a'))
    await expect(evaluated).rejects.toMatchObject({ code: 'notAllowed' })
    const own = await house.readRowsBehind(city.payload, editor, {
      figure: 'tasksClosed',
      span,
      page: 1,
    } as never)
    expect(own.rows.map(({ unit }) => unit)).toEqual(['a', 'a'])
  })

  it('are frozen with the month, with what they mean in both languages', async () => {
    await house.freezeReports(city.payload, november)
    await city.payload.db.updateMany({
      ...{ collection: 'tasks', where: { unit: { equals: 'a' } } },
      data: { state: 'closed', overAt: at('2026-10-30') },
    })
    const report = await house.readReport(city.payload, chief, '2026-10', november)
    const frozen = report?.units.find(({ id }) => id === 'a')
    expect(inOrder(frozen?.figures)).toMatchObject(expected.a)
    for (const language of ['zh', 'en'] as const)
      for (const key of house.tasksInOrder)
        expect([key, report?.meanings[language][key]]).toEqual([key, expect.stringMatching(/.{5}/)])
  })
})

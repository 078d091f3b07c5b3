import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { FindFollowed } from '@/workflow/telling/mailing/makeUpdateDigests'
import { openDatabase, type Opened } from './openDatabase'

let city: Opened
let make: Awaited<ReturnType<typeof load>>['makeUpdateDigests']

const load = () => import('@/workflow/telling/mailing/makeUpdateDigests')
/** A Monday on which offices work, at nine; all were told until the Friday before. */
const morning = new Date('2026-11-30T09:00:00+08:00')
const friday = '2026-11-27T08:25:00+08:00'

/** Each by a unit of their own. */
const people = {
  able: { email: 'able@example.cn', isActive: true },
  broken: { email: 'broken@example.cn', isActive: true },
  fresh: { email: 'fresh@example.cn', isActive: true, mustChangePassword: true },
  gone: { email: 'gone@example.cn', isActive: false },
  without: { email: '', isActive: true },
}

beforeAll(async () => {
  city = await openDatabase()
  make = (await load()).makeUpdateDigests
  const at = new Date(friday).toISOString()
  const bureau = { id: 'unit', name: '局', kind: 'department', unit: 'unit', level: 1, order: 0 }
  await city.payload.db.create({ collection: 'nodes', data: bureau })
  for (const [id, more] of Object.entries(people)) {
    const user = { id, username: id, name: id, unit: 'unit', roles: ['agent'], ...more }
    await city.payload.db.create({ collection: 'users', data: user })
    await city.payload.db.create({
      collection: 'following',
      data: { id, units: [id], categories: [], every: 'daily', toldUntil: at },
    })
  }
}, 120_000)

afterAll(() => city.close())

describe('the mails of updates', () => {
  it('are written to all who can be mailed though that of one fails, which is written at the next turn', async () => {
    const error = jest.spyOn(city.payload.logger, 'error').mockImplementation(() => undefined)
    let isBroken = true
    const asked: string[] = []
    const find: FindFollowed = (_reader, { units }) => {
      asked.push(...units)
      if (units.includes('broken') && isBroken) return Promise.reject(new Error('once'))
      return Promise.resolve([{ kind: 'approved', at: friday, number: 'ZS-1' }])
    }
    expect(await make(city.payload, find, morning)).toBe(2)
    expect(asked.sort()).toEqual(['able', 'broken', 'fresh'])
    expect(error).toHaveBeenCalledTimes(1)
    isBroken = false
    asked.length = 0
    expect(await make(city.payload, find, morning)).toBe(1)
    expect(asked).toEqual(['broken'])
    error.mockRestore()
  })
})

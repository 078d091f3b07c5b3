import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Library } from '@/access/rules'
import {
  activate,
  after,
  city,
  house,
  online,
  openDesk,
  reqOf,
  stepsOf,
  take,
} from './bulletinDesk'

beforeAll(openDesk, 120_000)
afterAll(() => city.close())

/** When each was over, the newest first. */
const endsOf = async (id: string, now: Date, library: Library = 'plans') => {
  const asked = { req: await reqOf('ap', 'approver'), library, id }
  return (await house.bulletinsOf(asked, now)).bulletins.map(({ endedAt }) => endedAt)
}

describe('an activated plan', () => {
  it('is over at its end, not at the clock’s turn: then it is activated anew, and moved no more', async () => {
    await online('anew', 'plans')
    await activate('anew', after(1))
    const until = after(3).toISOString()
    const late = take('anew', 'reschedule', { until }, after(2))
    await expect(late).rejects.toMatchObject({ code: 'wrongState' })
    await activate('anew', after(3), after(2))
    expect(await house.endBulletins(city.payload, after(2))).toBe(0)
    expect(await endsOf('anew', after(2))).toEqual([null, after(1).toISOString()])
    // No server ran, or nobody has ended it yet.
    expect(await endsOf('anew', after(4))).toEqual([until, after(1).toISOString()])
    expect(await house.endBulletins(city.payload, after(5))).toBe(1)
    expect(await endsOf('anew', after(6))).toEqual([until, after(1).toISOString()])
  })
})

describe('what is online and not in force', () => {
  it.each([
    ['begins later', { validFrom: after(2).toISOString() }, after(1), after(3)],
    ['is over', { validUntil: after(2).toISOString() }, after(3), after(1)],
  ])('is not pushed to agents while its validity %s', async (which, validity, refused, taken) => {
    const id = `force-${which}`
    await online(id, 'knowledge', validity)
    const refusal = await take(id, 'push', {}, refused).catch((error: unknown) => error)
    const { code, details } = refusal as InstanceType<typeof house.Refused>
    expect(house.problemOf(code, details, 'zh')).toMatchObject({
      ...{ code: 'wrongState', status: 409 },
      detail: '这条内容还未生效或已过有效期，读者看不到，不能推送。',
    })
    expect(await stepsOf(id)).toEqual([])
    await take(id, 'push', {}, taken)
    expect(await stepsOf(id)).toEqual(['push'])
  })

  it('was pushed until its validity was over, whenever the clock came', async () => {
    const validUntil = after(3).toISOString()
    await online('tariff', 'knowledge', { validUntil })
    await take('tariff', 'push')
    expect(await house.endBulletins(city.payload, after(6))).toBeGreaterThan(0)
    expect(await endsOf('tariff', after(7), 'knowledge')).toEqual([validUntil])
  })
})

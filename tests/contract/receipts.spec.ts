import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import { onlineEntry } from './onlineEntry'
import { openDatabase, type Opened } from './openDatabase'
import { unitWithPeople } from './unitWithPeople'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({
  ...(await import('@/workflow/counters')),
  ...(await import('@/workflow/tasks/receipts')),
  ...(await import('@/workflow/tasks/report')),
  ...(await import('@/workflow/tasks/takeTaskStep')),
})

const editor = { id: 'ed', name: '某人', unit: 'a', roles: ['editor' as const] }

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  await house.ensureCounters(city.payload)
  await unitWithPeople(city)
  await onlineEntry(city, 'told', { number: 'ZS-TOLD', title: '医保怎样参保？' })
})
afterAll(() => city.close())

async function tell(sentence: string, at = new Date()) {
  const req = await createLocalReq({}, city.payload)
  return house.tellCitizensCorrection(req, { entry: 'ZS-TOLD', sentence }, at)
}
const heard = ({ receipt }: { receipt: string }) =>
  house.readReceipt(city.payload, receipt, new Date())
async function uphold(id: string, sentence: string) {
  const req = await createLocalReq({}, city.payload)
  return house.takeTaskStep(req, editor, { id, step: 'uphold', body: { sentence } })
}

describe('the receipt of what a citizen told', () => {
  it('tells each in their own words how it stands, and what the unit said once it did', async () => {
    const [first, second] = [await tell('电话打不通。'), await tell('地址不对，我是13812345678')]
    expect([second.id, second.isNew]).toEqual([first.id, false])
    expect(await heard(first)).toMatchObject({ state: 'open', about: '电话打不通。', answer: null })
    await uphold(first.id, '属实，正在修改。')
    expect(await heard(second)).toMatchObject({
      ...{ number: first.number, state: 'answered', about: '地址不对，我是138****5678' },
      ...{ answer: '属实，正在修改。', entry: { number: 'ZS-TOLD', title: '医保怎样参保？' } },
    })
  })

  it('tells when each told it, not when another one had', async () => {
    const [first, second] = [new Date('2026-06-01T01:00:00Z'), new Date('2026-06-02T02:00:00Z')]
    const told = [await tell('早上的。', first), await tell('次日的。', second)]
    expect([told[1]?.id, told[1]?.isNew]).toEqual([told[0]?.id, false])
    const times = await Promise.all(told.map(heard))
    expect(times.map((one) => one?.at)).toEqual([first.toISOString(), second.toISOString()])
  })

  it('names no entry that citizens may not read now', async () => {
    const told = await tell('又变了。')
    const where = { slot: { equals: 'told' } }
    const closed = { openToPublic: false }
    await city.payload.db.updateOne({ collection: 'publications', where, data: closed })
    expect(await heard(told)).toMatchObject({ entry: null })
    await city.payload.db.updateOne({
      ...{ collection: 'publications', where, data: { openToPublic: true } },
    })
  })

  it('is none for what nobody gave one: a guess, or what people and the server told', async () => {
    const told = await tell('还有错。')
    const [task, key] = told.receipt.split(':')
    for (const receipt of [`${task}:1`, `${task}:`, String(key), String(task)])
      expect(await heard({ receipt })).toBeNull()
    const req = await createLocalReq({}, city.payload)
    const agent = { id: 'ag', name: '话务员', unit: 'c', roles: ['agent' as const] }
    const by = { req, actor: agent, at: new Date() }
    const own = await house.tellCorrection(by, { entry: 'ZS-TOLD', sentence: '有误。' })
    expect(await heard({ receipt: `${own.id}:ag` })).toBeNull()
  })
})

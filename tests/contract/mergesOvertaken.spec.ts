import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { mergeTexts } from '@/i18n/merging'
import { dayOf } from '@/shanghaiDay'
import { account, foundMerging } from './merging'

let city: Awaited<ReturnType<typeof foundMerging>>

beforeAll(async () => {
  city = await foundMerging()
})
afterAll(() => city.city.close())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const noSuccessor = { message: mergeTexts.zh.needs.noSuccessor, details: { fields: ['stays'] } }

describe('the unit whose text goes', () => {
  it('has its days from when it is asked', async () => {
    const texts = await city.pair()
    await city.propose(texts)
    await city.take(texts.goes, 'b', 'agree')
    const later = inDays(30)
    await city.settled(later)
    const [goes] = await city.tasksOf(texts.goes)
    expect(goes?.state).toBe('answered')
    expect(String(goes?.due) > dayOf(later)).toBe(true)
  })
})

describe('the unit whose text stays', () => {
  it('hears the end of what it agreed to', async () => {
    const texts = await city.pair()
    await city.agreed(texts)
    await city.take(texts.goes, 'a', 'decline')
    await city.settled()
    const [, stays] = await city.tasksOf(texts.goes)
    expect(stays).toMatchObject({ outcome: 'notMerged' })
    expect(await city.toldOf(stays ?? { id: '' }, 'taskTold')).toEqual(['b-approver', 'b-editor'])
  })

  it('hears nothing more of what it was not asked about', async () => {
    const texts = await city.pair()
    await city.propose(texts)
    await city.take(texts.goes, 'a', 'decline')
    await city.settled()
    const [, stays] = await city.tasksOf(texts.goes)
    expect(stays).toMatchObject({ outcome: 'notMerged' })
    expect(await city.toldOf(stays ?? { id: '' }, 'taskTold')).toEqual([])
  })
})

describe('readers are not sent to a text', () => {
  const outOfForce = [
    ['whose validity is over', { validUntil: inDays(-1).toISOString() }],
    ['whose validity has not begun', { validFrom: inDays(2).toISOString() }],
  ] as const

  it.each(outOfForce)('%s: it is not proposed, and not agreed to', async (_, validity) => {
    const [texts, other] = [await city.pair(), await city.pair()]
    await city.propose(texts)
    await city.alter('publications', texts.stays, validity)
    await expect(city.take(texts.goes, 'b', 'agree')).rejects.toMatchObject(noSuccessor)
    const again = city.propose({ goes: other.goes, stays: texts.stays })
    await expect(again).rejects.toMatchObject({ code: 'invalid', details: { fields: ['stays'] } })
  })

  it.each(outOfForce)('%s: the other is not withdrawn', async (_, validity) => {
    const texts = await city.pair()
    await city.agreed(texts)
    await city.alter('publications', texts.stays, validity)
    await expect(city.take(texts.goes, 'a', 'merge')).rejects.toMatchObject(noSuccessor)
    const entry = await city.registered(texts.goes)
    const withdrawn = city.house.takeStep({
      ...{ req: await city.reqOf(account('a', 'approver')), library: 'knowledge' },
      ...{ id: String(entry?.id), step: 'withdraw' },
      body: {
        ...{ revision: 1, kind: 'merged', sentence: '已并入。' },
        successor: texts.stays.slice(3).toLowerCase(),
      },
    })
    await expect(withdrawn).rejects.toMatchObject({ code: 'incomplete' })
    expect(await city.registered(texts.goes)).toMatchObject({ liveRevision: 1 })
  })
})

describe('a text that readers do not find', () => {
  it('ends a merge only once its register says that it is offline', async () => {
    const texts = await city.pair()
    await city.propose(texts)
    const before = await city.endsOf(texts.goes)
    // Amid a step that shows it anew, where no transaction hides it.
    await city.alter('publications', texts.stays, { isLive: false, slot: 'closed' })
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(before)
    await city.alter('register', texts.stays, { liveRevision: null, intent: '{}' })
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(before)
    await city.alter('register', texts.stays, { intent: null })
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(['offline', 'offline'])
  })
})

describe('a text that went to another unit', () => {
  it('is no longer agreed to by the unit that was asked, and the merge ends', async () => {
    const texts = await city.pair()
    await city.propose(texts)
    await city.alter('publications', texts.stays, { unit: 'c' })
    await expect(city.take(texts.goes, 'b', 'agree')).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(['notMerged', 'notMerged'])
    const answers = (await city.tasksOf(texts.goes)).map(({ answer }) => answer)
    expect(answers).toEqual([1, 2].map(() => expect.stringContaining('已归其他单位')))
  })

  it('is not withdrawn by the unit that was asked', async () => {
    const texts = await city.pair({ goes: 'a', stays: 'a' })
    await city.propose(texts)
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(['answered'])
    await city.alter('publications', texts.stays, { unit: 'b' })
    await expect(city.take(texts.goes, 'a', 'merge')).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(['notMerged'])
  })

  it('while its unit is moved is waited for, since its tasks follow', async () => {
    const texts = await city.pair()
    await city.propose(texts)
    const req = await city.reqOf(account('c', 'centre'))
    await city.house.beginTreeChange(req, { kind: 'merge', node: 'b', into: 'c' })
    await city.alter('publications', texts.stays, { unit: 'c' })
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(['open', 'open'])
    for (const key of city.house.takeBegun(req))
      await city.house.endTreeChange(city.city.payload, key)
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(['notMerged', 'notMerged'])
  })
})

describe('the clock', () => {
  it('asks the database of many merges that wait what it asks of one', async () => {
    const db = city.city.payload.db as unknown as Record<'readRows' | 'findOne', () => unknown>
    const asked = async () => {
      const spies = [jest.spyOn(db, 'readRows'), jest.spyOn(db, 'findOne')]
      expect(await city.settled()).toBe(0)
      const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
      for (const spy of spies) spy.mockRestore()
      return calls
    }
    await city.settled()
    await city.propose(await city.pair())
    const ofOne = await asked()
    for (let more = 0; more < 3; more += 1) await city.propose(await city.pair())
    expect(await asked()).toBe(ofOne)
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { account, foundMerging } from './merging'

let city: Awaited<ReturnType<typeof foundMerging>>

beforeAll(async () => {
  city = await foundMerging()
})
afterAll(() => city.city.close())

describe('a merge of two units’ texts', () => {
  it('reminds the approver for whom it waits, and no one else', async () => {
    const texts = await city.pair()
    await city.propose(texts)
    const [goes, stays] = await city.tasksOf(texts.goes)
    if (!goes || !stays) throw new Error('Nothing was proposed.')
    const remindedOf = async (task: { id: string }) => {
      await city.house.remindTasks(city.city.payload, new Date(`${goes.due}T04:00:00Z`))
      return city.toldOf(task, 'taskDue')
    }
    expect([await remindedOf(goes), await remindedOf(stays)]).toEqual([[], ['b-approver']])
    await city.take(texts.goes, 'b', 'agree')
    await city.settled()
    expect(await remindedOf(goes)).toEqual(['a-approver'])
  })

  it('is asked to take over what each wants who proposes it, once', async () => {
    const texts = await city.pair()
    const proposing = (text: string, unit: 'a' | 'b') =>
      city.propose({ ...texts, text } as typeof texts, account(unit, 'editor'))
    await proposing('周末也办。', 'a')
    await proposing('可以代办。', 'b')
    await proposing('周末也办。', 'b')
    const [goes, stays] = await city.tasksOf(texts.goes)
    expect([goes?.passage, stays?.passage]).toEqual([null, '周末也办。\n\n可以代办。'])
    await proposing('多'.repeat(5_000), 'a')
    expect((await city.tasksOf(texts.goes))[1]?.passage).toBe('周末也办。\n\n可以代办。')
  })

  it('is a task of each, and asks the unit that goes only once the other agreed', async () => {
    const texts = await city.pair()
    await city.propose(texts)
    expect((await city.tasksOf(texts.goes)).map(({ unit, state }) => [unit, state])).toEqual([
      ['a', 'open'],
      ['b', 'open'],
    ])
    await expect(city.take(texts.goes, 'a', 'merge')).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    expect(await city.settled()).toBe(0)
    await city.take(texts.goes, 'b', 'agree')
    expect(await city.settled()).toBe(1)
    expect((await city.registered(texts.goes))?.liveRevision).toBe(1)
    await city.take(texts.goes, 'a', 'merge')
    expect(await city.registered(texts.goes)).toMatchObject({
      ...{ liveRevision: null, successor: texts.stays.slice(3).toLowerCase() },
    })
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(['merged', 'merged'])
  })
})

describe('the power goes', () => {
  it.each(['taskReports', 'taskSteps', 'audit', 'messages'])(
    'amid proposing, before %s: afterwards both units are asked, or neither',
    async (at) => {
      const texts = await city.pair()
      await city.cutAt(at, () => city.propose(texts))
      await city.startAnew()
      const asked = await city.tasksOf(texts.goes)
      expect([0, 2]).toContain(asked.length)
      for (const { id, intent } of asked) {
        expect(intent ?? null).toBeNull()
        expect(
          (await city.house.historyOfTask(city.city.payload, id)).map(({ step }) => step),
        ).toEqual(['open'])
      }
      if (asked.length === 0) await city.propose(texts)
      expect(await city.tasksOf(texts.goes)).toHaveLength(2)
    },
  )

  it.each(['decisions', 'audit', 'taskSteps'])(
    'amid merging, before %s: afterwards the text is withdrawn as merged and both tasks are over, or nothing is',
    async (at) => {
      const texts = await city.pair()
      await city.agreed(texts)
      await city.cutAt(at, () => city.take(texts.goes, 'a', 'merge'))
      await city.startAnew()
      const row = await city.registered(texts.goes)
      const states = await city.endsOf(texts.goes)
      expect(row?.intent ?? null).toBeNull()
      if (row?.liveRevision === 1) {
        expect(states).toEqual(['answered', 'answered'])
        await city.take(texts.goes, 'a', 'merge')
        await city.settled()
      }
      expect(await city.registered(texts.goes)).toMatchObject({
        successor: texts.stays.slice(3).toLowerCase(),
      })
      const ends = await city.endsOf(texts.goes)
      expect(ends).toEqual(['merged', 'merged'])
    },
  )
})

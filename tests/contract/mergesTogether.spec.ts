import { AsyncLocalStorage } from 'node:async_hooks'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { account, foundMerging } from './merging'

let city: Awaited<ReturnType<typeof foundMerging>>

beforeAll(async () => {
  city = await foundMerging()
})
afterAll(() => city.city.close())

const refused = { status: 'rejected', reason: { code: 'wrongState' } }

describe('proposed at the same instant', () => {
  it('the same is one merge, of which each who proposed it hears the end', async () => {
    const texts = await city.pair()
    const people = [account('a', 'editor'), account('b', 'editor'), account('c', 'centre')]
    const told = await Promise.all(people.map((person) => city.propose(texts, person)))
    expect(told.filter(({ isNew }) => isNew)).toHaveLength(1)
    const [goes, ...others] = await city.tasksOf(texts.goes)
    expect(others).toHaveLength(1)
    expect(goes?.reporters?.split(' ').toSorted()).toEqual(people.map(({ id }) => id))
  })

  it('both ways round, or with a third text, an entry is in one merge', async () => {
    const texts = await city.pair()
    const third = await city.online('third', 'a')
    const told = await Promise.allSettled([
      city.propose(texts),
      city.propose({ goes: texts.stays, stays: texts.goes }),
      city.propose({ goes: third, stays: texts.goes }),
    ])
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(told.filter(({ status }) => status === 'rejected')).toMatchObject([refused, refused])
  })
})

describe('proposed once more, with something else to take over', () => {
  const takingOver = (texts: Awaited<ReturnType<typeof city.pair>>, text: string, unit: string) =>
    city.propose({ ...texts, text } as typeof texts, account(unit, 'editor'))

  it('it is asked for too where it stands within what was asked for before', async () => {
    const texts = await city.pair()
    await takingOver(texts, '13天办结。', 'a')
    await takingOver(texts, '3天办结。', 'b')
    await takingOver(texts, '3天办结。', 'a')
    expect((await city.tasksOf(texts.goes))[1]?.passage).toBe('13天办结。\n\n3天办结。')
  })

  it('whoever proposed it is not on record where that could not be written, and is once they try again', async () => {
    const texts = await city.pair()
    await takingOver(texts, '周末也办。', 'a')
    const { updateOne } = city.city.payload.db
    const broken = jest
      .spyOn(city.city.payload.db, 'updateOne')
      .mockImplementation(async (given: Parameters<typeof updateOne>[0]) => {
        if (given.collection === 'tasks' && 'passage' in given.data) throw new Error('No.')
        return updateOne.call(city.city.payload.db, given)
      })
    await expect(takingOver(texts, '可以代办。', 'b')).rejects.toThrow('No.')
    broken.mockRestore()
    const [before] = await city.tasksOf(texts.goes)
    expect([before?.count, before?.reporters]).toEqual([1, 'a-editor'])
    await takingOver(texts, '可以代办。', 'b')
    const [goes, stays] = await city.tasksOf(texts.goes)
    expect([goes?.count, stays?.passage]).toEqual([2, '周末也办。\n\n可以代办。'])
  })
})

describe('agreed to while the other unit thinks better of it', () => {
  it('it is merged, or declined, and not both', async () => {
    const texts = await city.pair()
    await city.agreed(texts)
    const { findOne } = city.city.payload.db
    const declined: Promise<unknown>[] = []
    // Not within the transaction of the merge.
    const elsewhere = AsyncLocalStorage.snapshot()
    // Once it is looked at the other task in the transaction of the merge, the other unit declines.
    const beside = jest
      .spyOn(city.city.payload.db, 'findOne')
      .mockImplementation(async (given: Parameters<typeof findOne>[0]) => {
        const found = await findOne.call(city.city.payload.db, given)
        const isLook = JSON.stringify(given.where).includes('"not_equals"')
        if (given.collection !== 'tasks' || !isLook || declined.length > 0) return found
        declined.push(elsewhere(() => city.take(texts.goes, 'b', 'decline')))
        await new Promise((resolve) => setTimeout(resolve, 500))
        return found
      })
    const [merged] = await Promise.allSettled([city.take(texts.goes, 'a', 'merge')])
    const [other] = await Promise.allSettled(declined)
    beside.mockRestore()
    expect([merged.status, other?.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    const isOffline = (await city.registered(texts.goes))?.liveRevision === null
    expect(isOffline).toBe(merged.status === 'fulfilled')
  })

  it('it is no longer declined where that came first', async () => {
    const texts = await city.pair()
    await city.agreed(texts)
    await city.take(texts.goes, 'a', 'merge')
    await expect(city.take(texts.goes, 'b', 'decline')).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    await city.settled()
    expect(await city.endsOf(texts.goes)).toEqual(['merged', 'merged'])
  })

  it('it is no longer merged where that came first', async () => {
    const texts = await city.pair()
    await city.agreed(texts)
    await city.take(texts.goes, 'b', 'decline')
    await expect(city.take(texts.goes, 'a', 'merge')).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    expect(await city.registered(texts.goes)).toMatchObject({ liveRevision: 1 })
  })
})

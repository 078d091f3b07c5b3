import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDatabase, type Opened, type Row } from './openDatabase'

let city: Opened
let house: Awaited<ReturnType<typeof load>>

/** Settings are read when they are first imported, so after the database is named. */
const load = async () => ({
  ...(await import('@/workflow/facts/keepFacts')),
  ...(await import('@/workflow/tasks/contradictions')),
  ...(await import('@/workflow/tasks/readTasks')),
  ...(await import('@/workflow/tasks/task')),
  ...(await import('@/workflow/tasks/oldPhones')),
})

const title = '社会保障卡遗失怎样补办？'
const publish = (entry: string, unit: string, plain: string, more: object = {}) =>
  city.publish(entry, { number: `ZS-${entry}`, title, unit, unitName: unit, plain, ...more })
const settled = async () => {
  await house.followFacts(city.payload)
  return house.settleContradictions(city.payload)
}
/** Both passages, as an editor of this unit is shown them with its own task in this state. */
const shownTo = async (unit: string, state: 'open' | 'closed') => {
  const task = (await tasks()).find((each) => each.unit === unit && each.state === state)
  const editor = { id: `editor of ${unit}`, name: '某人', roles: ['editor' as const], unit }
  return (await house.readTask(city.payload, editor, task?.id ?? ''))?.contradiction
}
const tasks = () => house.tasksWhere(city.payload, { kind: { equals: 'contradiction' } })

beforeAll(async () => {
  city = await openDatabase()
  house = await load()
  for (const id of ['市人社局', '市民政局', '热线中心'])
    await city.payload.db.create({
      collection: 'nodes',
      data: {
        ...{ id, name: id, kind: 'department', unit: id, level: 1 },
        isCentre: id === '热线中心',
      },
    })
})
afterAll(() => city.close())

describe('two texts that say otherwise', () => {
  let one: Row

  it('are a task of both units, once, and close by themselves when they agree', async () => {
    one = await publish('one', '市人社局', '收费标准：20元')
    await publish('two', '市民政局', '收费标准：10元')
    expect(await settled()).toEqual({ opened: 2, closed: 0 })
    expect(await settled()).toEqual({ opened: 0, closed: 0 })
    const told = (await tasks()).map(({ unit, about, state }) => [unit, state, about])
    expect(told.toSorted()).toEqual([
      ['市人社局', 'open', '收费金额：本文写“20元”，ZS-two（市民政局）写“10元”'],
      ['市民政局', 'open', '收费金额：本文写“10元”，ZS-one（市人社局）写“20元”'],
    ])
    expect(await shownTo('市民政局', 'open')).toMatchObject({
      one: { number: 'ZS-two', passage: '收费标准：10元' },
      other: { number: 'ZS-one', passage: '收费标准：20元' },
    })
    await city.closeRow(one)
    await publish('one', '市人社局', '收费标准：10元')
    expect(await settled()).toEqual({ opened: 0, closed: 2 })
    expect(await shownTo('市民政局', 'closed')).toBeNull()
    expect((await tasks()).map(({ outcome }) => outcome)).toEqual(['agreeing', 'agreeing'])
  })

  it('tell nothing of a text that is not open to all units', async () => {
    await publish('shut', '市民政局', '收费标准：30元', { openToUnits: false, openToPublic: false })
    await settled()
    const open = (await tasks()).filter(
      ({ state, unit }) => state === 'open' && unit === '市人社局',
    )
    expect(open.map(({ about }) => about)).toEqual([
      '收费金额：本文写“10元”，另有不对各单位公开的内容写法不同，请与中心核对',
    ])
    expect(await shownTo('市人社局', 'open')).toBeNull()
  })

  it('are tasks again when what agreed says otherwise once more', async () => {
    const agreed = await publish('back', '市人社局', '办理期限：3个工作日', {
      title: '居住证明怎样开具？',
    })
    const other = { title: '居住证明怎样开具？' }
    await publish('there', '市民政局', '办理期限：5个工作日', other)
    expect(await settled()).toMatchObject({ opened: 2 })
    await city.closeRow(agreed)
    const right = await publish('back', '市人社局', '办理期限：5个工作日', other)
    expect(await settled()).toEqual({ opened: 0, closed: 2 })
    await city.closeRow(right)
    await publish('back', '市人社局', '办理期限：3个工作日', other)
    expect(await settled()).toEqual({ opened: 2, closed: 0 })
  })
})

describe('a phone that changed in one text', () => {
  it('is one task that lists every other text that still has it, until none has', async () => {
    const title = (n: number) => ({ title: `第${n}窗口在哪里？` })
    const before = await publish('w1', '市人社局', '咨询电话：0640-82110001', title(1))
    const second = await publish('w2', '市民政局', '咨询电话：0640-82110001', title(2))
    const third = await publish('w3', '市人社局', '详询0640-82110001', title(3))
    await settled()
    await city.closeRow(before)
    await publish('w1', '市人社局', '咨询电话：0640-82119999', { ...title(1), revision: 2 })
    await settled()
    const ask = () => house.askForOldPhones(city.payload, 'w1', new Date())
    expect([await ask(), await ask()]).toEqual([1, 0])
    const ofPhone = async () => (await tasks()).filter(({ matter }) => matter?.startsWith('phone:'))
    expect(await ofPhone()).toMatchObject([
      {
        ...{ unit: '热线中心', state: 'open' },
        about: '电话 064082110001 已改为 064082119999（ZS-w1），仍写旧号的内容：ZS-w2、ZS-w3',
      },
    ])
    await city.closeRow(second)
    await settled()
    expect(await ofPhone()).toMatchObject([{ state: 'open' }])
    await city.closeRow(third)
    await settled()
    expect(await ofPhone()).toMatchObject([{ state: 'closed', outcome: 'agreeing' }])
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDatabase, type Opened, type Row } from './openDatabase'

let city: Opened
/** Settings are read when they are first imported, so after the database is named. */
const load = async () => ({
  ...(await import('@/workflow/facts/keepFacts')),
  ...(await import('@/workflow/facts/contradictions')),
  ...(await import('@/workflow/facts/readFacts')),
})
let facts: Awaited<ReturnType<typeof load>>

beforeAll(async () => {
  city = await openDatabase()
  facts = await load()
}, 120_000)
afterAll(() => city.close())

const title = '社会保障卡遗失怎样补办？'
const publish = (entry: string, plain: string, more: Record<string, unknown> = {}) =>
  city.publish(entry, { number: `ZS-${entry}`, title, plain, ...more })
const replace = async (row: Row, plain: string) => {
  await city.closeRow(row)
  return publish(row.entry, plain)
}

const held = async (entry: string) => {
  const { docs } = await city.payload.find({
    ...{ collection: 'facts', where: { entry: { equals: entry } }, sort: 'id' },
    ...{ overrideAccess: true, pagination: false },
  })
  return docs.map(({ kind, value, text }) => [kind, value, text])
}
const all = async (unit?: string) =>
  (await facts.allContradictions(city.payload, { unit })).map(({ one, other }) =>
    [one, other].map(({ number, text }) => `${number} ${text}`).sort(),
  )
const reader = (sees: 'everything' | 'public') => ({
  ...{ payload: city.payload, audience: { sees }, now: new Date() },
})

describe('facts of live texts', () => {
  it('follow what readers see: opened, replaced and taken offline', async () => {
    const first = await publish('one', '收费标准：20元')
    expect(await facts.followFacts(city.payload)).toBe(1)
    expect(await held('one')).toEqual([['fee', '2000/', '20元']])
    const second = await replace(first, '咨询电话：0640-82116688')
    await facts.followFacts(city.payload)
    expect(await held('one')).toEqual([['phone', '064082116688', '0640-82116688']])
    await city.closeRow(second)
    await facts.followFacts(city.payload)
    expect(await held('one')).toEqual([])
    expect(await facts.followFacts(city.payload)).toBe(0)
  })

  it('are put right where something was lost or left', async () => {
    await publish('kept', '工本费15元，10个工作日内办结', { title: '老年优待证怎样办理？' })
    await facts.followFacts(city.payload)
    const right = await held('kept')
    await city.payload.db.deleteMany({
      collection: 'facts',
      where: { id: { equals: 'kept:0' } },
    })
    await city.payload.db.updateOne({
      collection: 'facts',
      id: 'kept:1',
      data: { value: '9/working' },
    })
    await city.payload.db.create({
      collection: 'facts',
      data: {
        ...{ id: 'gone:0', entry: 'gone', number: 'ZS0', unit: 'unit', library: 'knowledge' },
        ...{ revision: 1, kind: 'fee', value: '0/', heart: '0', matter: 'charge', field: 'body' },
        ...{ from: 0, to: 1, text: '无' },
      },
    })
    await facts.rebuildFacts(city.payload)
    expect(right).toHaveLength(2)
    expect(await held('kept')).toEqual(right)
    expect(await held('gone')).toEqual([])
  })

  it('of more texts than are read at a time are all kept', async () => {
    const entries = Array.from({ length: 230 }, (_, at) => `many${at}`)
    for (const entry of entries) await publish(entry, '收费标准：7元', { title: `${entry}号摊位` })
    expect(await facts.followFacts(city.payload)).toBe(230)
    const { totalDocs } = await city.payload.count({
      collection: 'facts',
      where: { value: { equals: '700/' } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(230)
    await city.payload.db.deleteMany({ collection: 'facts', where: { value: { equals: '700/' } } })
    await facts.rebuildFacts(city.payload)
    expect(await held('many229')).toHaveLength(1)
  })
})

describe('texts that say otherwise', () => {
  it('are told of all, of a unit and of an entry, with both passages', async () => {
    await publish('a', '收费标准：20元\n\n咨询电话：0640-82116688')
    await publish('b', '补卡收取工本费10元。', { unit: 'centre', unitName: '市12345热线中心' })
    await publish('c', '收费标准：20元', { library: 'notices', unit: 'centre' })
    await facts.followFacts(city.payload)
    expect(await all()).toEqual([['ZS-a 20元', 'ZS-b 10元']])
    expect(await all('centre')).toHaveLength(1)
    expect(await all('elsewhere')).toEqual([])
    const told = await facts.contradictionsOfEntry(reader('everything'), 'ZS-a')
    expect(told).toMatchObject([
      {
        ...{ kind: 'fee', matter: 'charge' },
        one: { number: 'ZS-a', text: '20元', passage: '收费标准：20元', at: [5, 8] },
        other: {
          number: 'ZS-b',
          unit: { name: '市12345热线中心' },
          passage: '补卡收取工本费10元。',
        },
      },
    ])
    const [every] = await facts.allContradictions(city.payload)
    expect(told?.[0]?.id).toBe(every?.id)
  })

  it('are not told to whom one of them is not open', async () => {
    await publish('closed', '补卡收取工本费30元。', { openToPublic: false })
    await facts.followFacts(city.payload)
    const numbers = async (sees: 'everything' | 'public') =>
      (await facts.contradictionsOfEntry(reader(sees), 'ZS-a'))?.map(({ other }) => other.number)
    expect(await numbers('everything')).toEqual(['ZS-b', 'ZS-closed'])
    expect(await numbers('public')).toEqual(['ZS-b'])
    expect(await facts.contradictionsOfEntry(reader('public'), 'ZS-closed')).toBeNull()
  })

  it('lists every text that still has an old phone', async () => {
    await publish('d', '电话：（0640）82116688', { title: '社保卡怎样激活？' })
    await facts.followFacts(city.payload)
    const places = await facts.placesOfValue(city.payload, 'phone', '064082116688')
    expect(places.map(({ entry, text }) => [entry, text])).toEqual([
      ['a', '0640-82116688'],
      ['d', '（0640）82116688'],
    ])
  })
})

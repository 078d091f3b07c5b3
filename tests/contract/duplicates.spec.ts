import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Actor } from '@/access/actor'
import { account, foundMerging } from './merging'

let city: Awaited<ReturnType<typeof foundMerging>>
let house: Awaited<ReturnType<typeof load>>

/** Reads settings when it is loaded. */
const load = async () => ({ ...(await import('@/workflow/tasks/duplicates')) })

beforeAll(async () => {
  city = await foundMerging()
  house = await load()
  for (const [id, kind] of [
    ['county', 'region'],
    ['d', 'department'],
  ] as const)
    await city.city.payload.db.create({
      collection: 'nodes',
      data: {
        id,
        name: `县${id}`,
        kind,
        unit: id,
        level: 1,
        unitAbove: id === 'd' ? 'county' : null,
      },
    })
})
afterAll(() => city.city.close())

const person = (unit: string, role: 'editor' | 'approver' | 'centre'): Actor => ({
  ...{ id: unit, name: unit, unit, roles: [role] },
})
let count = 0
const online = (unit: string, title: string, more: object = {}) =>
  city.online(`dup${(count += 1)}`, unit, { title, ...more })
/** What somebody is shown of texts that ask this, by their numbers. */
async function shownTo(actor: Actor, word: string): Promise<string[][]> {
  await house.findDuplicates(city.city.payload)
  const pairs = await house.duplicatesFor(city.city.payload, actor)
  return pairs
    .filter(({ one }) => one.title.includes(word))
    .map(({ one, other }) => [one.number, other.number].sort())
}
const centre = person('c', 'centre')

describe('texts online that ask one thing', () => {
  it('are shown to the centre and to the editors of both units, and to nobody else', async () => {
    const pair = [
      await online('a', '居住证遗失怎样补办？'),
      await online('b', '居住证丢失如何补办？'),
    ]
    expect(await shownTo(centre, '居住证')).toEqual([pair])
    expect(await shownTo(person('a', 'editor'), '居住证')).toEqual([pair])
    expect(await shownTo(person('b', 'editor'), '居住证')).toEqual([pair])
    expect(await shownTo(person('a', 'approver'), '居住证')).toEqual([])
    expect(await shownTo(person('d', 'editor'), '居住证')).toEqual([])
  })

  it.each([
    ['of another case', 'a', '暂住证首次怎样申领？', '暂住证遗失怎样补办？', {}],
    ['of another place', 'd', '养犬证怎样申领？', '养犬证如何申领？', {}],
    ['of 部门详情', 'a', '殡仪馆怎样联系？', '殡仪馆如何联系？', { categoryKey: 'details' }],
    [
      'that the other unit may not read',
      'a',
      '烟花证怎样申领？',
      '烟花证如何申领？',
      { openToUnits: false, openToPublic: false },
    ],
    [
      'out of force',
      'a',
      '采砂证怎样申领？',
      '采砂证如何申领？',
      { validUntil: '2020-01-01T00:00:00.000Z' },
    ],
  ] as const)('are none %s', async (_, unit, one, other, more) => {
    await online(unit, one, more)
    await online('b', other, more)
    expect(await shownTo(centre, one.slice(0, 3))).toEqual([])
  })

  it('are none where one is based on the other', async () => {
    const original = await online('b', '捕捞证怎样申领？')
    await online('a', '捕捞证如何申领？', { basedOn: original })
    expect(await shownTo(centre, '捕捞证')).toEqual([])
  })

  it('are shown no more once it was proposed, also where it was declined', async () => {
    const [goes, stays] = [
      await online('a', '林权证怎样申领？'),
      await online('b', '林权证如何申领？'),
    ]
    expect(await shownTo(centre, '林权证')).toHaveLength(1)
    await city.propose({ goes, stays }, account('a', 'editor'))
    expect(await shownTo(centre, '林权证')).toEqual([])
    await city.take(goes, 'b', 'decline')
    expect(await shownTo(centre, '林权证')).toEqual([])
  })

  it('are shown to whom they concern, however many there are of others', async () => {
    for (let group = 0; group < 8; group += 1)
      for (let at = 0; at < 8; at += 1)
        await online(at % 2 ? 'a' : 'b', `${'甲乙丙丁戊己庚辛'[group]}类养殖证怎样申领？`)
    await house.findDuplicates(city.city.payload)
    expect(await house.duplicatesFor(city.city.payload, centre)).toHaveLength(200)
    const pair = [await online('d', '演出证怎样申领？'), await online('d', '演出证如何申领呢？')]
    expect(await shownTo(person('d', 'editor'), '演出证')).toEqual([pair])
  })
})

import { describe, expect, it } from '@jest/globals'
import { scored, type Scorable } from '@/search/ranking/score'
import { cutsOf } from '@/search/text/cuts'
import { rarityOf } from '@/search/ranking/weighedTerm'
import { hotlineSegmenter } from '@/search/text/segment'
import { readQuery } from '@/search/text/terms'

const NOW = Date.parse('2026-11-22T00:00:00Z')
const YEAR = 365 * 24 * 3_600_000

describe('scoring again', () => {
  const segmenter = hotlineSegmenter()
  const cuts = (text: string) => cutsOf(segmenter.pieces(text))
  const entry = (id: string, title: string, more: Partial<Scorable> = {}): Scorable => ({
    ...{ row: 1, words: 1, sound: 0, id, unit: 'unit', approvedAt: NOW - 5 * YEAR },
    ...{ title, names: '', body: '携带身份证到窗口办理', length: 40, figures: '' },
    ...{ titleCuts: cuts(title), namesCuts: cuts(more.names ?? '') },
    ...more,
  })
  const ranked = (
    typed: string,
    entries: readonly Scorable[],
    more: { uses?: Record<string, number>; explain?: boolean } = {},
  ) => {
    const query = readQuery(typed, segmenter)
    const sentences = query.told.length > 0 ? query.told.map(({ asked }) => asked) : [query]
    const questions = sentences.map((asked) => ({
      asked,
      terms: asked.terms.map((term) => ({ ...term, count: 5, rarity: rarityOf(5, 100) })),
    }))
    return scored(entries, questions, { now: NOW, ...more })
  }
  const order = (...given: Parameters<typeof ranked>) => ranked(...given).map(({ id }) => id)

  it('puts the much used and the fresh first among equals', () => {
    const equals = [entry('a', '公积金贷款额度'), entry('b', '公积金贷款额度')]
    expect(order('公积金贷款', equals, { uses: { b: 1 } })).toEqual(['b', 'a'])
    expect(order('公积金贷款', [equals[0]!, { ...equals[1]!, approvedAt: NOW }])).toEqual([
      'b',
      'a',
    ])
  })

  it.each(['公积金 提取 租房', '我租房能不能提取公积金'])(
    'lets use and freshness together never beat one more of the words of %s',
    (typed) => {
      const whole = entry('whole', '办事指南', { body: '公积金提取,租房' })
      for (const lacking of ['公积金提取,买房', '公积金缴存,租房', '社保卡提取,租房']) {
        const fresh = entry('fresh', '办事指南', { body: lacking, approvedAt: NOW })
        expect(order(typed, [fresh, whole], { uses: { fresh: 1 } })).toEqual(['whole', 'fresh'])
      }
    },
  )

  it('puts the question itself first, in its title or among its other questions', () => {
    const other = entry('other', '停水', { names: '家里停水了找谁' })
    const long = entry('long', '家里停水了找谁投诉', { body: '家里停水了找谁 '.repeat(9) })
    expect(order('家里停水了,找谁?', [long, other])[0]).toBe('other')
  })

  it('puts the title that asks the same in other words before one that says more', () => {
    const same = entry('same', '怎样提取公积金')
    const more = entry('more', '公积金提取后如何再申请异地贷款和公积金转移接续')
    expect(order('如何提取公积金呢', [more, same])).toEqual(['same', 'more'])
  })

  it.each([
    ['单位没缴公积金怎么处理', 'denied'],
    ['单位未缴公积金怎么处理', 'denied'],
    ['单位缴公积金有哪些规定', 'affirmed'],
  ])('puts the side that was asked about first: %s', (typed, id) => {
    const denied = entry('denied', '单位不缴公积金有什么后果')
    const affirmed = entry('affirmed', '单位缴公积金有什么后果')
    expect(order(typed, [affirmed, denied])[0]).toBe(id)
    expect(order(typed, [denied, affirmed])[0]).toBe(id)
  })

  it('looks for the side among other questions where the title says none', () => {
    const also = entry('also', '公积金缴存执法', { names: '单位不缴公积金怎么投诉' })
    const [hit] = ranked('单位没缴公积金', [also], { explain: true })
    expect(hit?.explanation?.factors.polarity).toBeGreaterThan(1)
    const list = ranked('单位 没缴 公积金', [entry('a', '单位缴公积金')], { explain: true })
    expect(list[0]?.explanation?.factors.polarity).toBe(1)
  })

  it('finds the figure asked for, the nearest form first, and counts it as the question itself', () => {
    const whole = entry('whole', '办事指南', { figures: '☎05503187654 ☎3187654' })
    const local = entry('local', '办事指南', { figures: '☎3187654' })
    const other = entry('other', '办事指南', { figures: '☎31876540 ☎131876543' })
    expect(order('（0550）3187654', [other, local, whole])).toEqual(['whole', 'local', 'other'])
    const [first, second] = ranked('0550-3187654', [local, whole])
    expect([first?.isExact, second?.isExact]).toEqual([true, false])
    expect(second?.score).toBeGreaterThan(0)
  })

  it('takes a title for the question whatever way its figures are written', () => {
    const [hit] = ranked('补贴2,500元怎么领', [entry('a', '补贴两千五百元怎么领')])
    expect(hit?.isExact).toBe(true)
  })

  it('compares each sentence of a story with titles', () => {
    const story = '我家住在老城区,楼下一直很吵。'.repeat(8)
    const asked = entry('asked', '夜间施工噪声扰民向谁投诉')
    const told = entry('told', '老城区改造', { body: '我家住在老城区,楼下一直很吵' })
    for (const typed of [
      `${story}夜间施工噪声扰民向谁投诉?`,
      `夜间施工噪声扰民向谁投诉?${story}`,
    ]) {
      const [hit] = ranked(typed, [told, asked])
      expect([hit?.id, hit?.isExact]).toEqual(['asked', true])
    }
  })

  it('says why a hit stands where it stands, and nothing where nobody asks', () => {
    const entries = [entry('a', '公积金提取')]
    const [hit] = ranked('公积金怎么提取', entries, { explain: true, uses: { a: 1 } })
    const { place, words, factors, pairs, sound } = hit!.explanation!
    expect(place).toBe('scored')
    expect(words.find(({ word }) => word === '公积金')?.score).toBeGreaterThan(0)
    expect(factors.use).toBeGreaterThan(1)
    const sum = words.reduce((total, { score }) => total + score, 0) + pairs
    const { held, inTitle, likeness, polarity, freshness, use, ownUnit } = factors
    const text = sum * held * inTitle * likeness * polarity + sound
    const all = text * freshness * use * ownUnit
    expect(hit!.score).toBeCloseTo(all)
    expect(ranked('公积金怎么提取', entries)[0]).not.toHaveProperty('explanation')
  })
})

import { describe, expect, it } from '@jest/globals'
import { scored, type Scorable } from '@/search/ranking/score'
import { rarityOf } from '@/search/ranking/weighedTerm'
import { hotlineSegmenter } from '@/search/text/segment'
import { readQuery } from '@/search/text/terms'

const NOW = Date.parse('2026-11-22T00:00:00Z')
const YEAR = 365 * 24 * 3_600_000

describe('scoring again', () => {
  const segmenter = hotlineSegmenter()
  const entry = (id: string, title: string, more: Partial<Scorable> = {}): Scorable => ({
    ...{ row: 1, words: 1, sound: 0, id, unit: 'unit', approvedAt: NOW - 5 * YEAR },
    ...{ title, names: '', body: '携带身份证到窗口办理', length: 40 },
    ...more,
  })
  const ranked = (
    typed: string,
    entries: readonly Scorable[],
    more: { uses?: Record<string, number>; explain?: boolean } = {},
  ) => {
    const asked = readQuery(typed, segmenter)
    const terms = asked.terms.map((term) => ({ ...term, count: 5, rarity: rarityOf(5, 100) }))
    return scored(entries, asked, terms, { now: NOW, ...more })
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

  it('says why a hit stands where it stands, and nothing where nobody asks', () => {
    const entries = [entry('a', '公积金提取')]
    const [hit] = ranked('公积金怎么提取', entries, { explain: true, uses: { a: 1 } })
    const { place, words, factors, pairs, sound } = hit!.explanation!
    expect(place).toBe('scored')
    expect(words.find(({ word }) => word === '公积金')?.score).toBeGreaterThan(0)
    expect(factors.use).toBeGreaterThan(1)
    const sum = words.reduce((total, { score }) => total + score, 0) + pairs
    const { held, inTitle, likeness, freshness, use, ownUnit } = factors
    const all = (sum * held * inTitle * likeness + sound) * freshness * use * ownUnit
    expect(hit!.score).toBeCloseTo(all)
    expect(ranked('公积金怎么提取', entries)[0]).not.toHaveProperty('explanation')
  })
})

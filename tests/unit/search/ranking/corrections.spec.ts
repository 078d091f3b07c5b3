import { describe, expect, it } from '@jest/globals'
import { corrections } from '@/search/ranking/corrections'
import { hotlineSegmenter } from '@/search/text/segment'
import { readQuery } from '@/search/text/terms'

describe('saying what was corrected', () => {
  const segmenter = hotlineSegmenter()
  const said = (typed: string, unknown: readonly string[], title: string | null) => {
    const asked = readQuery(typed, segmenter)
    const terms = asked.terms.map((term) => {
      const count = unknown.includes(term.word) ? 0 : 3
      return { ...term, count, rarity: 1 }
    })
    return corrections(asked, terms, title === null ? null : { title, isLikely: true })
  }

  it.each([
    ['公鸡金怎么提取', '住房公积金提取', { typed: '公鸡金', used: '公积金' }],
    ['教材审订', '中小学地方课程教材审定', { typed: '教材审订', used: '教材审定' }],
    ['教村审定', '中小学地方课程教材审定', { typed: '教村审定', used: '教材审定' }],
  ])('%s is taken for what the best title says', (typed, title, slip) => {
    expect(said(typed, [], title)).toEqual({ corrected: [slip], dropped: [] })
  })

  it('names words that nobody wrote and that lead nowhere', () => {
    expect(said('公积金 火星', ['火星'], '公积金提取').dropped).toEqual(['火星'])
    expect(said('火星', ['火星'], null).dropped).toEqual(['火星'])
  })

  it('does not call pinyin a mistake', () => {
    const nothing = { corrected: [], dropped: [] }
    expect(said('gongjijin', ['gongjijin'], '住房公积金提取')).toEqual(nothing)
  })
})

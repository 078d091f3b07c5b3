import { describe, expect, it } from '@jest/globals'
import { corrections } from '@/search/ranking/corrections'
import { cutsOf } from '@/search/text/cuts'
import { hotlineSegmenter, piecesOf } from '@/search/text/segment'
import { readQuery } from '@/search/text/terms'

describe('saying what was corrected', () => {
  const segmenter = hotlineSegmenter()
  const said = (
    typed: string,
    unknown: readonly string[],
    title: string | null,
    more: { names?: string; body?: string } = {},
  ) => {
    const asked = readQuery(typed, segmenter)
    const terms = asked.terms.map((term) => {
      const count = unknown.includes(term.word) ? 0 : 3
      return { ...term, count, rarity: 1 }
    })
    const hit = (words: string) => ({ title: words, titleCuts: cutsOf(piecesOf(words)) })
    const hits = title === null ? [] : [{ ...hit(title), names: '', body: '', sound: 0, ...more }]
    return corrections(asked, terms, { hits, isWide: true })
  }

  it.each([
    ['公鸡金怎么提取', '住房公积金提取', { typed: '公鸡金', used: '公积金' }],
    ['教材审订', '中小学地方课程教材审定', { typed: '教材审订', used: '教材审定' }],
    ['教村审定', '中小学地方课程教材审定', { typed: '教村审定', used: '教材审定' }],
  ])('%s is taken for what the best title says', (typed, title, slip) => {
    expect(said(typed, [], title)).toEqual({ corrected: [slip], dropped: [] })
  })

  it.each([
    ['怎样给猫上户口', '新生儿怎样上户口'],
    ['猫上户口', '为新生儿给谁上户口'],
  ])('%s has another word than the best title, which is no slip', (typed, title) => {
    expect(said(typed, [], title).corrected).toEqual([])
  })

  it('names words that nobody wrote and that lead nowhere', () => {
    expect(said('公积金 火星', ['火星'], '公积金提取').dropped).toEqual(['火星'])
    expect(said('火星', ['火星'], null).dropped).toEqual(['火星'])
  })

  it('does not call pinyin a mistake', () => {
    const nothing = { corrected: [], dropped: [] }
    expect(said('gongjijin', ['gongjijin'], '住房公积金提取')).toEqual(nothing)
    expect(said('lao nian z', ['lao', 'nian', 'z'], '老年证办理')).toEqual(nothing)
    expect(said('jlk', ['jlk'], '老年证办理', { names: '敬老卡' })).toEqual(nothing)
  })

  it('does not call missing what a hit holds inside a longer word', () => {
    expect(said('积金', ['积金'], '住房公积金提取').dropped).toEqual([])
    expect(said('积金 火星', ['积金', '火星'], '提取', { body: '公积金' }).dropped).toEqual([
      '火星',
    ])
  })

  it('takes no denial for a slip, and no character that stands elsewhere in the title', () => {
    expect(said('企业没缴社保', [], '企业不缴社保的后果').corrected).toEqual([])
    expect(said('居住证无效', [], '无效居住证怎么处理').corrected).toEqual([])
  })
})

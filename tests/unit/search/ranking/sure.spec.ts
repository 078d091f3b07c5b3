import { describe, expect, it } from '@jest/globals'
import { scored, type Scorable } from '@/search/ranking/score'
import { sureAnswer } from '@/search/ranking/sure'
import { rarityOf } from '@/search/ranking/weighedTerm'
import { cutsOf } from '@/search/text/cuts'
import { hotlineSegmenter } from '@/search/text/segment'
import { readQuery } from '@/search/text/terms'

const NOW = Date.parse('2026-11-22T00:00:00Z')
const segmenter = hotlineSegmenter()
const cuts = (text: string) => cutsOf(segmenter.pieces(text))

function entry(title: string, more: Partial<Scorable> = {}): Scorable {
  return {
    ...{ row: 1, words: 1, sound: 0, id: title, unit: 'unit', approvedAt: NOW },
    ...{ title, names: '', body: '携带身份证到窗口办理', length: 40, figures: '' },
    ...{ titleCuts: cuts(title), namesCuts: cuts(more.names ?? '') },
    ...more,
  }
}

/** The title of the answer that is sure among these, null where none is. */
const sureOf = (typed: string, ...entries: Scorable[]) => sureIn(undefined, typed, ...entries)

type Nearness = Parameters<typeof sureAnswer>[2]['nearness']

/** The same for a caller to whom units are as near as this says. */
function sureIn(nearness: Nearness, typed: string, ...entries: Scorable[]): string | null {
  const vocabulary = { words: [], synonyms: [['低保', '最低生活保障']] }
  const read = readQuery(typed, segmenter, vocabulary)
  const sentences = read.told.length > 0 ? read.told.map(({ asked }) => asked) : [read]
  const questions = sentences.map((asked) => ({
    asked,
    terms: asked.terms.map((term) => ({ ...term, count: 5, rarity: rarityOf(5, 100) })),
  }))
  const query = { now: NOW, nearness }
  return sureAnswer(scored(entries, questions, query), questions, query)?.id ?? null
}

const withdrawal = entry('怎样提取住房公积金？', { names: '公积金怎么取出来' })
const loan = entry('公积金贷款额度是多少？')

describe('an answer is sure', () => {
  it.each([
    ['where it is the question itself', '怎样提取住房公积金'],
    ['where it is another of its questions', '公积金怎么取出来'],
    ['where it asks the same in other words', '请问如何提取住房公积金呢'],
  ])('%s', (_, typed) => {
    expect(sureOf(typed, withdrawal, loan)).toBe(withdrawal.id)
  })

  it('where another word for the same was typed', () => {
    expect(sureOf('低保如何申请', entry('最低生活保障怎样申请？'), loan)).not.toBeNull()
  })

  it('where its number was typed, with or without its zeros', () => {
    const numbered = entry('居住证怎样补领？', { names: 'zs000123', figures: '▮zs123' })
    expect(sureOf('ZS000123', loan, numbered)).toBe(numbered.id)
    expect(sureOf('zs-123', loan, numbered)).toBe(numbered.id)
  })
})

describe('no answer is sure', () => {
  it('where nothing was found', () => {
    expect(sureOf('怎样提取住房公积金')).toBeNull()
  })

  it('where a word names a matter and asks nothing, though it stands among the key words', () => {
    expect(sureOf('公积金', entry('怎样提取？', { names: '公积金' }), loan)).toBeNull()
  })

  it('where two have the same question, as two counties do', () => {
    const twice = [entry('低保怎样申请？', { id: 'one' }), entry('低保怎样申请？', { id: 'two' })]
    expect(sureOf('低保怎样申请', ...twice)).toBeNull()
  })

  it('where two questions are about as near', () => {
    const both = [entry('甲县怎样申请低保金？'), entry('乙县怎样申请低保金？')]
    expect(sureOf('怎样申请低保金', ...both)).toBeNull()
  })

  it('where another stands close behind, though it asks a little more', () => {
    const more = entry('怎样提取我住房公积金？', { body: '提取住房公积金,怎样提取' })
    expect(sureOf('如何提取住房公积金呢', withdrawal, more)).toBeNull()
  })

  it.each(['怎样提取住房公积金付房租', '怎样提取公积金'])(
    'where one says what the other does not: %s',
    (typed) => {
      expect(sureOf(typed, entry(withdrawal.title), loan)).toBeNull()
    },
  )

  it('where it is about the opposite', () => {
    expect(sureOf('没缴住房公积金怎么办', entry('缴住房公积金怎么办'))).toBeNull()
  })

  it('where an amount was typed that a text tells beside other things', () => {
    expect(sureOf('2500元', entry('补贴怎样领取？', { figures: '¥2500' }))).toBeNull()
  })

  it.each(['怎样提取住房公积金', '请问如何提取住房公积金呢'])(
    'where it is what another district says: %s',
    (typed) => {
      expect(sureIn({ unit: 'other' }, typed, withdrawal)).toBeNull()
      expect(sureIn({ unit: 'own' }, typed, withdrawal)).toBe(withdrawal.id)
    },
  )

  it('of a story, of which nobody knows the question', () => {
    const story = `怎样提取住房公积金？${'我家住在老城区,楼下一直很吵。'.repeat(30)}`
    expect(sureOf(story, withdrawal, loan)).toBeNull()
  })
})

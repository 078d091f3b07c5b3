import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { nearEnough, nearness, questionOf, tellingWords } from '@/search/text/nearness'
import { usualSynonyms } from '@/search/text/words'
import { createLanguage } from '@/search/text/vocabulary'

const language = createLanguage([], usualSynonyms)
const asked = (title: string) => questionOf(title, language)

const near = (one: string, other: string) => nearness(asked(one), asked(other))

describe('two questions', () => {
  it.each([
    ['如何办理居住证？', '居住证如何办理'],
    ['低保怎么申请？', '如何申请最低生活保障？'],
    ['新生儿如何落户？', '新生儿入户怎么办理'],
    ['公积金怎么提取', '住房公积金如何提取？'],
    ['老年人优待证怎么办', '老人优待证办理'],
    ['請問居住證在哪里辦理？', '居住证在哪里办理'],
    ['如何办理实验室生产许可证注销？', '实验室生产许可证怎样申请注销'],
  ])('%s is near enough to %s', (one, other) => {
    expect(near(one, other)).toBeGreaterThanOrEqual(nearEnough)
  })

  it.each([
    ['停水怎么办', '停电怎么办'],
    ['养老金什么时候发放', '养老保险如何缴费'],
    ['县民政局的联络方式是什么？', '县教育局的联络方式是什么？'],
    ['如何办理残疾人证？', '如何办理老年人优待证？'],
    ['如何办理？', '怎么申请？'],
  ])('%s is not near enough to %s', (one, other) => {
    expect(near(one, other)).toBeLessThan(nearEnough)
  })

  it('are measured from both sides alike, from nothing to the same', () => {
    const words = fc.array(
      fc.constantFrom('居住证', '低保', '怎么', '办理', '？', 'ＡＰＰ', '😀', ' '),
    )
    const question = words.map((all) => all.join(''))
    fc.assert(
      fc.property(question, question, (one, other) => {
        expect(near(one, other)).toBeCloseTo(near(other, one), 12)
        expect(near(one, other)).toBeGreaterThanOrEqual(0)
        expect(near(one, other)).toBeLessThanOrEqual(1 + 1e-12)
        if (tellingWords(asked(one)).length > 0) expect(near(one, one)).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('the words that tell', () => {
  it('are not those of every question', () => {
    expect(tellingWords(asked('请问如何办理居住证？'))).toEqual(['居住证'])
    expect(tellingWords(asked('怎么办？'))).toEqual([])
  })
})

import { describe, expect, it } from '@jest/globals'
import { createSegmenter } from '@/search/text/segment'
import { readQuery } from '@/search/text/terms'
import { hotlineWords } from '@/search/text/words'

describe('reading a query', () => {
  const segmenter = createSegmenter(hotlineWords)
  const read = (typed: string) => readQuery(typed, segmenter)
  const words = (typed: string) => read(typed).terms.map(({ word }) => word)

  it('cuts it into words without punctuation', () => {
    expect(words('公积金提取,需要什么材料?')).toEqual(['公积金', '提取', '需要', '什么', '材料'])
  })

  it("keeps the hotline's own words whole", () => {
    expect(words('随迁子女一网通办')).toEqual(['随迁子女', '一网通办'])
  })

  it('knows other words for a word and for a name of several words', () => {
    expect(read('驾照').terms[0]?.forms).toEqual(['驾照', '驾驶证'])
    const name = read('最低生活保障').terms
    expect(name.find(({ word }) => word === '低保')?.isSynonym).toBe(true)
  })

  it('asks for no more than a sentence', () => {
    const { text, terms, pairs } = read('我想问住房公积金怎么提取?'.repeat(1_000))
    expect(text.length).toBeLessThanOrEqual(300)
    expect(terms.length).toBeLessThanOrEqual(48)
    expect(pairs.length).toBeLessThanOrEqual(96)
  })
})

import { describe, expect, it } from '@jest/globals'
import { hotlineSegmenter } from '@/search/text/segment'
import { readQuery } from '@/search/text/terms'
import { usualSynonyms } from '@/search/text/synonyms'
import { createLanguage } from '@/search/text/vocabulary'

describe('reading a query', () => {
  const segmenter = hotlineSegmenter()
  const language = createLanguage(['芷溪镇', '芷溪镇政府'], usualSynonyms)
  const read = (typed: string) => readQuery(typed, segmenter, language.touching(typed))
  const words = (typed: string) => read(typed).terms.map(({ word }) => word)

  it('cuts it into words without punctuation', () => {
    expect(words('公积金提取,需要什么材料?')).toEqual(['公积金', '提取', '需要', '什么', '材料'])
  })

  it("keeps the hotline's own words whole", () => {
    expect(words('随迁子女一网通办')).toEqual(['随迁子女', '一网通办'])
  })

  it('keeps names of units and places whole, and their longer words beside them', () => {
    expect(words('芷溪镇怎么办低保')).toEqual(['芷溪镇', '怎么办', '低保'])
    expect(words('芷溪镇政府')).toEqual(['芷溪镇政府', '芷溪', '镇政府'])
  })

  it('knows other words for a word and for a name of several words', () => {
    expect(read('驾照').terms[0]?.forms).toEqual(['驾照', '驾驶证'])
    const name = read('最低生活保障').terms
    expect(name.find(({ word }) => word === '低保')?.isSynonym).toBe(true)
  })

  it('takes what stands in quotes of any form literally', () => {
    for (const typed of [
      '“公积金贷款”额度',
      '"公积金贷款"',
      '「公積金貸款」',
      '『公积金贷款』',
      '＂公积金贷款＂',
    ]) {
      expect(read(typed).phrases).toEqual(['公积金贷款'])
    }
    expect(read('公积金"贷款').phrases).toEqual([])
  })

  it('tells words put side by side from a sentence', () => {
    expect(read('公积金 提取 租房').isList).toBe(true)
    expect(read('公积金提取').isList).toBe(false)
    expect(read('我在外地工作 想问公积金怎么才能提取').isList).toBe(false)
  })

  it('reads a policy number alike in every bracket', () => {
    for (const typed of ['广政公[2019]11号', '广政公【2019】11号', '广政公（2019）11号']) {
      expect(read(typed).bare).toBe(read('广政公〔2019〕11号').bare)
      expect(words(typed)).toEqual(words('广政公〔2019〕11号'))
    }
  })

  it('knows a landline number with and without its area code', () => {
    for (const typed of ['06601234567', '0660-1234567', '拨打0660 1234567']) {
      const forms = read(typed).terms.flatMap((term) => term.forms)
      expect(forms).toEqual(expect.arrayContaining(['06601234567', '1234567']))
    }
  })

  it('asks for no more than a sentence', () => {
    const { text, terms, pairs } = read('我想问住房公积金怎么提取?'.repeat(1_000))
    expect(text.length).toBeLessThanOrEqual(300)
    expect(terms.length).toBeLessThanOrEqual(48)
    expect(pairs.length).toBeLessThanOrEqual(96)
  })
})

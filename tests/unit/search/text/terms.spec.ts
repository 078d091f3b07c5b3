import { describe, expect, it } from '@jest/globals'
import { hotlineSegmenter } from '@/search/text/segment'
import { beginningOf, readQuery } from '@/search/text/terms'
import { usualSynonyms } from '@/search/text/words'
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

  it('reads a policy number alike in every bracket, and its parts only where nobody knows it', () => {
    for (const typed of ['广政公[2019]11号', '广政公【2019】11号', '广政公（2019）11号']) {
      expect(read(typed).bare).toBe(read('广政公〔2019〕11号').bare)
      const figure = read(typed).terms.find(({ kind }) => kind === 'figure')
      expect(figure?.forms).toEqual(['广政公№2019№11', '政公№2019№11', '№2019№11'])
      expect(read(typed).onlyFigure).toBe('广政公№2019№11')
      const parts = read(typed).terms.filter(({ within }) => within === figure?.word)
      expect(parts.map(({ word }) => word)).toEqual(['2019', '11', '号'])
    }
    expect(read('广政公〔2019〕11号第三条').onlyFigure).toBeNull()
    expect(read('请问广政公〔2019〕11号').onlyFigure).not.toBeNull()
  })

  it('knows a landline number with and without its area code', () => {
    for (const typed of ['06601234567', '0660-1234567', '拨打0660 1234567']) {
      const forms = read(typed).terms.flatMap((term) => term.forms)
      expect(forms).toEqual(expect.arrayContaining(['☎06601234567', '☎1234567']))
    }
  })

  it('reads characters set apart together, and words that a blank cuts in two', () => {
    expect(words('芷 溪 镇 低 保')).toEqual(words('芷溪镇低保'))
    expect(read('公 积 金').isList).toBe(false)
    const across = read('住房公 积金').terms.find(({ word }) => word === '公积金')
    expect(across?.isSynonym).toBe(true)
    expect(words('居民楼 纳税 税务局')).toEqual(['居民楼', '纳税', '税务局'])
  })

  it('knows other ways to deny, and keeps a denial whole', () => {
    expect(read('没缴社保').terms[0]?.forms).toEqual(
      expect.arrayContaining(['没缴', '未缴', '不缴']),
    )
    expect(words('哪些车不可以上路')).toContain('不可以')
    expect(words('哪些车不可以上路')).not.toContain('可以')
  })

  it('reads 5,000 characters and never half a character', () => {
    expect(read('水'.repeat(6_000)).text).toHaveLength(5_000)
    expect(beginningOf(`${'水'.repeat(4_999)}😀`)).toHaveLength(4_999)
    expect(beginningOf('水'.repeat(5_000))).toHaveLength(5_000)
  })

  it('of a story reads each sentence by itself, those that ask before the others, and no more than an index can bear', () => {
    const story = '我是一名普通市民,事情是这样的,我平时上班比较忙。'.repeat(60)
    for (const typed of [`${story}随迁子女怎么入学?`, `随迁子女怎么入学?${story}`]) {
      const { told } = read(typed)
      expect(told.map(({ asked }) => asked.plain)).toEqual([
        '随迁子女怎么入学',
        '我是1名普通市民事情是这样的我平时上班比较忙',
      ])
      expect(told[0]?.weight).toBeGreaterThan(told[1]?.weight ?? 0)
      expect(told[0]?.asked.pairs).toContain('随迁')
    }
    const book = Array.from({ length: 5_000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
    for (const { asked } of read(book).told) {
      expect(asked.terms.length).toBeLessThanOrEqual(48)
      expect(asked.pairs.length).toBeLessThanOrEqual(96)
    }
  })

  it('asks for a code as what it is and as it is written, for an index may know but one', () => {
    const terms = read('629fb7be').terms.map(({ word, kind, within }) => [word, kind, within])
    expect(terms).toEqual([
      ['629fb7be', 'figure', null],
      ['629fb7be', 'word', '629fb7be'],
    ])
  })

  it('requires nothing of what is quoted in a story', () => {
    const story = '他对我说“你去别处办”,我又跑了一趟。'.repeat(10)
    expect(read(story).phrases).toEqual([])
  })
})

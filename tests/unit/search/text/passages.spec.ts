import { describe, expect, it } from '@jest/globals'
import { highlight, type Mark } from '@/search/text/highlight'
import { passagesOf } from '@/search/text/passages'

const marks = (...forms: string[]): Mark[] => forms.map((form) => ({ form, weight: 1 }))

describe('marking a text', () => {
  it('joins marks that touch or overlap', () => {
    expect(highlight('住房公积金提取', marks('公积金', '积金', '提取'))).toEqual([[2, 7]])
  })

  it('marks Latin words and numbers only as a whole', () => {
    expect(highlight('zip ip 12345 2345', marks('ip', '2345'))).toEqual([
      [4, 6],
      [13, 17],
    ])
  })

  it('marks the original where the text was normalised', () => {
    const original = '辦理ＥＴＣ'
    expect(highlight(original, marks('etc', '办理'))).toEqual([[0, 5]])
  })
})

describe('passages', () => {
  const filler = '此处为无关内容的说明文字。'.repeat(20)

  it('prefer the place that holds most of what was asked for', () => {
    const text = `材料见附件。${filler}请带身份证和材料到窗口。${filler}`
    const passages = passagesOf(text, marks('身份证', '材料'))
    expect(passages.some(({ passage }) => passage.includes('请带身份证和材料'))).toBe(true)
    expect(passages.length).toBeLessThanOrEqual(2)
  })

  it('begin where the sentence begins, when that is near', () => {
    const text = `${filler}办理时限为三个工作日。${filler}`
    expect(passagesOf(text, marks('三个工作日'))[0]?.passage).toMatch(/^办理时限为三个工作日/)
  })

  it('never cut a character in two', () => {
    const text = `${'😀'.repeat(60)}身份证${'😀'.repeat(60)}`
    const [found] = passagesOf(text, marks('身份证'))
    expect(found?.passage).toMatch(/^(😀)*身份证(😀)*$/u)
  })

  it('are none where nothing matches', () => {
    expect(passagesOf(filler, marks('火星'))).toEqual([])
  })
})

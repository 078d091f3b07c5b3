import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cutsOf } from '@/search/text/cuts'
import { highlight, type Mark } from '@/search/text/highlight'
import { normalisedText } from '@/search/text/normalise'
import { passagesOf } from '@/search/text/passages'
import { hotlineSegmenter } from '@/search/text/segment'

const segmenter = hotlineSegmenter()
const cut = (text: string) => ({ text, cuts: cutsOf(segmenter.pieces(normalisedText(text))) })
const marks = (...forms: string[]): Mark[] =>
  forms.map((form) => ({ form, weight: 1, kind: 'word' }))
const marked = (text: string, all: Mark[]) =>
  highlight(cut(text), all).map(([from, to]) => text.slice(from, to))

describe('marking a text', () => {
  it('joins marks that touch or overlap', () => {
    expect(marked('住房公积金提取', marks('公积金', '提取'))).toEqual(['公积金提取'])
  })

  it('marks Latin words and numbers only as a whole', () => {
    expect(highlight(cut('zip ip 12345 2345'), marks('ip', '2345'))).toEqual([
      [4, 6],
      [13, 17],
    ])
  })

  it('marks the original where the text was normalised', () => {
    expect(highlight(cut('辦理ＥＴＣ'), marks('etc', '办理'))).toEqual([[0, 5]])
  })

  it.each([
    ['积金', '住房公积金贷款', ['公积金']],
    ['业执', '营业执照变更', ['营业执照']],
    ['民政', '市民政策咨询,民政窗口', ['民政']],
    ['照变', '营业执照变更', ['营业执照变更']],
  ])('marks whole words and never a half: %s in %s', (form, text, expected) => {
    expect(marked(text, [{ form, weight: 1, kind: 'word' }])).toEqual(expected)
  })

  it('marks a name the hotline keeps whole as it stands, and a rare name that no dictionary knows', () => {
    expect(marked('到芷溪镇办理', [{ form: '芷溪镇', weight: 1, kind: 'name' }])).toEqual([
      '芷溪镇',
    ])
    expect(marked('到𠮷㙍巷办理', [{ form: '㙍巷', weight: 1, kind: 'guess' }])).toEqual(['㙍巷'])
  })

  it.each([
    ['☎3012345', '拨打0319-3012345咨询', ['0319-3012345']],
    ['¥2500', '补贴2,500元', ['2,500元']],
    ['№2024№53', '云就发〔2024〕53号', ['〔2024〕53号']],
    ['¥250', '补贴2,500元', []],
  ])('marks a figure however it is written: %s in %s', (form, text, expected) => {
    expect(marked(text, [{ form, weight: 1, kind: 'figure' }])).toEqual(expected)
  })
})

describe('passages', () => {
  const filler = '此处为无关内容的说明文字。'.repeat(20)

  it('prefer the place that holds most of what was asked for', () => {
    const text = `材料见附件。${filler}请带身份证和材料到窗口。${filler}`
    const passages = passagesOf(cut(text), marks('身份证', '材料'))
    expect(passages.some(({ passage }) => passage.includes('请带身份证和材料'))).toBe(true)
    expect(passages.length).toBeLessThanOrEqual(2)
  })

  it('begin and end where sentences do', () => {
    const text = `${filler}办理时限为三个工作日。逾期不予受理!${filler}`
    const [found] = passagesOf(cut(text), marks('工作日'))
    expect(found?.passage).toMatch(/^办理时限为三个工作日。逾期不予受理!/)
    expect(found?.passage).toMatch(/。$/)
  })

  it('say where a sentence is cut, at the end of a word', () => {
    const clause = '申请人应当在规定的期限内提交有关的全部材料'
    const text = `${clause}${'以及其他证明文件'.repeat(20)}并且携带身份证原件${'以及其他证明文件'.repeat(20)}。`
    const [found] = passagesOf(cut(text), marks('身份证'))
    expect(found?.passage).toMatch(/^….*身份证.*…$/)
    const edges = new Set<number>()
    segmenter.pieces(text).reduce((at, piece) => (edges.add(at), at + piece.length), 0)
    const inside = found?.passage.slice(1, -1) ?? ''
    expect(edges).toContain(text.indexOf(inside))
    expect(edges).toContain(text.indexOf(inside) + inside.length)
    const [[from, to] = [0, 0]] = found?.ranges ?? []
    expect(found?.passage.slice(from, to)).toBe('身份证')
  })

  it('never cut a character in two', () => {
    const text = `${'😀'.repeat(60)}身份证${'😀'.repeat(60)}`
    const [found] = passagesOf(cut(text), marks('身份证'))
    expect(found?.passage).toMatch(/^…(😀)*身份证(😀)*…$/u)
  })

  it('are none where nothing matches', () => {
    expect(passagesOf(cut(filler), marks('火星'))).toEqual([])
  })

  it('are pieces of the text apart from one another, cut only where … says so, whatever the text', () => {
    const part = fc.constantFrom(
      '身份证',
      '材料',
      '。',
      ',',
      '\n',
      ' ',
      '😀',
      '办理',
      '公积金提取',
      '”',
      '!',
    )
    const anyText = fc.array(part, { maxLength: 200 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(anyText, (text) => {
        let after = 0
        for (const { passage, ranges } of passagesOf(cut(text), marks('身份证', '材料'))) {
          const inside = passage.replace(/^…|…$/g, '')
          const at = text.indexOf(inside, after)
          expect(at).toBeGreaterThanOrEqual(0)
          const before = text.slice(0, at)
          if (!passage.startsWith('…')) expect(before).toMatch(/(^\s*|[。!\n]["”’」』）)]*\s*)$/)
          expect(inside.length).toBeLessThanOrEqual(112)
          for (const [from, to] of ranges)
            expect(passage.slice(from, to)).toMatch(/^(身份证|材料)+$/)
          after = at + inside.length
        }
      }),
    )
  })
})

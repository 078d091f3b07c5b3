import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cleaned, cleanText, withoutHtml } from '@/cleanText'

describe('text that comes in', () => {
  it.each([
    ['a null character', '前\u0000后', '前后'],
    ['controls', '先\u0007补\u001b[0m办\u007f\u009f', '先补[0m办'],
    ['overrides and marks of direction', '社\u202e卡\u202c\u2066一\u2069\u200e\u200f', '社卡一'],
    ['what has no width', '社\u200b保\ufeff卡\u2060号\u00ad', '社保卡号'],
    ['half a character', '一\ud83d二\udc00三', '一二三'],
    ['non-characters and what Word leaves', '一\ufffe\ufffc二\u{1ffff}三', '一二三'],
    ['tags', '一\u{e0041}\u{e007f}二', '一二'],
  ])('loses %s and nothing of what follows', (_, sent, kept) => {
    expect(cleanText(sent)).toBe(kept)
  })

  it('keeps tabs, and has one kind of line end', () => {
    expect(cleanText('a\tb\r\nc\rd\u2028e\u2029f\vg\fh\u0085i')).toBe('a\tb\nc\nd\ne\nf\ng\nh\ni')
  })

  it.each(['𠮷野家㙍', '葛\u{e0100}', '👨‍👩‍👧', 'ئۇيغۇر', '12345 ①②③ ㎡ 〔2024〕'])(
    'keeps %s',
    (text) => {
      expect(cleanText(text)).toBe(text)
    },
  )

  it('shows where a character of one office’s own fonts, or one nobody could read, stood', () => {
    expect(cleanText('张\ue123先生\u{f0001}\u{10fffd}\ufffd')).toBe('张□先生□□□')
  })

  it('is cleaned wherever it stands, and nothing else is touched', () => {
    const at = new Date()
    const sent = { 'a\u0000': ['b\u0000', 1, null, { c: '\u202ed', at }], e: true }
    expect(cleaned(sent)).toEqual({ a: ['b', 1, null, { c: 'd', at }], e: true })
  })

  it('loses what a web page wrote as marks, also where one never ends', () => {
    expect(withoutHtml('<p class="x">一</p><p>二<b>三</b> &lt; 四<br/>五')).toBe(
      '一\n二三 < 四\n五',
    )
    expect(withoutHtml(`<b>一</b>${'<a'.repeat(1_000_000)}&gt;`)).toBe(
      `一${'<a'.repeat(1_000_000)}>`,
    )
  })

  it('is clean after one time, well formed, and never longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
        expect(once.length).toBeLessThanOrEqual(text.length)
        expect(Buffer.from(once, 'utf8').toString('utf8')).toBe(once)
      }),
    )
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { normalise, normalisedText } from '@/search/text/normalise'

describe('normalised text', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['住房公積金', '住房公积金'],
    ['老年人證', '老年人证'],
    ['教\u200b材\ufeff', '教材'],
    ['㎡', 'm2'],
    ['a\ud800b', 'a b'],
    ['zero\0byte', 'zero byte'],
  ])('%j becomes %j', (original, form) => expect(normalise(original).text).toBe(form))

  it('leads each of its places back to the character it came from', () => {
    const original = '第㎡😀證\u200b書'
    const { text, from, to } = normalise(original)
    const at = text.indexOf('证书')
    expect(original.slice(from[at], to[at + 1])).toBe('證\u200b書')
    expect(original.slice(from[text.indexOf('2')], to[text.indexOf('2')])).toBe('㎡')
  })

  it('has a way back for every place of any text, and is the same with and without it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const { text, from, to } = normalise(original)
        expect(from).toHaveLength(text.length)
        expect(normalisedText(original)).toBe(text)
        for (let at = 0; at < text.length; at++) {
          expect(from[at]).toBeLessThan(to[at] ?? 0)
          expect(to[at]).toBeLessThanOrEqual(original.length)
        }
      }),
    )
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { SearchEngine } from '@/search/types'
import { document, query } from './documents'
import { expectValid } from './retrieving'

const odd = [
  '"',
  "'",
  '*',
  '^',
  ':',
  '(',
  ')',
  '{',
  '}',
  '+',
  '-',
  ' AND ',
  ' OR ',
  ' NOT ',
  'NEAR(',
  '%',
  '_',
  '\\',
  '\0',
  '\ud800',
  '\udc00',
  '😀',
  '👨‍👩‍👧',
  '\u200b',
  '\ufeff',
  'e\u0301',
  'İ',
  'ß',
  '㎡',
  '①',
  '𠮷',
  '臺',
  'Ａ',
  '公积金',
  '提取',
  'etc',
  '\n',
]

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 3 })), { maxLength: 40 })
    .map((parts) => parts.join('')),
)

/** Nothing typed or written breaks an engine. */
export function hostile(engine: () => SearchEngine): void {
  describe('odd input', () => {
    it.each([
      ['one sentence again and again', '我想问一下住房公积金怎么提取。'.repeat(700)],
      ['one character', '办'.repeat(10_000)],
      ['letters without a space', 'gongjijin'.repeat(1_200)],
      [
        'different characters',
        Array.from({ length: 10_000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(''),
      ],
      ['operators', '" OR * NEAR('.repeat(1_000)],
      ['halves of pairs', '\ud83d'.repeat(10_000)],
    ])('answers 10,000 characters: %s', async (_, text) => {
      const page = await engine().search(query(text))
      expect(page.total).toBeGreaterThanOrEqual(page.hits.length)
      await engine().suggest({ ...query(text), limit: 5 })
    })

    it('answers any query', async () => {
      await fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          const page = await engine().search(query(text))
          expect(page.total).toBeGreaterThanOrEqual(page.hits.length)
          await engine().suggest({ ...query(text), limit: 5 })
        }),
        { numRuns: 150 },
      )
    })

    it('marks any text where it really matches', async () => {
      let version = 1
      await fc.assert(
        fc.asyncProperty(anyText, anyText, async (before, after) => {
          const title = `${before}签注${after}`
          const text = `${after}\n居住证签注😀${before}`
          await engine().put([document('odd', { version: ++version, title, text })])
          const { hits } = await engine().search(query('居住证签注'))
          const hit = hits.find(({ id }) => id === 'odd')
          expect(hit?.version).toBe(version)
          expectValid(hit?.highlights.title ?? [], title)
          expect(hit?.highlights.title.length).toBeGreaterThan(0)
          for (const { passage, ranges } of hit?.highlights.text ?? []) {
            expect(wellFormed(text)).toContain(wellFormed(passage))
            expectValid(ranges, passage)
          }
          expect(hit?.highlights.text.length).toBeGreaterThan(0)
        }),
        { numRuns: 100 },
      )
      await engine().remove([{ id: 'odd', version: version + 1 }])
    })
  })
}

/** Half a pair comes back from UTF-8 as the replacement character, a zero as a space: places stay. */
function wellFormed(text: string): string {
  return Buffer.from(text.replaceAll('\0', ' ')).toString()
}

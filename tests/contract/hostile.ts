import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { SearchEngine } from '@/search/types'
import { document, query } from './documents'
import { expectValid, insideOf } from './retrieving'

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
  '\u202e',
  'אל',
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

/** How many texts, and how many queries over them. */
const MANY = 500

/** Half of them hold words that are asked for, between anything else. */
const anyDocument = fc.record({
  title: fc
    .tuple(anyText, fc.constantFrom('', '公积金', '提取', 'etc'), anyText)
    .map((of) => of.join('')),
  summary: anyText,
  text: fc
    .array(fc.oneof(anyText, fc.constant('公积金提取')), { maxLength: 6 })
    .map((of) => of.join('')),
  similarQuestions: fc.array(anyText, { maxLength: 2 }),
  keywords: fc.array(anyText, { maxLength: 2 }),
  unitName: anyText,
})

const anyWord = anyText.filter((text) => text !== '')
const anyQuery = fc.record({
  text: fc
    .tuple(anyText, fc.constantFrom('', '公积金', '提取', 'etc', 'gjj'))
    .map((of) => of.join('')),
  vocabulary: fc.record({
    words: fc.array(anyWord, { maxLength: 3 }),
    synonyms: fc.array(fc.array(anyWord, { maxLength: 3 }), { maxLength: 3 }),
  }),
})

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

    it('hears nothing in characters without a known sound', async () => {
      const { hits } = await engine().search(query('𨑔𨓟 公积金'))
      const [hit] = hits
      expect(hit?.highlights.title).toEqual([[2, 5]])
      for (const { passage, ranges } of hit?.highlights.text ?? []) expectValid(ranges, passage)
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

    it('takes any texts and answers any queries over them with ranges of the original', async () => {
      const [texts = []] = fc.sample(fc.array(anyDocument, { minLength: MANY, maxLength: MANY }), 1)
      const documents = texts.map((text, at) => document(`odd${at}`, text))
      const byId = new Map(documents.map((each) => [each.id, each]))
      await engine().put(documents)
      let answered = 0
      let shown = 0
      await fc.assert(
        fc.asyncProperty(anyQuery, async ({ text, vocabulary }) => {
          const { hits } = await engine().search(query(text, { vocabulary, pageSize: 10 }))
          await engine().suggest({ ...query(text), limit: 5 })
          answered++
          for (const { id, highlights } of hits) {
            const of = byId.get(id)
            if (!of) continue
            shown++
            expectValid(highlights.title, of.title)
            for (const { passage, ranges } of highlights.text) {
              expect(wellFormed(of.text)).toContain(insideOf(wellFormed(passage)))
              expectValid(ranges, passage)
            }
          }
        }),
        { numRuns: MANY, endOnFailure: true },
      )
      expect(answered).toBeGreaterThanOrEqual(MANY)
      expect(shown).toBeGreaterThan(MANY)
      const removals = documents.map(({ id }) => ({ id, version: 2 }))
      await engine().remove(removals)
    })

    it('takes a text of 100 KB and marks it', async () => {
      const text = `${'办理😀\ud800'.repeat(20_000)}居住证签注${'。臺\0'.repeat(5_000)}`
      await engine().put([document('long', { title: '居住证'.repeat(3_000), text })])
      const { hits } = await engine().search(query('居住证签注'))
      const hit = hits.find(({ id }) => id === 'long')
      expectValid(hit?.highlights.title ?? [], '居住证'.repeat(3_000))
      expect(hit?.highlights.text.some(({ passage }) => passage.includes('居住证签注'))).toBe(true)
      await engine().remove([{ id: 'long', version: 2 }])
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
            expect(wellFormed(text)).toContain(insideOf(wellFormed(passage)))
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

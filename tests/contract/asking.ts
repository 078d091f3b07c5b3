import { beforeAll, describe, expect, it } from '@jest/globals'
import type { SearchEngine, SearchQuery } from '@/search/types'
import { document, query } from './documents'

const texts = [
  document('whole', { title: '居住证签注办理', text: '窗口当场办结。' }),
  document('apart', { title: '居住证,签注和办理', text: '当场受理,三日办结。' }),
  document('named', {
    title: '外来人口登记',
    similarQuestions: ['居住证 签注'],
    keywords: ['v2.0'],
  }),
  document('edge', { title: '暂住人口的居住', summary: '证签注另行通知' }),
]

/** What is required in quotes, and what is said of words that nobody wrote. */
export function asking(engine: () => SearchEngine): void {
  beforeAll(() => engine().put(texts))

  const page = (text: string, more: Partial<SearchQuery> = {}) =>
    engine().search(query(text, { facets: true, ...more }))
  const found = async (text: string, more: Partial<SearchQuery> = {}) => {
    const { hits, total, facets } = await page(text, more)
    expect(total).toBe(hits.length)
    expect(facets?.library.knowledge ?? 0).toBe(total)
    return hits.map(({ id }) => id).sort()
  }

  describe('words in quotes', () => {
    it.each([
      ['“居住证签注”', ['whole']],
      ['「居住证签注」怎么办', ['whole']],
      ['"居住证,签注"', ['apart']],
      ['"居住证 签注"', ['named']],
      ['"住证签"', ['whole']],
      ['居住证 "当场办结"', ['whole']],
      ['居住证 "办结"', ['apart', 'whole']],
      ['"居住证" "三日办结"', ['apart']],
      ['登记 "V2.0"', ['named']],
      ['登记 "v20"', []],
    ])('are found and counted where they stand literally: %s', async (text, ids) => {
      expect(await found(text)).toEqual(ids)
    })

    it('are not required of what the centre puts first', async () => {
      expect(await found('“居住证签注”', { first: ['edge'] })).toEqual(['edge', 'whole'])
    })
  })

  describe('what nobody wrote', () => {
    it('is said to have been taken for what was found', async () => {
      const { hits, corrected, dropped } = await page('居住正签注办理')
      expect(hits[0]?.id).toBe('whole')
      expect(corrected.map(({ used }) => used).join()).toContain('居住证')
      expect(dropped).toEqual([])
    })

    it('is said to have been left out', async () => {
      const { dropped, corrected } = await page('火星 签注')
      expect({ dropped, corrected }).toEqual({ dropped: ['火星'], corrected: [] })
    })

    it('is not spoken of where every word was found, or none was asked', async () => {
      for (const text of ['居住证签注', 'juzhuzheng', '']) {
        expect(await page(text)).toMatchObject({ corrected: [], dropped: [] })
      }
    })
  })
  describe('the first of them is surely the answer', () => {
    it.each([
      ['居住证签注办理', true],
      ['居住证', false],
      ['居住正签注办理', false],
      ['', false],
    ])('%s: %s', async (text, isSure) => {
      expect((await page(text)).isSure).toBe(isSure)
    })

    it('and no other that the centre puts first', async () => {
      expect((await page('居住证签注办理', { first: ['edge'] })).isSure).toBe(false)
    })
  })
}

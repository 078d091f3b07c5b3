import { describe, expect, it } from '@jest/globals'
import type { Range, SearchEngine } from '@/search/types'
import { city, query } from './documents'

/** Finding and marking, over the small city. */
export function retrieving(engine: () => SearchEngine): void {
  const found = async (text: string) =>
    (await engine().search(query(text))).hits.map((hit) => hit.id)
  const first = async (text: string) => (await found(text))[0]

  describe('finding', () => {
    it.each([
      ['公积金提取', 'fund'],
      ['我想把公积金取出来要带什么', 'fund'],
      ['提价申报', 'price'],
      ['教材审定', 'book'],
      ['坐公交车 优惠', 'bus'],
      ['ETC 办理', 'etc'],
      ['etc', 'etc'],
      ['停水', 'water'],
    ])('%s in Chinese or mixed', async (text, id) => expect(await first(text)).toBe(id))

    it.each([
      ['gongjijin', 'fund'],
      ['gongjijin tiqu', 'fund'],
      ['gjjtq', 'fund'],
      ['jiaocai shending', 'book'],
      ['tingshui', 'water'],
      ['gongjia', 'bus'],
    ])('%s by sound', async (text, id) => expect(await first(text)).toBe(id))

    it.each([
      ['gongjijn', 'fund'],
      ['公机金', 'fund'],
      ['教材审订', 'book'],
      ['教村审定', 'book'],
      ['ecc', undefined],
    ])('%s with one slip', async (text, id) => expect(await first(text)).toBe(id))

    it.each([
      ['ＥＴＣ', 'etc'],
      ['公積金提取', 'fund'],
      ['教\u200b材\ufeff审定', 'book'],
    ])('%s in another form', async (text, id) => expect(await first(text)).toBe(id))

    it('finds the exact question first, its punctuation aside', async () => {
      for (const { id, title } of city) expect(await first(title)).toBe(id)
      expect(await first('公积金怎么取出来?')).toBe('fund')
      expect(await first('家里停水了找谁')).toBe('water')
    })

    it('puts the title before the text', async () => {
      expect((await found('教材')).slice(0, 2)).toEqual(['book', 'water'])
    })

    it('finds nothing for what nobody wrote', async () => {
      expect(await engine().search(query('火星'))).toMatchObject({ hits: [], total: 0 })
    })

    it('lists everything for an empty query, the newest approval first', async () => {
      for (const text of ['', '  ', '\u200b']) {
        const page = await engine().search(query(text, { pageSize: 4 }))
        expect(page.total).toBe(city.length)
        expect(page.hits).toHaveLength(4)
      }
    })

    it('turns pages without leaving out or repeating one', async () => {
      const pages = await Promise.all(
        [1, 2, 3, 4].map((page) =>
          engine().search(query('怎么办理 价格 教材 公交', { page, pageSize: 1 })),
        ),
      )
      const ids = pages.flatMap(({ hits }) => hits.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
      expect(pages.every(({ total }) => total === Math.max(ids.length, total))).toBe(true)
      expect(ids).toEqual((await found('怎么办理 价格 教材 公交')).slice(0, ids.length))
    })
  })

  describe('marking', () => {
    it('marks the words asked for in title and text', async () => {
      const [hit] = (await engine().search(query('公积金 身份证'))).hits
      const title = city[0]?.title ?? ''
      expect(hit?.highlights.title.map(([from, to]) => title.slice(from, to))).toEqual(['公积金'])
      const marked = hit?.highlights.text.flatMap(({ passage, ranges }) =>
        ranges.map(([from, to]) => passage.slice(from, to)),
      )
      expect(marked).toContain('身份证')
    })

    it('marks what a sound or a slip led to', async () => {
      const title = city[0]?.title ?? ''
      for (const text of ['gongjijin', 'gjj', '公机金', '公鸡金']) {
        const [hit] = (await engine().search(query(text))).hits
        expect(hit?.highlights.title.map(([from, to]) => title.slice(from, to))).toEqual(['公积金'])
      }
    })

    it('shows at most two passages, each a piece of the text, about as long as a line', async () => {
      for (const hit of (await engine().search(query('身份证 工作日 教育局 老年人'))).hits) {
        const text = city.find(({ id }) => id === hit.id)?.text ?? ''
        expect(hit.highlights.text.length).toBeLessThanOrEqual(2)
        for (const { passage, ranges } of hit.highlights.text) {
          expect(text).toContain(insideOf(passage))
          expect(passage.length).toBeLessThanOrEqual(120)
          expectValid(ranges, passage)
        }
      }
    })
  })

  describe('suggesting', () => {
    const suggested = async (text: string) => {
      const some = await engine().suggest({ ...query(text), limit: 5 })
      return some.map(({ id }) => id)
    }
    it.each([
      ['住房公', 'fund'],
      ['公积', 'fund'],
      ['gongji', 'fund'],
      ['gongjia', 'bus'],
      ['gjj', 'fund'],
      ['jiaoc', 'book'],
      ['如何办理高速公路et', 'etc'],
    ])('%s completes a title', async (text, id) => expect((await suggested(text))[0]).toBe(id))

    it('completes nothing out of nothing', async () => {
      expect(await suggested('')).toEqual([])
      expect(await suggested('??')).toEqual([])
    })
  })
}

/** A passage without what says that it is cut. */
export const insideOf = (passage: string): string => passage.replace(/^…|…$/g, '')

/** Sorted, apart, inside the text, and never between the halves of a surrogate pair. */
export function expectValid(ranges: readonly Range[], text: string): void {
  let before = -1
  for (const [from, to] of ranges) {
    expect(from).toBeGreaterThan(before)
    expect(to).toBeGreaterThan(from)
    expect(to).toBeLessThanOrEqual(text.length)
    for (const edge of [from, to]) {
      const splits =
        /[\ud800-\udbff]/.test(text[edge - 1] ?? '') && /[\udc00-\udfff]/.test(text[edge] ?? '')
      expect(splits).toBe(false)
    }
    before = to
  }
}

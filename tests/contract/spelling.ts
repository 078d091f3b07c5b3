import { toUSVString } from 'node:util'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { SearchEngine, SearchQuery } from '@/search/types'
import { query } from './documents'
import { texts, rare, denied, spoken } from './spelledDocuments'

/** What is written in many ways is found in each of them. */
export function spelling(engine: () => SearchEngine): void {
  beforeAll(() => engine().put([...texts, ...rare, ...denied, ...spoken]))

  const page = (text: string, more: Partial<SearchQuery> = {}) => engine().search(query(text, more))
  const found = async (text: string, more: Partial<SearchQuery> = {}) =>
    (await page(text, more)).hits.map(({ id }) => id)
  const first = async (text: string) => (await found(text))[0]

  describe('a document number', () => {
    it.each([
      '滨人社发〔2022〕18号',
      '滨人社发[2022]18号',
      '滨人社发(2022)18号',
      '滨人社发（2022）18号',
      '滨人社发【2022】18号',
      '滨人社发2022年18号',
      '滨人社发2022 18号',
      '滨人社发〔2022〕 18 号',
      '滨人社发〔２０２２〕１８号',
      '滨人社发〔2022〕18',
      '请问滨人社发〔2022〕18号是什么',
    ])('is found as %s where an entry rests on it', async (text) =>
      expect(await first(text)).toBe('based'),
    )

    it.each(['滨财教〔2022〕18号', '滨财教[2022]18号', '滨财教2022年18号', '滨财教（2022）第18号'])(
      'is found as %s where it stands in a text',
      async (text) => {
        const [hit] = (await page(text)).hits
        expect(hit?.id).toBe('told')
        expect(marked(hit)).toContain('滨财教〔2022〕18号')
      },
    )

    it('is found by year and number alone, and no other year or number is', async () => {
      expect((await found('〔2022〕18号')).sort()).toEqual(['based', 'told'])
      expect(await found('〔2021〕18号')).toEqual(['otherYear'])
      expect(await found('2022年81号')).toEqual(['otherNumber'])
    })
  })

  it.each([
    ['青石巷摊位备案登记簿', 'attached'],
    ['摊位备案登记簿', 'attached'],
    ['鼓楼街15号', 'called'],
    ['0550-3187654', 'called'],
    ['05503187654', 'called'],
    ['(0550)3187654', 'called'],
    ['（0550） 318 7654', 'called'],
    ['+86 550 3187654', 'called'],
    ['3187654', 'called'],
    ['13912345678', 'called'],
    ['139-1234-5678', 'called'],
    ['4008201234', 'called'],
    ['400 820 1234', 'called'],
    ['3600元', 'paid'],
    ['三千六百元', 'paid'],
    ['３，６００ 元', 'paid'],
    ['0.36万元', 'paid'],
    ['6个月', 'paid'],
    ['15个工作日', 'paid'],
    ['2025-03-09', 'paid'],
    ['2025/3/9', 'paid'],
    ['3月9号', 'paid'],
    ['50%', 'paid'],
    ['9134 1100 MA2T 7K5X 0P', 'coded'],
    ['91341100-ma2t7k5x0p', 'coded'],
    ['gbt33190', 'coded'],
    ['ZS000451', 'coded'],
    ['zs-000451', 'coded'],
    ['ｚｓ 451', 'coded'],
  ])('%s finds %s', async (text, id) => expect(await first(text)).toBe(id))

  it.each(['〔2022〕77号', '滨内字2022年77号', '内部处置流程图'])(
    'what stands beside a text is seen by those who see the text: %s',
    async (text) => {
      expect(await first(text)).toBe('inside')
      expect(await found(text, { audience: { sees: 'public' } })).not.toContain('inside')
    },
  )

  describe('single and rare characters', () => {
    it.each([
      ['𠮷㙍巷', 'lane'],
      ['𠮷', 'lane'],
      ['㙍', 'lane'],
      ['䶮', 'lane'],
      ['霁', 'district'],
      ['霁川区积金', 'district'],
      ['积金贷', 'district'],
      ['产权证', 'district'],
      ['霁 川 区 公 积 金', 'district'],
      ['霁川区公 积金', 'district'],
    ])('%s finds %s', async (text, id) => {
      const { hits, dropped } = await page(text)
      expect(hits[0]?.id).toBe(id)
      expect(dropped).toEqual([])
      for (const mark of marked(hits[0])) expect(toUSVString(mark)).toBe(mark)
    })

    it('finds every entry that holds the one character', async () => {
      expect((await found('霁')).sort()).toEqual(['district', 'lane'])
      expect(await found('巷')).toEqual(expect.arrayContaining(['lane', 'attached']))
    })

    it('marks whole words', async () => {
      const [hit] = (await page('霁川区积金')).hits
      expect(marked(hit, rare[1]?.title)).toEqual(['霁川区', '公积金'])
    })
  })

  it.each([
    ['霖园的企业没缴社保怎么处理', 'no0'],
    ['霖园的企业未缴社保怎么处理', 'no0'],
    ['霖园的企业没有缴社保怎么处理', 'no0'],
    ['霖园的企业缴社保的好处', 'yes0'],
    ['霖园什么车不可以领购车补贴', 'no1'],
    ['霖园什么车可以领购车补贴', 'yes1'],
    ['霖园未成年人办护照', 'no2'],
    ['霖园成年人办护照', 'yes2'],
    ['霖园体检项目哪些无需预约', 'no3'],
    ['霖园体检项目哪些需要预约', 'yes3'],
    ['霖园没房产的家庭申请公租房', 'no4'],
    ['霖园有房产的家庭申请公租房', 'yes4'],
    ['霖园非本市户籍的孩子入学', 'no5'],
    ['霖园本市户籍的孩子入学', 'yes5'],
  ])('the side that was asked about comes first: %s', async (text, id) =>
    expect(await first(text)).toBe(id),
  )

  it.each([1, 12, 45])(
    'the question of a story is answered, wherever it stands: × %d',
    async (times) => {
      const story =
        '您好,我是住在这里的一名普通市民,平时上班很忙,今天好不容易抽出时间向你们反映情况,请一定听我说完。'.repeat(
          times,
        )
      for (const text of [
        `燃气抢修找谁?${story}`,
        `${story}燃气抢修找谁`,
        `${story}燃气抢修找谁。${story}`,
      ]) {
        expect(text.length).toBeLessThan(5_000)
        expect(await first(text)).toBe('called')
      }
    },
  )

  describe('pinyin', () => {
    it.each([
      ['jinglaoka', 'card'],
      ['jlk', 'card'],
      ['jing lao k', 'card'],
      ['jinglao卡', 'card'],
      ['jinglk', 'card'],
      ['ranqikaihu', 'card'],
      ['rqkh', 'card'],
      ['wanglaigangao', 'pass'],
    ])('%s finds a title, another question or a key word', async (text, id) => {
      const { hits, dropped } = await page(text)
      expect(hits.map((hit) => hit.id)).toContain(id)
      expect(dropped).toEqual([])
    })

    it('comes behind the letters themselves', async () => {
      expect((await found('jlk'))[0]).toBe('latin')
    })

    it('hears only what the reader may see', async () => {
      expect(await found('lianghuakaohe')).toEqual(['hidden'])
      for (const text of ['lianghuakaohe', 'lhkh', 'lianghua考核']) {
        expect(await found(text, { audience: { sees: 'public' } })).not.toContain('hidden')
      }
    })
  })
}

type Hit = Awaited<ReturnType<SearchEngine['search']>>['hits'][number]

/** What is marked in the passages, or in the title where it is given. */
function marked(hit: Hit | undefined, title?: string): string[] {
  if (title !== undefined) {
    return (hit?.highlights.title ?? []).map(([from, to]) => title.slice(from, to))
  }
  return (hit?.highlights.text ?? []).flatMap(({ passage, ranges }) =>
    ranges.map(([from, to]) => passage.slice(from, to)),
  )
}

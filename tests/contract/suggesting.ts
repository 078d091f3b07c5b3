import { beforeAll, expect, it } from '@jest/globals'
import type { SearchEngine, SuggestQuery } from '@/search/types'
import { NOW, document, query } from './documents'

const texts = [
  document('fund', {
    title: '住房公积金提取',
    similarQuestions: ['公积金怎么取出来?', '买房能不能用公积金', '住房公积金提取'],
  }),
  document('loan', {
    title: '公积金贷款额度',
    similarQuestions: ['公积金怎么取出来'],
    library: 'plans',
  }),
  document('inner', {
    title: '窗口受理口径',
    similarQuestions: ['公积金内部口径'],
    openToPublic: false,
  }),
  document('over', { title: '旧规', similarQuestions: ['公积金旧规'], validUntil: NOW - 1 }),
  document('water', { title: '家里停水了找谁?', similarQuestions: ['停水多久恢复'] }),
]

/** Completing what is being typed. */
export function suggesting(engine: () => SearchEngine): void {
  beforeAll(() => engine().put(texts))

  const suggested = (text: string, more: Partial<SuggestQuery> = {}) =>
    engine().suggest({ ...query(text), limit: 20, ...more })
  const textsOf = async (text: string, more: Partial<SuggestQuery> = {}) =>
    (await suggested(text, more)).map((each) => each.text)

  it.each(['停水多', 'tingshuiduo', 'tsdj', '多久'])(
    'completes another question of an entry: %s',
    async (text) => {
      expect((await suggested(text))[0]).toEqual({
        id: 'water',
        text: '停水多久恢复',
        kind: 'question',
      })
    },
  )

  it.each(['公积金', 'gongjijin', 'gjj'])(
    'offers what begins so before what only holds it: %s',
    async (text) => {
      const all = (await textsOf(text)).map((each) => each.replace('?', ''))
      expect(all.slice(0, 3).sort()).toEqual([
        '公积金内部口径',
        '公积金怎么取出来',
        '公积金贷款额度',
      ])
      expect(all.slice(3).sort()).toEqual(['买房能不能用公积金', '住房公积金提取'])
    },
  )

  it('offers one text once, as a title where it is one', async () => {
    const all = await suggested('公积金')
    expect(new Set(all.map((each) => each.text)).size).toBe(all.length)
    expect(all.filter((each) => each.text.startsWith('公积金怎么取出来'))).toHaveLength(1)
    expect(all.filter((each) => each.text === '住房公积金提取')).toEqual([
      { id: 'fund', text: '住房公积金提取', kind: 'title' },
    ])
  })

  it('offers no question of an entry that the filters do not allow', async () => {
    expect(await textsOf('公积金')).not.toContain('公积金旧规')
    expect(await textsOf('内部口径')).toEqual(['公积金内部口径'])
    expect(await textsOf('内部口径', { audience: { sees: 'public' } })).toEqual([])
    expect(await textsOf('停水', { exclude: ['water'] })).toEqual([])
    expect((await suggested('公积金', { library: 'plans' })).map(({ id }) => id)).toEqual([
      'loan',
      'loan',
    ])
  })

  it('offers no more than it is asked for', async () => {
    expect(await suggested('公积金', { limit: 2 })).toHaveLength(2)
  })

  it('forgets the questions of a text that was replaced or removed', async () => {
    await engine().put([document('brief', { similarQuestions: ['彗星几点来', '彗星在哪里看'] })])
    expect(await suggested('彗星')).toHaveLength(2)
    await engine().put([document('brief', { version: 2, similarQuestions: ['彗星在哪里看'] })])
    expect(await textsOf('彗星')).toEqual(['彗星在哪里看'])
    await engine().remove([{ id: 'brief', version: 3 }])
    expect(await suggested('彗星')).toEqual([])
  })
}

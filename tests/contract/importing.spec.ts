import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { csv, headings, openImports, row, type Imports } from './importing'

let city: Imports
beforeAll(async () => {
  city = await openImports()
}, 180_000)
afterAll(() => city.close())

const outcomes = async (id: string) =>
  (await city.rowsOf(id)).map(({ line, outcome }) => [line, outcome])
const shown = async (id: string, by = 'editor-a') =>
  city.house.shownBatch(await city.as(by), await city.batchOf(id))
const saidOf = async (id: string, line: number) =>
  (await city.rowsOf(id)).find((one) => one.line === line)?.said.map(({ zh }) => zh)

describe('a sheet of the ten headings', () => {
  const sheet = csv(headings, [
    row('如何申领高龄津贴？', {
      问答答案: '年满八十周岁可以申领。\n带身份证到社区办理。',
      相似问法: '高龄津贴怎么领？老人补贴在哪领',
      关键词: '高龄，津贴、老人',
      问答提供部门: '市民政局',
      内容生效时间: '2026/3/1',
      内容失效时间: '2099年12月31日',
      '类目路径(多级类目用/分隔)': '养老/公共服务/津贴',
      适用地区: '全市',
      办理链接: 'https://example.cn/apply',
    }),
    row('', {}),
    row('如何登记结婚？', { 内容失效时间: '下个月' }),
    row('如何缴税？', { 问答提供部门: '市税务局' }),
    row('如何申领高龄津贴？', {}),
    row('如何领养？\u0000\u202e', { 问答答案: '带户口簿\u0000到窗口。' }),
  ])
  let id: string

  it('is known by its headings, and each row is told what would become of it', async () => {
    id = await city.plan(sheet)
    const batch = await shown(id)
    expect(batch.columns.map(({ field }) => field)).not.toContain(null)
    expect(batch).toMatchObject({ state: 'planned', mayStart: true, mayTakeBack: false })
    expect(await outcomes(id)).toEqual([
      ...[
        [2, 'new'],
        [3, 'refused'],
        [4, 'refused'],
        [5, 'refused'],
        [6, 'refused'],
        [7, 'new'],
      ],
    ])
    expect(await saidOf(id, 3)).toEqual(['没有标题。'])
    expect(await saidOf(id, 4)).toEqual(['“内容失效时间”不是日期：下个月。请写成 2026-03-01。'])
    expect(await saidOf(id, 5)).toEqual(['您只能导入本单位的内容，这一行写的是“市税务局”。'])
    expect(await saidOf(id, 6)).toEqual(['与第 2 行是同一条。'])
    expect(await city.entriesOf(city.bureau, ['如何申领高龄津贴？'])).toEqual([])
  })

  it('becomes drafts of its unit, closed to all, whatever is wrong with other rows', async () => {
    const rows = await city.start(id)
    expect(rows.map(({ result }) => result)).toEqual([
      ...['created', null, null, null, null, 'created'],
    ])
    const [entry] = await city.entriesOf(city.bureau, ['如何申领高龄津贴？'])
    expect(entry).toMatchObject({ state: 'draft', liveRevision: null })
    const text = await city.textOf('knowledge', entry?.id ?? '')
    expect(text).toMatchObject({
      summary: '年满八十周岁可以申领。 带身份证到社区办理。',
      similarQuestions: ['高龄津贴怎么领？', '老人补贴在哪领'],
      keywords: ['高龄', '津贴', '老人'],
      validFrom: '2026-02-28T16:00:00.000Z',
      validUntil: '2099-12-31T15:59:59.999Z',
      openToUnits: false,
      openToPublic: false,
    })
    expect(JSON.stringify(text.body)).toContain('适用地区：全市')
    expect(JSON.stringify(text.body)).toContain('https://example.cn/apply')
    expect(entry?.categoryKey).toBe('services')
    expect(JSON.parse(entry?.writers ?? '')).toEqual(['editor-a'])
  })

  it('lets no character pass that nobody sees', async () => {
    const [entry] = await city.entriesOf(city.bureau, ['如何领养？'])
    const text = await city.textOf('knowledge', entry?.id ?? '')
    expect(text.summary).toBe('带户口簿到窗口。')
    expect(JSON.stringify(text)).not.toMatch(/\\u0000|\u202e/)
  })

  it('changes nothing when it is brought again', async () => {
    const again = await city.plan(sheet)
    const { counts } = await shown(again)
    expect(counts).toMatchObject({ new: 0, changed: 0, differs: 0, unchanged: 2, refused: 4 })
  })

  it('gives a sheet back with what became of each row', async () => {
    const req = { ...(await city.as('editor-a')), query: { as: 'csv' } }
    const answer = city.house.resultOf(req, await city.batchOf(id))
    const [head, first, second] = (await answer.text()).split(/\r?\n(?=")/)
    expect(head).toContain('结果')
    expect(first).toContain('已新建')
    expect(first).toMatch(/ZS\d{6}/)
    expect(second).toContain('没有标题。')
  })

  it('keeps how somebody read its columns for the next sheet of the same headings', async () => {
    const odd = ['问', '答', '备注']
    const columns = { 问: 'title', 答: 'answer', 备注: 'keywords' }
    await city.plan(csv(odd, [['如何改名？', '到派出所。', '改名']]), { columns })
    const req = await city.as('editor-a')
    const upload = { req, library: 'knowledge' as const, name: '二.csv', unit: city.bureau.id }
    const bytes = csv(odd, [['如何改姓？', '到派出所。', '改姓']])
    const own = { ...upload, bytes, by: { id: 'editor-a', name: '某人' } }
    const next = await city.batchOf(await city.house.takeSheet(own))
    expect(JSON.parse(next.columns)).toEqual(columns)
    const theirs = { ...own, by: { id: 'editor-b', name: '别人' } }
    const other = await city.batchOf(await city.house.takeSheet(theirs))
    expect(JSON.parse(other.columns)).toEqual({ ...columns, 备注: null })
  })
})

describe('a sheet that is brought again', () => {
  const titles = ['如何办理甲证？', '如何办理乙证？', '如何办理丙证？']
  const [first, second, third] = titles as [string, string, string]
  const sheet = (answers: Record<string, string>) =>
    csv(
      headings,
      titles.map((title) => row(title, { 问答答案: answers[title] ?? '到窗口办理。' })),
    )
  const entryOf = async (title: string) => {
    const [entry] = await city.entriesOf(city.bureau, [title])
    if (!entry) throw new Error(`No entry ${title}.`)
    return entry
  }
  /** Somebody else's words, by the form. */
  const change = async (title: string, summary: string) => {
    const { id, revision } = await entryOf(title)
    const data = { summary, startedFrom: revision } as never
    const req = await city.as('editor-a')
    await city.payload.update({
      ...{ collection: 'knowledge', id, data, req, overrideAccess: false, depth: 0 },
    })
  }
  const summaryOf = async (title: string) =>
    (await city.textOf('knowledge', (await entryOf(title)).id)).summary

  beforeAll(async () => {
    await city.start(await city.plan(sheet({})))
  })

  it('changes only what changed', async () => {
    const before = await entryOf(first)
    const id = await city.plan(sheet({ [second]: '网上办理。' }))
    expect(await outcomes(id)).toEqual([
      [2, 'unchanged'],
      [3, 'changed'],
      [4, 'unchanged'],
    ])
    await city.start(id)
    expect(await summaryOf(second)).toBe('网上办理。')
    expect((await entryOf(first)).lock).toBe(before.lock)
  })

  it('leaves alone what a person changed since, and shows both texts', async () => {
    await change(first, '由人改写的概要。')
    const sent = sheet({ [first]: '表格里的新答案。', [second]: '网上办理。' })
    const id = await city.plan(sent)
    const [differing] = await city.rowsOf(id)
    expect(differing).toMatchObject({ line: 2, outcome: 'differs' })
    expect(differing?.theirs?.summary).toBe('由人改写的概要。')
    expect(differing?.ours?.summary).toBe('表格里的新答案。')
    const [kept] = await city.start(id)
    expect(kept?.result).toBe('kept')
    expect(await summaryOf(first)).toBe('由人改写的概要。')
  })

  it('writes over it where that was chosen by its row, and over no other', async () => {
    await change(third, '也由人改写。')
    const sent = sheet({
      [first]: '表格里的新答案。',
      [third]: '表格里的。',
      [second]: '网上办理。',
    })
    const rows = await city.start(await city.plan(sent), [2])
    expect(rows.map(({ result }) => result)).toEqual(['updated', null, 'kept'])
    expect(await summaryOf(first)).toBe('表格里的新答案。')
    expect(await summaryOf(third)).toBe('也由人改写。')
  })

  it('begins no second entry where somebody wrote the same since the dry run', async () => {
    const title = '如何办理丁证？'
    const id = await city.plan(csv(headings, [row(title)]))
    const req = await city.as('editor-a')
    const [{ category } = { category: null }] = await city.entriesOf(city.bureau, [first])
    const data = { title, category } as never
    await city.payload.create({
      collection: 'knowledge',
      data,
      req,
      overrideAccess: false,
      depth: 0,
    })
    expect((await city.start(id))[0]).toMatchObject({ result: 'kept' })
    expect(await city.entriesOf(city.bureau, [title])).toHaveLength(1)
  })
})

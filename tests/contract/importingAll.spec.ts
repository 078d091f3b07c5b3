import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { csv, headings, openImports, row, type Imports } from './importing'

let city: Imports
beforeAll(async () => {
  city = await openImports()
}, 180_000)
afterAll(() => city.close())

const centre = { by: 'centre', unit: null }
const results = async (id: string) => (await city.rowsOf(id)).map(({ result }) => result)

describe('the centre', () => {
  const unitOf = (name: string) => ({ 问答提供部门: name })
  const sheet = csv(headings, [
    row('如何甲？', unitOf('市民政局')),
    row('如何乙？', unitOf('市税务')),
    row('如何丙？', unitOf('市新设局')),
    row('如何丁？', unitOf('某公司')),
    row('如何戊？'),
    row('如何己？', unitOf('市新设局')),
  ])

  it('is asked of units that there are not, with those that are called nearly so', async () => {
    const id = await city.plan(sheet, centre)
    const batch = await city.house.shownBatch(await city.as('centre'), await city.batchOf(id))
    expect(batch.unitsAsked).toEqual([
      { name: '市税务', rows: 1, answer: null, nearest: [{ id: city.other.id, name: '市税务局' }] },
      expect.objectContaining({ name: '市新设局', rows: 2, answer: null }),
      expect.objectContaining({ name: '某公司', rows: 1, answer: null }),
    ])
    expect((await city.rowsOf(id)).map(({ outcome }) => outcome)).toEqual([
      ...['new', 'refused', 'refused', 'refused', 'refused', 'refused'],
    ])
  })

  it('maps, makes or refuses them; each unit gets its own drafts by its import account', async () => {
    const units = { 市税务: { unit: city.other.id }, 市新设局: 'make', 某公司: 'refuse' } as const
    const id = await city.plan(sheet, { ...centre, units, submit: true })
    expect((await city.rowsOf(id)).map(({ outcome }) => outcome)).toEqual([
      ...['new', 'new', 'new', 'refused', 'refused', 'new'],
    ])
    await city.start(id, 'none', 'centre')
    expect(await results(id)).toEqual([
      ...['submitted', 'submitted', 'submitted', null, null, 'submitted'],
    ])
    const [mapped] = await city.entriesOf(city.other, ['如何乙？'])
    expect(mapped?.state).toBe('pending')
    const { docs } = await city.payload.find({
      ...{ collection: 'nodes', where: { name: { equals: '市新设局' } }, overrideAccess: true },
    })
    expect(docs).toHaveLength(1)
    const made = { id: String(docs[0]?.id), name: '市新设局' }
    const entries = await city.entriesOf(made, ['如何丙？', '如何己？'])
    expect(entries).toHaveLength(2)
    const account = await city.payload.findByID({
      ...{ collection: 'users', id: entries[0]?.submitter ?? '', overrideAccess: true, depth: 0 },
    })
    expect(account).toMatchObject({ unit: made.id, isActive: false, roles: ['editor'] })
  })

  it('finds all of them again by their units', async () => {
    const units = { 市税务: { unit: city.other.id }, 某公司: 'refuse' } as const
    const id = await city.plan(sheet, { ...centre, units })
    expect((await city.rowsOf(id)).map(({ outcome }) => outcome)).toEqual([
      ...['unchanged', 'unchanged', 'unchanged', 'refused', 'refused', 'unchanged'],
    ])
  })
})

describe('what the sheet says of who may read', () => {
  const head = ['标题', '答案', '公开', '单位公开']
  const sheet = csv(head, [
    ['如何子？', '到窗口。', '是', ''],
    ['如何丑？', '到窗口。', '', '是'],
    ['如何寅？', '到窗口。', '是', '否'],
    ['如何卯？', '到窗口。', '也许', ''],
    ['如何辰？', '到窗口。', '', ''],
  ])
  const switches = async (title: string) => {
    const [entry] = await city.entriesOf(city.bureau, [title])
    const { openToUnits, openToPublic } = await city.textOf('knowledge', entry?.id ?? '')
    return [openToUnits, openToPublic]
  }

  it('holds for its row; a word that is neither is refused, and nothing is open that is not said', async () => {
    const id = await city.plan(sheet)
    await city.start(id)
    expect(await results(id)).toEqual(['created', 'created', null, null, 'created'])
    expect(await switches('如何子？')).toEqual([true, true])
    expect(await switches('如何丑？')).toEqual([true, false])
    expect(await switches('如何辰？')).toEqual([false, false])
  })

  it('opens nothing by itself: no row of it is read before an approver decided', async () => {
    const { totalDocs } = await city.payload.count({
      ...{ collection: 'publications', overrideAccess: true },
    })
    expect(totalDocs).toBe(0)
  })
})

describe('a row that holds the number of a person', () => {
  it('is kept as a draft where the others are submitted', async () => {
    const sheet = csv(headings, [
      row('如何找人？', { 问答答案: '请拨打13912345678找张三。' }),
      row('如何找单位？'),
    ])
    const id = await city.plan(sheet, { submit: true })
    expect((await city.rowsOf(id))[0]?.said.map(({ zh }) => zh).join('')).toContain('手机号')
    await city.start(id)
    expect(await results(id)).toEqual(['held', 'submitted'])
  })

  it('is kept too where it holds a word of the centre’s list, which nobody has named', async () => {
    const set = (listedWords: { word: string }[]) =>
      city.payload.updateGlobal({ slug: 'settings', overrideAccess: true, data: { listedWords } })
    await set([{ word: '包办' }])
    const sheet = csv(headings, [row('如何代办？', { 问答答案: '材料齐全的，窗口包办。' })])
    const id = await city.plan(sheet, { submit: true })
    await city.start(id)
    await set([])
    expect(await results(id)).toEqual(['held'])
  })
})

describe('the other libraries', () => {
  it('take plans and notices of a unit', async () => {
    const plans = csv(['标题', '内容'], [['如何处置停水？', '先通知，再送水。']])
    const id = await city.plan(plans, { library: 'plans', submit: true })
    await city.start(id)
    expect(await results(id)).toEqual(['submitted'])
    const notices = csv(
      ['标题', '内容', '类型'],
      [
        ['关于停水的通知', '周一停水。', '通知公告'],
        ['无此类型', '周一停水。', '小道消息'],
      ],
    )
    const other = await city.plan(notices, { library: 'notices' })
    await city.start(other)
    expect(await results(other)).toEqual(['created', null])
  })

  it('take cases of the centre, by their order numbers once', async () => {
    const cases = csv(
      ['标题', '内容', '结果', '单位', '工单编号', '保密', '公开'],
      [
        ['路灯不亮', '反映路灯不亮。', '已修复。', '市民政局', '0012', '否', '是'],
        ['不可公开', '反映。', '已办。', '市民政局', '0013', '是', '是'],
        ['路灯不亮', '又反映路灯不亮。', '已修复。', '市民政局', '0014', '否', ''],
      ],
    )
    const given = { ...centre, library: 'cases' as const }
    const id = await city.plan(cases, given)
    await city.start(id, 'none', 'centre')
    expect(await results(id)).toEqual(['created', null, 'created'])
    const { docs } = await city.payload.find({
      ...{ collection: 'cases', where: { orderNumber: { equals: '0012' } }, overrideAccess: true },
    })
    // A case that was delivered, of which no import knows.
    await city.payload.db.deleteMany({
      collection: 'imports',
      where: { entry: { equals: docs[0]?.id } },
    })
    const again = await city.plan(cases, given)
    expect((await city.rowsOf(again)).map(({ outcome }) => outcome)).toEqual([
      ...['unchanged', 'refused', 'unchanged'],
    ])
  })
})

describe('while a sheet is looked at and written', () => {
  it('others are served between two rows', async () => {
    const many = Array.from({ length: 60 }, (_, n) => row(`如何并排办理第${n}件？`))
    const turns = { count: 0, isOver: false }
    const serve = () => {
      turns.count += 1
      if (!turns.isOver) setImmediate(serve)
    }
    serve()
    const id = await city.plan(csv(headings, many))
    expect(turns.count).toBeGreaterThan(many.length)
    turns.count = 0
    await city.start(id)
    turns.isOver = true
    expect(turns.count).toBeGreaterThan(many.length)
  })
})

describe('two who write the same batch at once', () => {
  it('write each of its rows once', async () => {
    const many = Array.from({ length: 25 }, (_, n) => row(`如何同时办理第${n}件？`))
    const id = await city.plan(csv(headings, many), { submit: true })
    await city.house.startBatch(await city.as('editor-a'), await city.batchOf(id), {
      overwrite: 'none',
    })
    const { runRows } = await import('@/workflow/importing/runRows')
    const turn = async () => ({
      ...{ payload: city.payload, batch: await city.batchOf(id), req: await city.as('editor-a') },
      ...{ goesOn: async () => true, holds: async () => true },
    })
    await Promise.all([runRows(await turn()), runRows(await turn())])
    expect((await results(id)).filter((result) => result !== 'submitted')).toEqual([])
    const titles = many.map(([title = '']) => title)
    expect(await city.entriesOf(city.bureau, titles)).toHaveLength(many.length)
  })
})

describe('a batch on which another process works', () => {
  it('is left to it, until nothing is heard of it any more', async () => {
    const id = await city.plan(csv(headings, [row('如何接着办？')]))
    await city.house.startBatch(await city.as('editor-a'), await city.batchOf(id), {
      overwrite: 'none',
    })
    const claimed = (claimedAt: Date) =>
      city.payload.db.updateOne({
        ...{ collection: 'importBatches', id },
        data: { worker: 'another', claimedAt: claimedAt.toISOString() },
      })
    await claimed(new Date())
    await city.house.workOnImports(city.payload)
    expect(await results(id)).toEqual([null])
    await claimed(new Date(Date.now() - 60_000))
    await city.house.workOnImports(city.payload)
    expect(await results(id)).toEqual(['created'])
  })

  it('stops where who brought it may no longer import', async () => {
    const id = await city.plan(csv(headings, [row('如何停下？')]))
    await city.house.startBatch(await city.as('editor-a'), await city.batchOf(id), {
      overwrite: 'none',
    })
    const isActive = (value: boolean) =>
      city.payload.db.updateOne({ collection: 'users', id: 'editor-a', data: { isActive: value } })
    await isActive(false)
    await city.house.workOnImports(city.payload)
    await isActive(true)
    expect(await results(id)).toEqual([null])
    expect((await city.batchOf(id)).state).toBe('stopped')
  })
})

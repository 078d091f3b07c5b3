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

describe('a batch that is taken back', () => {
  const titles = ['如何申请戊？', '如何申请己？']
  const sheet = (answer = '到窗口办理。') =>
    csv(
      headings,
      titles.map((title) => row(title, { 问答答案: answer })),
    )

  it('takes its drafts along, submitted or not, and the same sheet makes them anew', async () => {
    const id = await city.plan(sheet(), { submit: true })
    expect((await city.start(id)).map(({ result }) => result)).toEqual(['submitted', 'submitted'])
    const before = await city.entriesOf(city.bureau, titles)
    expect(before.map(({ state }) => state)).toEqual(['pending', 'pending'])
    const rows = await city.takeBack(id)
    expect(rows.map(({ result }) => result)).toEqual(['takenBack', 'takenBack'])
    expect(await city.entriesOf(city.bureau, titles)).toEqual([])
    expect((await shown(id)).state).toBe('takenBack')
    const again = await city.plan(sheet())
    expect((await city.start(again)).map(({ result }) => result)).toEqual(['created', 'created'])
    const after = await city.entriesOf(city.bureau, titles)
    expect(after.map(({ number }) => number)).not.toContain(before[0]?.number)
  })

  it('gives what it changed its words back', async () => {
    const id = await city.plan(sheet('改到网上办理。'))
    await city.start(id)
    await city.takeBack(id)
    const [entry] = await city.entriesOf(city.bureau, titles)
    const text = await city.textOf('knowledge', entry?.id ?? '')
    expect(text.summary).toBe('到窗口办理。')
    expect(await outcomes(await city.plan(sheet()))).toEqual([
      [2, 'unchanged'],
      [3, 'unchanged'],
    ])
  })

  it('stays whole where somebody worked on one of them, and says who', async () => {
    const id = await city.plan(sheet('再改一次。'))
    await city.start(id)
    const [entry] = await city.entriesOf(city.bureau, titles)
    const data = { summary: '由人改写。', startedFrom: entry?.revision } as never
    const req = await city.as('editor-a')
    await city.payload.update({
      ...{ collection: 'knowledge', id: entry?.id ?? '', data, req },
      ...{ overrideAccess: false, depth: 0 },
    })
    await expect(city.takeBack(id)).rejects.toMatchObject({
      code: 'changedMeanwhile',
      details: { detail: { zh: expect.stringContaining(`${entry?.number}（editor-a）`) } },
    })
    expect((await shown(id)).state).toBe('done')
    const [, other] = await city.entriesOf(city.bureau, titles)
    const text = await city.textOf('knowledge', other?.id ?? '')
    expect(text.summary).toBe('再改一次。')
  })

  it('is on record with the hash of its file: begun, ended, taken back', async () => {
    const id = await city.plan(csv(headings, [row('如何申请庚？')]))
    await city.start(id)
    await city.takeBack(id)
    const { hash } = await city.batchOf(id)
    const where = { subject: { equals: id } }
    const lines = await city.house.readRows(city.payload, {
      ...{ collection: 'audit', where, sort: 'seq', limit: 0 },
    })
    expect(lines.map(({ action, byName }) => [action, byName])).toEqual([
      ...[
        ['imports.begin', 'editor-a'],
        ['imports.end', 'editor-a'],
      ],
      ['imports.takeBack', 'editor-a'],
    ])
    expect(lines.map(({ details }) => (details as { hash: string }).hash)).toEqual(
      lines.map(() => hash),
    )
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Role } from '@/access/rules'
import { dayOf } from '@/shanghaiDay'
import { spanOf } from '@/statistics/span'
import { copyData } from '../server/database.mjs'
import { launch, password } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { freshData } from '../server/run'
import { refusal, type Body } from './answers'
import { unique, type Unit } from './city'
import { approve, history, step, submit, write, type Entry } from './entries'
import { messages } from './messages'
import { foundOn, hireOn } from './onServer'
import { freezeAt } from './tellAt'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-statistics-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let unit: Unit
let editor: Person, approver: Person, centre: Person, evaluator: Person, stranger: Person
let wrong: Entry

type Told = {
  now: Record<string, number>
  unit: { id: string; name: string } | null
  parts: Record<string, unknown>[]
}
const today = dayOf(new Date())
const statistics = (person: Person, query = '') =>
  person.get<Told & Body>(`/api/statistics?from=${today}&to=${today}${query}`)

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, pages: true, env: { ZHIKU_FAULT_POINTS: 'yes' } })
  ;[centre, evaluator, stranger] = await Promise.all([
    as('centre', server.url),
    as('evaluator', server.url),
    as('yb-editor', server.url),
  ])
  unit = await foundOn(server.url)
  ;[editor, approver] = [
    await hireOn(server.url, unit, 'editor'),
    await hireOn(server.url, unit, 'approver'),
  ]
  const [kept, returned] = [await write(editor, unit), await write(editor, unit)]
  wrong = await write(editor, unit)
  for (const entry of [kept, returned, wrong]) await submit(editor, entry)
  for (const entry of [kept, wrong]) await approve(approver, entry)
  await step(approver, returned, 'return', { reason: '请写明办理窗口。' })
  const sentence = '收费标准有误，正在更正。'
  const answer = await step(approver, wrong, 'withdraw', { kind: 'inError', sentence })
  expect(answer.status).toBe(200)
}, 180_000)

afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe('知识库统计', () => {
  it('50.1 a unit’s day is what one adds up by hand', async () => {
    const { status, body } = await statistics(editor)
    expect(status).toBe(200)
    expect(body.unit?.id).toBe(unit.id)
    expect(body.now).toMatchObject({
      ...{ live: 1, added: 2, changed: 0, withdrawn: 1, deleted: 0, grave: 0 },
      ...{ submitted: 3, approved: 2, returned: 1, reads: 0, uses: 0 },
    })
    const { body: byState } = await statistics(editor, '&by=state')
    expect(byState.parts).toContainEqual(expect.objectContaining({ key: 'returned', copies: 1 }))
    const { body: byUnit } = await statistics(evaluator, '&by=unit')
    expect(byUnit.parts).toContainEqual(expect.objectContaining({ key: unit.id, added: 2 }))
  })

  it('50.2 the centre grades a text withdrawn for wrong content, which counts as a grave error', async () => {
    const decisions = await history(approver, wrong)
    const withdrawal = decisions.find((row) => row.step === 'withdraw')
    const grade = { isGrave: true, sentence: '收费标准写错，已按此收费。' }
    const path = `/api/gradings/${withdrawal?.id}`
    for (const person of [approver, editor, evaluator])
      expect(await person.post(path, grade)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await centre.post(path, { isGrave: true })).toMatchObject(refusal(400, 'invalid'))
    const approval = decisions.find((row) => row.step === 'approve')
    expect(await centre.post(`/api/gradings/${approval?.id}`, grade)).toMatchObject(
      refusal(404, 'notFound'),
    )
    expect((await centre.post(path, grade)).status).toBe(200)
    expect((await statistics(editor)).body.now.grave).toBe(1)
    expect((await centre.post(path, { ...grade, isGrave: false })).status).toBe(200)
    expect((await statistics(editor)).body.now.grave).toBe(0)
  })

  it('50.3 the centre and an evaluator see all, a unit itself and below, all others nothing', async () => {
    for (const person of [centre, evaluator]) {
      const { status, body } = await statistics(person)
      expect(status).toBe(200)
      expect(body.unit).toBeNull()
      expect(body.now.live).toBeGreaterThan(50)
      expect((await statistics(person, `&unit=${unit.id}`)).body.now.added).toBe(2)
    }
    expect(await statistics(stranger, `&unit=${unit.id}`)).toMatchObject(refusal(404, 'notFound'))
    for (const name of ['agent', 'staff', 'operator', 'auditor'])
      expect(await statistics(await as(name, server.url))).toMatchObject(refusal(403, 'notAllowed'))
    expect((await statistics(anyone(server.url))).status).toBe(401)
    const wrongDays = await centre.get<Body>('/api/statistics?from=2026-02-01&to=2026-01-01')
    expect(wrongDays).toMatchObject(refusal(400, 'invalid'))
    expect(wrongDays.body.detail).toBe('结束日期不能早于开始日期。')
    // Days that no city counts in are no question.
    const never = await centre.get<Body>('/api/statistics?from=9999-12-01&to=9999-12-31')
    expect(never).toMatchObject(refusal(400, 'badParameter'))
  })

  it('50.6 who evaluates holds no other role, and stands in for nobody', async () => {
    const operator = await as('operator', server.url)
    const hotline = await centre.get<Body>('/api/nodes?where[isCentre][equals]=true&depth=0')
    const account = (roles: Role[]) => ({
      ...{ username: `e-${unique()}`, name: '某人', password, isActive: true, roles },
      unit: hotline.body.docs[0]?.id,
    })
    const both = await operator.post<Body>('/api/users', account(['evaluator', 'approver']))
    expect(both).toMatchObject(refusal(400, 'invalid'))
    expect(both.body.detail).toContain('不能兼任')
    expect((await operator.post('/api/users', account(['evaluator']))).status).toBe(201)
  })

  it('50.4 each number leads to its rows, for who may read what they name', async () => {
    const rows = (person: Person, figure: string) =>
      person.fetch(`/admin/statistics/rows?from=${today}&to=${today}&figure=${figure}`)
    const shown = await (await rows(editor, 'returned')).text()
    expect(shown).toContain('请写明办理窗口。')
    expect(await (await rows(editor, 'live')).text()).toContain('共 1 条')
    const page = await (await editor.fetch(`/admin/statistics?from=${today}&to=${today}`)).text()
    expect(page).toContain('figure=returned')
    const told = await (await evaluator.fetch(`/admin/statistics?from=${today}&to=${today}`)).text()
    expect(told).toContain('知识库统计')
    expect(told).not.toContain('figure=returned')
    expect(told).not.toContain('人员情况')
    for (const person of [evaluator, await as('auditor', server.url)])
      expect(await (await rows(person, 'returned')).text()).not.toContain('请写明办理窗口。')
  })

  it('50.5 the figures are taken as a file with who took it when, which is on record', async () => {
    const query = `?from=${today}&to=${today}&format=`
    const csv = await editor.fetch(`/api/statistics/export${query}csv`)
    expect(csv.status).toBe(200)
    const lines = (await csv.text()).split('\r\n')
    expect(lines).toContainEqual(expect.stringMatching(/^新上线,2,/))
    expect(lines).toContain('导出人,某人')
    expect(lines).toContain('新上线,本期第一次上线的内容条数')
    const xlsx = await editor.fetch(`/api/statistics/export${query}xlsx`)
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    const agent = await as('agent', server.url)
    expect((await agent.fetch(`/api/statistics/export${query}csv`)).status).toBe(403)
    const auditor = await as('auditor', server.url)
    const { body } = await auditor.get<Body>(
      '/api/audit?where[action][equals]=statistics.export&depth=0',
    )
    expect(body.totalDocs).toBe(2)
  })
})

describe('监测与通报', () => {
  const report = today.slice(0, 7)
  const pageOf = async (person: Person, id = report) =>
    (await person.fetch(`/admin/reports/${id}`)).text()
  /** The first day of the next month, two hours on. */
  const frozenAt = () =>
    new Date(Date.parse(`${spanOf('month', today).to}T16:00:00Z`) + 2 * 60 * 60_000)

  it('51.1 a month is frozen once on the first day of the next, and shown to its unit alone', async () => {
    // In December the year too, and on a first day the month before.
    expect((await freezeAt(dataDir, frozenAt())).frozen).toBeGreaterThan(0)
    expect(await freezeAt(dataDir, frozenAt())).toEqual({ frozen: 0 })
    for (const person of [editor, approver]) {
      const told = (await messages(person)).docs.filter(({ event }) => event === 'monthShown')
      const pages = told.map((message) => (message as { page?: string }).page)
      expect(pages.filter((page) => page === `/admin/reports/${report}`)).toHaveLength(1)
    }
    expect(await pageOf(editor)).toContain('核对中')
    expect(await pageOf(centre)).toContain(unit.name)
    expect(await pageOf(stranger)).not.toContain(unit.name)
    for (const person of [evaluator, await as('agent', server.url)])
      expect(await pageOf(person)).not.toContain('固定于')
  })

  it('51.2 stays as it was, whatever is done since', async () => {
    const figureOf = async () =>
      /新上线<\/th><td>(?:<a[^>]*>)?(\d+)/.exec(await pageOf(editor))?.[1]
    expect(await figureOf()).toBe('2')
    const more = await write(editor, unit)
    await approve(approver, await submit(editor, more))
    expect(await figureOf()).toBe('2')
  })

  it('51.3 a unit’s approver objects once, the centre decides, and only then publishes', async () => {
    const object = (person: Person, sentence = '有一条月底前已经提交。') =>
      person.post<Body>(`/api/reports/${report}/object`, { sentence })
    for (const person of [editor, centre, evaluator])
      expect(await object(person)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await object(approver, ' ')).toMatchObject(refusal(400, 'invalid'))
    expect((await object(approver)).status).toBe(200)
    expect(await object(approver)).toMatchObject(refusal(409, 'wrongState'))
    expect((await messages(centre)).docs.map(({ event }) => event)).toContain('monthObjected')
    const publish = () => centre.post<Body>(`/api/reports/${report}/publish`)
    expect((await publish()).body.detail).toContain('还有异议没有处理')
    const decision = { unit: unit.id, isUpheld: true, answer: '属实，年度评估时计入说明。' }
    const decide = (person: Person) => person.post(`/api/reports/${report}/decide`, decision)
    expect(await decide(approver)).toMatchObject(refusal(403, 'notAllowed'))
    expect((await decide(centre)).status).toBe(200)
    expect(await decide(centre)).toMatchObject(refusal(409, 'wrongState'))
    expect(await pageOf(editor)).toContain('异议成立：属实，年度评估时计入说明。')
    // Frozen just now: the two working days are not over.
    expect((await publish()).body.detail).toContain('两个工作日还没有过')
  })

  it('51.4 once published, each unit and the evaluator read the figures of all', async () => {
    const last = spanOf('month', dayOf(new Date(Date.parse(today) - 150 * 24 * 60 * 60_000)))
    const at = new Date(Date.parse(`${last.to}T16:00:00Z`) + 2 * 60 * 60_000)
    expect(await freezeAt(dataDir, at)).toEqual({ frozen: 1 })
    const id = last.from.slice(0, 7)
    expect(await pageOf(evaluator, id)).not.toContain('固定于')
    expect(await stranger.post(`/api/reports/${id}/publish`)).toMatchObject(
      refusal(403, 'notAllowed'),
    )
    const late = await approver.post<Body>(`/api/reports/${id}/object`, { sentence: '迟了。' })
    expect(late.body.detail).toBe('提出异议的两个工作日已过。')
    expect((await centre.post(`/api/reports/${id}/publish`)).status).toBe(200)
    expect(await centre.post(`/api/reports/${id}/publish`)).toMatchObject(
      refusal(409, 'wrongState'),
    )
    for (const person of [stranger, evaluator])
      expect(await pageOf(person, id)).toContain('云澜市人力资源和社会保障局')
    const told = (await messages(editor)).docs.map(({ event }) => event)
    expect(told).toContain('monthPublished')
  })
})

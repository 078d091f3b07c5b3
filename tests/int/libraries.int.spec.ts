import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body, type Row } from './answers'
import { foundCity, hotline, openAccount, unique } from './city'
import { completeIn, copyOf, publish, review, save, saved, standing, step } from './entries'
import { submit, take, write } from './entries'
import { openKey } from './key'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
let agent: Person
const open = { openToUnits: true, openToPublic: true }

beforeAll(async () => {
  ;[city, centre, agent] = await Promise.all([foundCity(), as('centre'), as('agent')])
})

describe('a contingency plan', () => {
  it('20.1 is written under the own unit, approved, read by agents and the unit, never by citizens', async () => {
    const plan = await publish(city, city.bureau, {}, 'plans')
    expect(plan.number).toMatch(/^YA\d{6}$/)
    await expectVisible(plan, agent)
    await expectHidden(plan, city.stranger)
    await take(city.approver, plan, 'open', { to: 'units' })
    await expectVisible(plan, city.stranger)
    expect(await step(city.approver, plan, 'open', { to: 'public' })).toMatchObject(
      refusal(400, 'invalid'),
    )
    await expectHidden(plan, anyone())
  })

  it('20.2 is not opened to the website by a crafted text either', async () => {
    const plan = await publish(city, city.bureau, { ...open }, 'plans')
    await expectHidden(plan, anyone())
  })

  it('20.3 is filed under no other unit', async () => {
    const sent = completeIn.plans(city.elsewhere)
    expect(await city.editor.post('/api/plans', sent)).toMatchObject(refusal(400, 'invalid'))
    const { unit: _unit, ...rest } = completeIn.plans(city.bureau)
    const { body } = await city.editor.post<Body>('/api/plans?depth=0', rest)
    expect(body.doc).toMatchObject({ unit: city.bureau.id })
  })

  it('20.4 is corrected by the centre directly', async () => {
    const plan = await publish(city, city.bureau, {}, 'plans')
    await take(centre, plan, 'saveDirectly', { summary: '先报警。' })
    const { body } = await agent.get<Row>(`/api/entries/${plan.number}`)
    expect(body).toMatchObject({ summary: '先报警。', library: 'plans' })
  })
})

describe('a notice', () => {
  it('20.5 is of the kind its page gives, goes through the approval, and is read on the portal when open', async () => {
    const { kind: _kind, ...without } = completeIn.notices(city.bureau)
    expect((await city.editor.post('/api/notices', without)).status).toBe(400)
    const notice = await publish(city, city.bureau, { ...open, kind: 'news' }, 'notices')
    expect(notice.number).toMatch(/^GG\d{6}$/)
    await expectVisible(notice, anyone())
    const { body } = await anyone().get<Row>(`/api/public/entries/${notice.number}`)
    expect(body).toMatchObject({ kind: 'news', library: 'notices' })
  })

  it('20.6 is not complete without text and switches', async () => {
    const notice = await write(city.editor, city.bureau, { openToPublic: null }, 'notices')
    expect(await step(city.editor, notice, 'submit')).toMatchObject(refusal(400, 'incomplete'))
  })

  it('20.7 is not saved directly by the centre, who has no such page', async () => {
    const notice = await publish(city, city.bureau, {}, 'notices')
    expect(await step(centre, notice, 'saveDirectly', { title: '改' })).toMatchObject({
      status: 404,
    })
  })
})

describe('a typical case', () => {
  it('20.8 is taken in and published by the centre, read by agents and all units, by citizens only when open', async () => {
    const draft = await write(centre, city.bureau, {}, 'cases')
    expect(draft.number).toMatch(/^AL\d{6}$/)
    await expectHidden(draft, agent)
    expect(await step(centre, draft, 'publish')).toMatchObject(refusal(400, 'incomplete'))
    await take(centre, draft, 'publish', { confirmed: true })
    await expectVisible(draft, agent)
    await expectVisible(draft, city.stranger)
    await expectHidden(draft, anyone())
    const next = await take(centre, draft, 'saveDirectly', { openToPublic: true })
    await expectVisible(next, anyone())
  })

  it('20.9 shows the centre where it still names a person before it is published', async () => {
    const draft = await write(centre, city.bureau, { content: '来电人13812345678反映' }, 'cases')
    const { body } = await review(centre, draft)
    expect(body.findings).toContain('personalNumber')
    const clean = await saved(centre, draft, { content: '来电人反映' })
    expect((await review(centre, clean)).body.findings).toEqual([])
  })

  it('20.10 from an order marked 保密 is never opened, by no path', async () => {
    const secret = { isConfidential: true }
    const refused = await centre.post('/api/cases', {
      ...completeIn.cases(city.bureau, { ...secret, openToPublic: true }),
    })
    expect(refused.status).toBe(400)
    const draft = await write(centre, city.bureau, secret, 'cases')
    expect((await save(centre, draft, { openToPublic: true })).status).toBe(400)
    await save(centre, draft, { isConfidential: false })
    expect((await copyOf(centre, draft)).body).toMatchObject(secret)
    await take(centre, draft, 'publish', { confirmed: true })
    expect((await step(centre, draft, 'saveDirectly', { openToPublic: true })).status).toBe(400)
    await expectHidden(draft, anyone())
  })

  it('20.11 belongs to the centre: editors and approvers of the unit change nothing', async () => {
    const draft = await write(centre, city.bureau, {}, 'cases')
    expect(await save(city.editor, draft, { title: '改' })).toMatchObject(
      refusal(403, 'notAllowed'),
    )
    for (const name of ['publish', 'delete', 'withdraw']) {
      expect(await step(city.approver, draft, name)).toMatchObject(refusal(403, 'notAllowed'))
    }
    const written = await city.editor.post('/api/cases', completeIn.cases(city.bureau))
    expect(written.status).toBe(403)
  })

  it('20.12 is withdrawn, published again, deleted and restored by the centre', async () => {
    const draft = await write(centre, city.bureau, {}, 'cases')
    await take(centre, draft, 'publish', { confirmed: true })
    await take(centre, draft, 'withdraw', { kind: 'inError', sentence: '案情有误' })
    await expectHidden(draft, agent)
    const next = await saved(centre, draft, { result: '次日修复。' })
    await take(centre, next, 'publish', { confirmed: true })
    await expectVisible(next, agent)
    await take(centre, next, 'delete')
    await expectHidden(next, agent)
    await take(centre, next, 'restore')
    expect(await standing(centre, next)).toMatchObject({ state: 'draft', liveRevision: null })
  })

  it('20.15 is taken in by file: every row or none, and what is wrong is said by line', async () => {
    const send = (lines: string[]) =>
      centre.fetch('/api/cases/import', { method: 'POST', body: lines.join('\n') })
    const head = '标题,内容,结果,公开,单位,保密,工单编号'
    const order = unique()
    const good = `路灯案${order},来电人反映路灯不亮,当日修复,否,${city.bureau.name},否,${order}`
    const bad = `井盖案${order},井盖松动,已更换,是,没有这个单位,否,`
    const refused = await send([head, good, bad])
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ code: 'invalid', rows: [{ line: 3 }] })
    const titled = `/api/cases?where[title][like]=${encodeURIComponent(order)}&depth=0`
    expect((await centre.get<Body>(titled)).body.totalDocs).toBe(0)
    expect(await (await send([head, good])).json()).toEqual({ created: 1, known: 0 })
    expect(await (await send([head, good])).json()).toEqual({ created: 0, known: 1 })
    const { body } = await centre.get<Body>(titled)
    expect(body.docs).toMatchObject([{ unit: city.bureau.id, orderNumber: order }])
    const editing = await city.editor.fetch('/api/cases/import', { method: 'POST', body: head })
    expect(editing.status).toBe(403)
  })

  it('20.13 is handed in by a key for it, as a draft, and by no other key', async () => {
    const { id: unit } = await hotline()
    const sent = completeIn.cases(city.bureau, { orderNumber: 'GD-1' })
    const plain = await openKey({ unit, audience: 'agent' })
    expect((await plain.post('/api/cases', sent)).status).toBeGreaterThanOrEqual(400)
    const key = await openKey({ unit, audience: 'agent', mayDeliverCases: true })
    const { status, body } = await key.post<Body>('/api/cases', sent)
    expect(status).toBe(201)
    const { body: found } = await centre.get<Body>('/api/worklist?library=cases&state=draft')
    expect(found.docs.map(({ id }) => id)).toContain(body.doc.id)
    const again = await key.patch(`/api/cases/${body.doc.id}`, { startedFrom: 1, title: '改' })
    expect(again.status).toBeGreaterThanOrEqual(400)
    const knowledge = await key.post('/api/knowledge', completeIn.knowledge(city.bureau))
    expect(knowledge.status).toBeGreaterThanOrEqual(400)
  })
})

describe('the tree', () => {
  it('20.14 takes plans, notices and cases along when a unit is merged', async () => {
    const there = await foundCity()
    const plan = await publish(there, there.bureau, {}, 'plans')
    const draft = await write(centre, there.bureau, {}, 'cases')
    const merged = await centre.post(`/api/nodes/${there.bureau.id}/merge`, {
      into: city.bureau.id,
    })
    expect(merged.status).toBe(200)
    for (const entry of [plan, draft]) {
      expect((await copyOf(centre, entry)).body).toMatchObject({ unit: city.bureau.id })
    }
    await expectVisible(plan, city.editor)
    await submit(city.editor, await write(city.editor, city.bureau, {}, 'plans'))
    expect((await openAccount({ unit: city.bureau.id, roles: ['staff'] })).status).toBe(201)
  })
})

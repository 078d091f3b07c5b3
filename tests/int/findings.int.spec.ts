import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { cardNumber, identityNumber } from '../unit/workflow/findings/numbers'
import type { Body, Row } from './answers'
import { foundCity, unique } from './city'
import { approve, history, publish, review, saved, standing, step, text } from './entries'
import { submit, take, write, type Entry } from './entries'
import { about } from './log'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
const identity = identityNumber('13050219800101123')
const mobile = '13812345678'
const card = cardNumber('622848040256489001')
const withNumbers = { body: text(`请找张某（${identity}）`, `手机${mobile}，卡号${card}`) }
const findings = ['identityCard', 'mobileNumber', 'bankCard']
const open = { openToUnits: true, openToPublic: true }

type Passage = { kind: string; field: string; passage: string }
type Opened = { findings: string[]; passages: Passage[]; submittedWith: Row | null }

const opened = async (person: Person, entry: Entry) =>
  (await review(person, entry)).body as unknown as Opened
const kindsOf = (body: Opened) => body.passages.map(({ kind }) => kind)
const decided = async (person: Person, entry: Entry, name: string) =>
  (await history(person, entry)).find((decision) => decision.step === name)

beforeAll(async () => {
  ;[city, centre] = await Promise.all([foundCity(), as('centre')])
})

describe('numbers of persons', () => {
  it('23.1 are shown to the writer where they stand, with the middle hidden', async () => {
    const entry = await write(city.editor, city.bureau, withNumbers)
    const body = await opened(city.editor, entry)
    expect(body.findings).toEqual(['noServiceBlocks', 'personalNumber'])
    expect(body.passages.slice(1)).toMatchObject([
      {
        kind: 'identityCard',
        field: 'body',
        passage: `请找张某（1305${'*'.repeat(10)}${identity.slice(-4)}）`,
      },
      { kind: 'mobileNumber', field: 'body' },
      { kind: 'bankCard', field: 'body' },
    ])
    expect(body.passages[2]?.passage).toContain('手机138****5678，')
    expect(JSON.stringify(body.passages)).not.toContain(mobile)
  })

  it('23.2 are looked for by each step itself, and named by who hands the text on', async () => {
    const entry = await write(city.editor, city.bureau, withNumbers)
    const unnamed = await step(city.editor, entry, 'submit')
    expect(unnamed).toMatchObject({
      status: 400,
      body: { code: 'findingsUnconfirmed', fields: ['identityCard', 'mobileNumber', 'bankCard'] },
    })
    expect(JSON.stringify(unnamed.body)).not.toContain(mobile)
    const some = await step(city.editor, entry, 'submit', { findings: ['mobileNumber'] })
    expect(some.body).toMatchObject({ fields: ['identityCard', 'bankCard'] })
    expect(await standing(city.editor, entry)).toMatchObject({ state: 'draft' })
    await submit(city.editor, entry, { findings })
    const counts = { noServiceBlocks: 1, identityCard: 1, mobileNumber: 1, bankCard: 1 }
    const submitted = await decided(city.editor, entry, 'submit')
    expect(submitted).toMatchObject({ details: { findings: counts, named: findings } })
    const body = await opened(city.approver, entry)
    expect(body.findings).toContain('personalNumber')
    expect(body.submittedWith).toMatchObject({
      ...{ counts, named: findings },
      byName: submitted?.byName,
    })
    const blind = await step(city.approver, entry, 'approve', { confirmed: true })
    expect(blind).toMatchObject({ status: 400, body: { code: 'findingsUnconfirmed' } })
    await approve(city.approver, entry, { findings })
    expect(await decided(city.editor, entry, 'approve')).toMatchObject({
      details: { findings: counts, named: findings },
    })
  })

  it('23.3 of several are refused each on its own; where there is nothing, nothing is asked', async () => {
    const category = city.bureau.categories.policies
    const bad = await write(city.editor, city.bureau, { ...withNumbers, category })
    const clean = await write(city.editor, city.bureau, { category })
    const items = [bad, clean].map(({ id, revision }) => ({ id, revision }))
    const several = await city.editor.post<Body>('/api/knowledge/submit', { items })
    expect(several.body.results).toMatchObject([
      { id: bad.id, ok: false, code: 'findingsUnconfirmed', fields: findings },
      { id: clean.id, ok: true },
    ])
    const again = { items: items.slice(0, 1), findings }
    const named = await city.editor.post<Body>('/api/knowledge/submit', again)
    expect(named.body.results).toMatchObject([{ id: bad.id, ok: true }])
    expect(await opened(city.approver, clean)).toMatchObject({ findings: [], submittedWith: null })
    expect(await decided(city.editor, clean, 'submit')).toMatchObject({ details: null })
    const wrong = await step(city.editor, clean, 'recall', { findings: 'all' })
    expect(wrong).toMatchObject({ status: 400, body: { fields: ['findings'] } })
  })

  it('23.4 are none where the unit itself gives them as its contact, for this unit alone', async () => {
    const there = await foundCity()
    const { body } = await there.editor.get<Body>('/api/knowledge?depth=0&limit=20')
    const begun = body.docs.find(({ title }) => String(title).includes('联络方式'))
    const contact = { ...begun, library: 'knowledge' } as Entry
    const category = there.bureau.categories.policies
    const said = { category, body: text('值班手机 138-1234-5678，热线12345。') }
    const before = await write(there.editor, there.bureau, said)
    expect((await opened(there.editor, before)).findings).toEqual(['personalNumber'])
    const told = await saved(there.editor, contact, {
      ...{ ...open, summary: '见正文。', body: text('工作时间接听。') },
      contact: { phone: `0319-3012345、${mobile}` },
    })
    expect((await opened(there.editor, told)).findings).toEqual([])
    await approve(there.approver, await submit(there.editor, told))
    expect((await opened(there.editor, before)).findings).toEqual([])
    const elsewhere = { ...said, category: city.bureau.categories.policies }
    const other = await write(city.editor, city.bureau, elsewhere)
    expect((await opened(city.editor, other)).findings).toEqual(['personalNumber'])
  })

  it('23.5 are named when the centre saves directly, of the text that is sent', async () => {
    const entry = await publish(city, city.bureau, { category: city.bureau.categories.policies })
    const sent = { summary: `找张某${mobile}` }
    expect(await step(centre, entry, 'saveDirectly', sent)).toMatchObject({
      body: { code: 'findingsUnconfirmed', fields: ['mobileNumber'] },
    })
    await take(centre, entry, 'saveDirectly', { ...sent, findings: ['mobileNumber'] })
    expect(await decided(centre, entry, 'saveDirectly')).toMatchObject({
      details: { findings: { mobileNumber: 1 }, named: ['mobileNumber'] },
    })
  })

  it('23.22 are named in the sentence that readers of a withdrawn text get', async () => {
    const entry = await publish(city, city.bureau)
    const sent = { kind: 'inError', sentence: `请拨打${mobile}` }
    expect(await step(city.approver, entry, 'withdraw', sent)).toMatchObject({
      body: { code: 'findingsUnconfirmed', fields: ['mobileNumber'] },
    })
    await take(city.approver, entry, 'withdraw', { ...sent, findings: ['mobileNumber'] })
  })

  it('23.19 are shown to the centre before it saves directly, and nothing is saved by looking', async () => {
    const entry = await publish(city, city.bureau, { category: city.bureau.categories.policies })
    const look = (person: Person) =>
      person.post<Opened>(`/api/knowledge/${entry.id}/findings`, { summary: `找张某${mobile}` })
    const { status, body } = await look(centre)
    expect([status, kindsOf(body)]).toEqual([200, ['mobileNumber']])
    expect((await opened(centre, entry)).passages).toEqual([])
    expect((await look(city.stranger)).status).toBe(404)
  })

  it('23.20 are counted for several before they are submitted, of texts in one’s reach and no others', async () => {
    const category = city.bureau.categories.policies
    const bad = await write(city.editor, city.bureau, { ...withNumbers, category })
    const good = await write(city.editor, city.bureau, { category })
    const ids = [good.id, bad.id]
    const look = (person: Person, sent: object) =>
      person.post<{ flagged: Row[] }>('/api/knowledge/findings', sent)
    const counts = { identityCard: 1, mobileNumber: 1, bankCard: 1 }
    const { id, number, title } = bad
    const flagged = [{ id, number, title, counts }]
    expect((await look(city.editor, { ids })).body).toEqual({ flagged })
    expect((await look(city.stranger, { ids })).body).toEqual({ flagged: [] })
    expect((await look(await as('agent'), { ids })).body).toEqual({ flagged: [] })
    expect((await look(anyone(), { ids })).status).toBe(401)
    for (const wrong of [{}, { ids: [] }, { ids: [1] }, { ids: Array(51).fill(id) }]) {
      expect((await look(city.editor, wrong)).status).toBe(400)
    }
  })

  it('23.6 are named when a case is published, in what came in and in how it ended', async () => {
    const order = { content: `来电人${mobile}反映`, result: `已回复${mobile}` }
    const draft = await write(centre, city.bureau, order, 'cases')
    expect(kindsOf(await opened(centre, draft))).toEqual(['mobileNumber', 'mobileNumber'])
    expect(await step(centre, draft, 'publish', { confirmed: true })).toMatchObject({
      body: { code: 'findingsUnconfirmed' },
    })
    await take(centre, draft, 'publish', { confirmed: true, findings: ['mobileNumber'] })
    expect(await decided(centre, draft, 'publish')).toMatchObject({
      details: { findings: { mobileNumber: 2 }, named: ['mobileNumber'] },
    })
  })

  it('23.23 keep a case from citizens, whatever was confirmed', async () => {
    const order = { content: `身份证${identity}`, openToPublic: true }
    const draft = await write(centre, city.bureau, order, 'cases')
    const named = { confirmed: true, findings: ['identityCard'] }
    expect(await step(centre, draft, 'publish', named)).toMatchObject({
      ...{ status: 400, body: { code: 'personalNumbers' } },
    })
    const closed = await saved(centre, draft, { openToPublic: false })
    await take(centre, closed, 'publish', named)
    const opening = { openToPublic: true, findings: ['identityCard'] }
    expect(await step(centre, closed, 'saveDirectly', opening)).toMatchObject({
      body: { code: 'personalNumbers' },
    })
  })

  it('23.7 are counted by line when cases come by file, and with the line of the log', async () => {
    const tag = unique()
    const rows = [`来电人${mobile}反映`, '来电人反映', `身份证${identity}，手机${mobile}`]
    const lines = rows.map(
      (content, at) => `案件${tag}${at},${content},已办结,否,${city.bureau.name},否,${tag}${at}`,
    )
    const sent = ['标题,内容,结果,公开,单位,保密,工单编号', ...lines].join('\n')
    const answer = await centre.fetch('/api/cases/import', { method: 'POST', body: sent })
    expect(await answer.json()).toEqual({
      ...{ created: 3, known: 0 },
      findings: [
        { line: 2, counts: { mobileNumber: 1 } },
        { line: 4, counts: { identityCard: 1, mobileNumber: 1 } },
      ],
    })
    const titled = `/api/cases?where[title][equals]=${encodeURIComponent(`案件${tag}2`)}&depth=0`
    const { docs } = (await centre.get<Body>(titled)).body
    const [created] = await about(docs[0]?.id ?? '')
    expect(created).toMatchObject({
      action: 'cases.create',
      details: { findings: { identityCard: 1, mobileNumber: 1 } },
    })
  })

  it('23.9 never stand in decisions and in the log, whatever names the entry and the reason', async () => {
    const entry = await write(city.editor, city.bureau, { title: `张某${mobile}在哪里办理?` })
    await submit(city.editor, entry, { findings: ['mobileNumber'] })
    await review(city.approver, entry)
    await take(city.approver, entry, 'return', { reason: `请删去${mobile}` })
    const decisions = await history(city.editor, entry)
    expect(decisions[0]).toMatchObject({ reason: '请删去138****5678' })
    const { body: messages } = await city.editor.get('/api/messages')
    const records = JSON.stringify([decisions, await about(entry.id), messages])
    expect(records).toContain('张某138****5678')
    expect(records).not.toContain(mobile)
    expect(await standing(city.editor, entry)).toMatchObject({ title: entry.title })
  })
})

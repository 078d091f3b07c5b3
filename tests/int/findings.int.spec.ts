import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { cardNumber, identityNumber } from '../unit/workflow/findings/numbers'
import type { Body, Row } from './answers'
import { foundCity, hire, unique } from './city'
import { approve, history, publish, review, saved, standing, step, text } from './entries'
import { submit, take, write, type Entry } from './entries'
import { about } from './log'
import { eventually, offered, rareWord, search, whenFound } from './searching'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person
const identity = identityNumber('13050219800101123')
const mobile = '13812345678'
const card = cardNumber('622848040256489001')
const withNumbers = { body: text(`请找张某（${identity}）`, `手机${mobile}，卡号${card}`) }
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

  it('23.2 do not hold a text up: the record keeps kinds and counts, the approver sees them again', async () => {
    const entry = await write(city.editor, city.bureau, withNumbers)
    await opened(city.editor, entry)
    await submit(city.editor, entry)
    const counts = { noServiceBlocks: 1, identityCard: 1, mobileNumber: 1, bankCard: 1 }
    const submitted = await decided(city.editor, entry, 'submit')
    expect(submitted).toMatchObject({ details: { findings: counts, isSeen: true } })
    const body = await opened(city.approver, entry)
    expect(body.findings).toContain('personalNumber')
    expect(body.submittedWith).toMatchObject({ counts, isSeen: true, byName: submitted?.byName })
    await approve(city.approver, entry)
  })

  it('23.3 are not said to have been seen by who submitted without opening, nor where there is nothing', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau, withNumbers))
    expect((await opened(city.approver, entry)).submittedWith).toMatchObject({ isSeen: false })
    const category = city.bureau.categories.policies
    const clean = await submit(city.editor, await write(city.editor, city.bureau, { category }))
    expect(await opened(city.approver, clean)).toMatchObject({ findings: [], submittedWith: null })
    expect(await decided(city.editor, clean, 'submit')).toMatchObject({ details: null })
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

  it('23.5 are counted when the centre saves directly', async () => {
    const entry = await publish(city, city.bureau, { category: city.bureau.categories.policies })
    await take(centre, entry, 'saveDirectly', { summary: `找张某${mobile}` })
    expect(await decided(centre, entry, 'saveDirectly')).toMatchObject({
      details: { findings: { mobileNumber: 1 } },
    })
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

  it('23.6 are counted when a case is published, in what came in and in how it ended', async () => {
    const order = { content: `来电人${mobile}反映`, result: `已回复${mobile}` }
    const draft = await write(centre, city.bureau, order, 'cases')
    expect(kindsOf(await opened(centre, draft))).toEqual(['mobileNumber', 'mobileNumber'])
    await take(centre, draft, 'publish', { confirmed: true })
    expect(await decided(centre, draft, 'publish')).toMatchObject({
      details: { findings: { mobileNumber: 2 }, isSeen: true },
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
    await opened(city.editor, entry)
    await submit(city.editor, entry)
    await review(city.approver, entry)
    await take(city.approver, entry, 'return', { reason: `请删去${mobile}` })
    const decisions = await history(city.editor, entry)
    expect(decisions[0]).toMatchObject({ reason: '请删去138****5678' })
    const records = JSON.stringify([decisions, await about(entry.id)])
    expect(records).toContain('张某138****5678')
    expect(records).not.toContain(mobile)
    expect(await standing(city.editor, entry)).toMatchObject({ title: entry.title })
  })
})

describe('listed words', () => {
  const word = `忌语${unique()}`
  const list = (listedWords: object[]) => centre.post('/api/globals/settings', { listedWords })

  it('23.10 are kept by the centre alone, each once, and every change is on record', async () => {
    expect((await list([{ word, advice: '请说清楚' }])).status).toBe(200)
    const lines = await about('settings')
    expect(lines.at(-1)).toMatchObject({ details: { wordsAdded: [`${word}：请说清楚`] } })
    expect((await list([{ word }, { word }])).status).toBe(400)
    for (const person of [city.editor, city.approver, await as('operator')]) {
      const sent = { listedWords: [] }
      expect((await person.post('/api/globals/settings', sent)).status).toBe(403)
    }
  })

  it('23.11 are found in every text from then on, with what to say instead, and counted', async () => {
    await list([{ word, advice: '请说清楚' }])
    const said = { category: city.bureau.categories.policies, summary: `这里写了${word}。` }
    const entry = await write(city.editor, city.bureau, said)
    const { passages } = await opened(city.editor, entry)
    expect(passages).toMatchObject([
      { kind: 'listedWord', field: 'summary', passage: `这里写了${word}。`, advice: '请说清楚' },
    ])
    await submit(city.editor, entry)
    expect(await decided(city.editor, entry, 'submit')).toMatchObject({
      details: { findings: { listedWord: 1 } },
    })
    await list([])
    expect(await opened(city.approver, entry)).toMatchObject({
      ...{ findings: [], submittedWith: { counts: { listedWord: 1 } } },
    })
  })

  it('23.21 keep what others asked from being offered, as long as they are listed', async () => {
    const asked = rareWord()
    const titled = { openToUnits: true, title: `${asked}怎么领取?` }
    const agent = await as('agent')
    await whenFound(agent, await publish(city, city.bureau, titled))
    for (const person of [agent, centre, city.approver]) await search(person, `${asked}领取`)
    const now = async (isOffered: boolean) => {
      const texts = isOffered ? [`${asked}领取`] : []
      const ask = () => offered(agent, asked)
      expect(await eventually(ask, ({ length }) => length === texts.length)).toEqual(texts)
    }
    await now(true)
    await list([{ word: asked }])
    await now(false)
    await list([])
    await now(true)
  }, 120_000)

  it('23.12 are not told to who may not read the text', async () => {
    const entry = await write(city.editor, city.bureau, withNumbers)
    const stranger = await hire(city.elsewhere, 'editor', 'approver')
    expect((await step(stranger, entry, 'submit')).status).toBe(404)
    expect((await review(stranger, entry)).status).toBe(404)
  })
})

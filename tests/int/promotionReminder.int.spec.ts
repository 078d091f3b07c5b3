import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { copyData, isSqlite } from '../server/database.mjs'
import { byHand } from '../server/byHand'
import { launch, password } from '../server/launch.mjs'
import { as, type Account, type Person } from '../server/people'
import { freshData } from '../server/run'
import { refusal, type Body, type Row } from './answers'
import { messages } from './messages'
import { tellAt } from './tellAt'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-promotion-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>
let editor: Person, approver: Person, other: Person, centre: Person
/** The last line of the log before. */
let logged: number

type Period = { year: number; number: number; first: string; last: string; until: string }
type Proposed = {
  period: Period
  read: Period
  entries: { id: string; number: string; title: string; reads: number; answer: Row | null }[]
  queries: { query: string; askers: number; answer: Row | null }[]
  looked: Row | null
}
type Promoted = Body & { entry: { id: string; number: string }; isNew: boolean }

beforeAll(async () => {
  await copyData(freshData, dataDir)
  // The city was there before the period began, whenever the tests are run.
  const founded = new Date('2020-01-01')
  await byHand(dataDir).set('nodes', { kind: 'department' }, { createdAt: founded })
  // Nobody was asked before.
  await byHand(dataDir).remove(isSqlite ? 'read_reviews' : 'readReviews', {})
  await byHand(dataDir).remove('messages', { event: 'readsToReview' })
  server = await launch({ dataDir, pages: true, env: { ZHIKU_FAULT_POINTS: 'yes' } })
  editor = await as('editor', server.url)
  approver = await as('approver', server.url)
  other = await as('yb-editor', server.url)
  centre = await as('centre', server.url)
  const last = await (await as('auditor', server.url)).get<Body>('/api/audit?limit=1&sort=-seq')
  logged = Number(last.body.docs[0]?.seq)
}, 180_000)
afterAll(async () => {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const proposed = async (person = editor) => {
  const { status, body } = await person.get<Proposed>('/api/readReviews')
  expect(status).toBe(200)
  return body
}
const answer = (what: string, sent: object = {}, person = editor) =>
  person.post<Promoted>(`/api/readReviews/${what}`, sent)

const toldOf = async (person: Person) =>
  (await messages(person)).docs.filter(({ event }) => event === 'readsToReview')

/** The main part of a page as a browser gets it. */
async function mainOf(person: Person, path = '/admin/promotion'): Promise<string> {
  const headers = { Cookie: `payload-token=${person.token}`, Authorization: '' }
  const html = await (await person.fetch(path, { headers })).text()
  return /<main[^>]*>([^]*?)<\/main>/.exec(html)?.[1] ?? ''
}

/** The same, its tags taken out. */
const page = async (...asked: Parameters<typeof mainOf>): Promise<string> =>
  (await mainOf(...asked)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Nine in the morning of a day in China. */
const morningOf = (day: string) => new Date(`${day}T09:00:00+08:00`)

describe('五日查看', () => {
  it('40.7 each editor is told once in a period, and where there is something to look at', async () => {
    const { period, read, entries, queries } = await proposed()
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.length).toBeLessThanOrEqual(8)
    expect(queries.length).toBeGreaterThan(0)
    for (const [at, { reads }] of entries.entries())
      expect(reads).toBeLessThanOrEqual(entries[at - 1]?.reads ?? Infinity)
    for (const { askers } of queries) expect(askers).toBeGreaterThanOrEqual(3)
    expect(await page(editor, '/admin')).not.toContain('的阅读情况待查看')
    // It is told in the period whose look it is, whichever of its days this is.
    expect((await tellAt(dataDir, morningOf(period.first))).toReview).toBeGreaterThan(0)
    expect((await tellAt(dataDir, morningOf(period.last))).toReview).toBe(0)
    const [told, ...more] = await toldOf(editor)
    expect(more).toEqual([])
    expect(told).toMatchObject({ page: '/admin/promotion', isRead: false, isSettled: false })
    expect(told?.title).toBe(
      `${read.first} 至 ${read.until}：读得多的 ${entries.length} 条，没有得到答案的话 ${queries.length} 句`,
    )
    expect(await toldOf(approver)).toEqual([])
    expect(await toldOf(centre)).toEqual([])
    expect(await page(editor, '/admin')).toContain(
      `${read.first} 至 ${read.until} 的阅读情况待查看`,
    )
  })

  it('40.1 … or with the words of a query, for each unit its own, and only where it is proposed', async () => {
    const [first] = (await proposed()).queries
    const sent = { kind: 'query', subject: first?.query }
    const { status, body } = await answer('draft', sent)
    expect(status).toBe(200)
    const draft = (await editor.get<Row>(`/api/knowledge/${body.entry.id}?depth=1`)).body
    expect(draft).toMatchObject({ title: first?.query, category: { category: 'hotspots' } })
    expect((await answer('draft', sent)).body).toMatchObject({ isNew: false, entry: body.entry })
    const theirs = await answer('draft', sent, other)
    expect(theirs.body).toMatchObject({ isNew: true })
    expect(theirs.body.entry.id).not.toBe(body.entry.id)
    for (const what of ['draft', 'nothing'])
      expect(await answer(what, { kind: 'query', subject: '没有人问过的话' })).toMatchObject(
        refusal(404, 'notFound'),
      )
  })

  it('40.8 a unit looked once each was answered; the reminder rests, and what was answered stays in its place', async () => {
    const before = await proposed()
    const [first, second, ...rest] = before.entries
    expect((await answer('draft', { kind: 'entry', subject: first?.id })).status).toBe(200)
    expect((await answer('revise', { subject: second?.id })).status).toBe(200)
    for (const { id } of rest)
      expect((await answer('nothing', { kind: 'entry', subject: id })).status).toBe(200)
    expect((await proposed()).looked).toBeNull()
    for (const { query } of before.queries)
      expect((await answer('nothing', { kind: 'query', subject: query })).status).toBe(200)
    const after = await proposed()
    expect(after.entries.map(({ id }) => id)).toEqual(before.entries.map(({ id }) => id))
    expect(after.queries.map(({ query }) => query)).toEqual(
      before.queries.map(({ query }) => query),
    )
    expect(after.entries.map(({ answer }) => answer?.outcome)).toEqual([
      ...['drafted', 'revised'],
      ...rest.map(() => 'nothing'),
    ])
    expect(after.queries[0]?.answer?.outcome).toBe('drafted')
    expect(after.looked).toMatchObject({ by: editor.id, outcome: 'answered' })
    expect((await toldOf(editor)).map(({ isSettled }) => isSettled)).toEqual([true])
    expect(await page(editor, '/admin')).not.toContain('的阅读情况待查看')
  })

  it('40.9 who did not look is listed for the centre, until they say that all was looked at', async () => {
    const line = (unit: string, said: string) => new RegExp(`${unit} ${said}`)
    const all = await page(centre)
    expect(all).toMatch(line('市人力资源和社会保障局', '已查看 林见川'))
    expect(all).toMatch(line('市医疗保障局', '未查看'))
    const missed = await page(centre, '/admin/promotion?show=missed')
    expect(missed).not.toContain('市人力资源和社会保障局')
    expect(missed).toMatch(line('市医疗保障局', '未查看'))
    expect((await answer('all', {}, other)).status).toBe(200)
    expect((await answer('all', {}, other)).status).toBe(200)
    expect((await proposed(other)).looked).toMatchObject({ by: other.id, outcome: 'nothing' })
    expect(await page(centre, '/admin/promotion?show=missed')).not.toContain('市医疗保障局')
    // In the period before nobody was asked.
    const { read } = await proposed()
    expect(await page(centre, `/admin/promotion?period=${read.first}`)).toMatch(
      line('市医疗保障局', '未要求'),
    )
  })

  it('40.13 … nor is a unit that was founded since, and that has an editor now', async () => {
    const operator = await as('operator', server.url)
    const name = '市数据局'
    const unit = (await centre.post<Body>('/api/nodes', { kind: 'department', name })).body.doc.id
    const account = { unit, roles: ['editor'], username: 'shuju', name: '某人', isActive: true }
    const hired = await operator.post('/api/users', { ...account, password })
    expect(hired.status).toBe(201)
    expect(await page(centre)).toMatch(/市数据局 未要求/)
    expect(await page(centre, '/admin/promotion?show=missed')).not.toContain(name)
  })

  it('40.5 … and so is the page; the centre sees no unit’s proposals', async () => {
    const [first] = (await proposed()).entries
    const own = await page(editor)
    expect(own).toContain(first?.title)
    expect(own).not.toContain('各单位查看情况')
    const theirs = await page(other)
    expect(theirs).not.toContain(first?.title)
    expect(await mainOf(other)).toContain('<button')
    const read = await mainOf(approver)
    expect(read).toContain(first?.title)
    expect(read).not.toContain('<button')
    expect(await page(centre)).not.toContain(first?.title)
    for (const role of ['operator', 'auditor'] as const satisfies Account[])
      expect(await page(await as(role, server.url))).not.toContain('热点信息提炼')
  })

  it('40.8 … each answer is in the log once, under the name of who gave it', async () => {
    const auditor = await as('auditor', server.url)
    const { body } = await auditor.get<Body>(
      `/api/audit?where[action][like]=readReviews&where[seq][greater_than]=${logged}&limit=200&depth=0`,
    )
    const of = (action: string, by: Person) =>
      body.docs.filter((row) => row.action === `readReviews.${action}` && row.by === by.id).length
    const { entries, queries } = await proposed()
    expect(of('drafted', editor)).toBe(2)
    expect(of('revised', editor)).toBe(1)
    expect(of('nothing', editor)).toBe(entries.length - 2 + queries.length - 1)
    expect(of('answered', editor)).toBe(1)
    expect(of('drafted', other)).toBe(1)
    expect(of('nothing', other)).toBe(1)
  })
})

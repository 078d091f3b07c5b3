import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal } from './answers'
import { found, foundCity, hire, hotline, type Worker } from './city'
import { approve, publish, submit, saved, take, write, type Entry } from './entries'
import { written } from './tellAt'
import { openKey, withKey } from './key'
import { lastLine } from './log'

type View = {
  entry: { number: string; title: string }
  reader: { id: string; name: string } | null
  channel: string
  query: string | null
  isRepeat: boolean
  at: string
}
type Views = { views: View[]; from: string; total: number; page: number; pageSize: number }

const open = { openToUnits: true, openToPublic: true }
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const spider = 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)'

const viewsFor = async (person: Person, asked: Record<string, string>) => {
  const { status, body } = await person.get<Views>(`/api/views?${new URLSearchParams(asked)}`)
  expect(status).toBe(200)
  return body
}

async function viewsOf({ number }: Entry): Promise<View[]> {
  await written()
  return (await viewsFor(await as('centre'), { entry: number })).views
}

let city: Awaited<ReturnType<typeof foundCity>>
let agent: Person, key: Person, above: Worker
let entry: Entry

beforeAll(async () => {
  city = await foundCity()
  ;[agent, key, above] = await Promise.all([
    as('agent'),
    openKey({ audience: 'agent', unit: city.elsewhere.id }),
    hire(city.county, 'editor'),
  ])
  entry = await publish(city, city.bureau, { ...open, title: '低保怎样申请？' })
  const path = `/api/entries/${entry.number}`
  for (const reader of [agent, city.stranger, key])
    expect((await reader.get(path)).status).toBe(200)
  for (const agent of [firefox, spider]) {
    const page = await anyone().fetch(`/e/${entry.number}`, { headers: { 'user-agent': agent } })
    expect(page.status).toBe(200)
  }
  await viewsOf(entry)
}, 180_000)

describe('浏览记录', () => {
  it('29.7 holds who opened a live text through which door; a citizen has no name, and robots are none', async () => {
    const views = await viewsOf(entry)
    const title = { number: entry.number, title: '低保怎样申请？' }
    const reader = (person: Person) => ({ id: person.id, name: expect.any(String) as unknown })
    expect(views).toHaveLength(4)
    for (const [who, channel] of [
      [reader(agent), 'desk'],
      [reader(city.stranger), 'desk'],
      [reader(key), 'system'],
      [null, 'portal'],
    ] as const) {
      expect(views).toContainEqual({
        ...{ id: expect.any(String), entry: title, reader: who, channel, isRepeat: false },
        query: null,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      })
    }
    expect(JSON.stringify(views)).not.toMatch(/session|Firefox|127\.0\.0\.1/)
  })

  it('29.8 keeps the title as it was, and repeats, which do not count', async () => {
    const renamed = await publish(city, city.bureau, { ...open, title: '低保多少钱？' })
    const path = `/api/entries/${renamed.number}`
    await agent.get(path)
    await viewsOf(renamed)
    await take(city.editor, renamed, 'revise')
    const changed = await saved(city.editor, renamed, { title: '低保每月多少钱？' })
    await approve(city.approver, await submit(city.editor, changed))
    await agent.get(path)
    const views = await viewsOf(renamed)
    expect(views.map(({ entry, isRepeat }) => [entry.title, isRepeat])).toEqual([
      ['低保每月多少钱？', true],
      ['低保多少钱？', false],
    ])
  })

  it('29.23 holds who opened it in the admin, which does not count; a text that is not online is not read there', async () => {
    const live = await publish(city, city.bureau, { ...open, title: '谁能申请低保？' })
    const draft = await write(city.editor, city.bureau)
    for (const { id } of [draft, live])
      expect((await city.editor.get(`/api/knowledge/${id}`)).status).toBe(200)
    const [view] = await viewsOf(live)
    expect(view).toMatchObject({
      ...{ entry: { title: '谁能申请低保？' }, channel: 'admin', isRepeat: true },
      reader: { id: city.editor.id },
    })
    expect(await viewsOf(live)).toHaveLength(1)
    expect((await viewsFor(await as('centre'), { entry: draft.number })).total).toBe(0)
    // The first opening at the desk counts all the same.
    await city.editor.get(`/api/entries/${live.number}`)
    expect((await viewsOf(live))[0]).toMatchObject({ channel: 'desk', isRepeat: false })
  })

  it('29.9 is told to the unit, the one above it and the centre; to everybody about themselves', async () => {
    const asked = { entry: entry.number }
    for (const person of [city.editor, city.approver, above, await as('centre')]) {
      expect((await viewsFor(person, asked)).total).toBe(4)
    }
    expect((await viewsFor(city.stranger, asked)).total).toBe(0)
    for (const [person, own] of [
      [agent, {}],
      [city.stranger, { reader: 'me' }],
      [city.stranger, { reader: city.stranger.id }],
    ] as const) {
      const { views } = await viewsFor(person, { ...asked, ...own })
      expect(views.map(({ reader }) => reader?.id)).toEqual([person.id])
      const { views: all } = await viewsFor(person, own)
      expect(new Set(all.map(({ reader }) => reader?.id))).toEqual(new Set([person.id]))
    }
    expect((await viewsFor(agent, { ...asked, reader: city.stranger.id })).total).toBe(0)
    expect((await viewsFor(await as('centre'), {})).total).toBeGreaterThanOrEqual(4)
    for (const account of ['operator', 'auditor', 'staff'] as const) {
      expect((await viewsFor(await as(account), asked)).total).toBe(0)
    }
    expect(await anyone().get('/api/views')).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await key.get('/api/views')).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('29.10 goes with the entry: who answers for it now is told, who did before is not', async () => {
    const [from, into] = await Promise.all([
      found('department', '县残联', city.county),
      found('department', '市残联'),
    ])
    const people = { editor: await hire(from, 'editor'), approver: await hire(from, 'approver') }
    const next = await hire(into, 'editor')
    const moved = await publish(people, from, open)
    await agent.get(`/api/entries/${moved.number}`)
    await viewsOf(moved)
    const asked = { entry: moved.number }
    const told = async () =>
      Promise.all([above, next].map(async (person) => (await viewsFor(person, asked)).total))
    expect(await told()).toEqual([1, 0])
    const centre = await as('centre')
    expect((await centre.post(`/api/nodes/${from.id}/merge`, { into: into.id })).status).toBe(200)
    expect(await told()).toEqual([0, 1])
    expect((await viewsFor(next, { unit: into.id })).total).toBe(1)
  })

  it('29.11 is narrowed to a unit, a reader and days, page by page; what it does not know it refuses by name', async () => {
    const centre = await as('centre')
    const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
    const ofUnit = { unit: city.bureau.id, entry: entry.number }
    expect((await viewsFor(centre, ofUnit)).total).toBe(4)
    expect((await viewsFor(centre, { ...ofUnit, unit: city.county.id })).total).toBe(4)
    expect((await viewsFor(centre, { ...ofUnit, unit: city.elsewhere.id })).total).toBe(0)
    expect((await viewsFor(centre, { ...ofUnit, reader: agent.id })).total).toBe(1)
    expect((await viewsFor(city.stranger, { ...ofUnit, reader: 'me' })).total).toBe(1)
    expect((await viewsFor(centre, { ...ofUnit, from: today, to: today })).total).toBe(4)
    expect((await viewsFor(centre, { ...ofUnit, to: '2026-01-01' })).total).toBe(0)
    const earlier = await viewsFor(centre, { ...ofUnit, to: '2026-01-30' })
    expect(earlier).toMatchObject({ from: '2026-01-01', total: 0 })
    const { views, total, pageSize } = await viewsFor(centre, { ...ofUnit, page: '2' })
    expect({ views, total, pageSize }).toEqual({ views: [], total: 4, pageSize: 50 })
    const wrongDays = ['from=gestern', 'from=2026-13-01', 'to=2026-02-30']
    for (const wrong of [...wrongDays, 'entry=%27', 'unit=%20', 'page=0', 'reader=a%2Fb']) {
      expect(await centre.get(`/api/views?${wrong}`)).toMatchObject(refusal(400, 'badParameter'))
    }
  })

  it('29.12 is taken along as a file of what one is told, and that is on record', async () => {
    const taken = async (person: Person, asked: Record<string, string>) => {
      const answer = await person.fetch(`/api/views/export?${new URLSearchParams(asked)}`)
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      const [head, ...lines] = (await answer.text()).trimEnd().split('\r\n')
      expect(head?.replace('\uFEFF', '')).toBe(
        '时间（北京时间）,编号,当时的标题,读者,入口,查询的话,计入阅读次数',
      )
      return lines
    }
    const lines = await taken(city.editor, { entry: entry.number, unit: city.bureau.id })
    expect(lines).toHaveLength(4)
    expect(lines.join('\n')).toContain(`,${entry.number},低保怎样申请？,市民,市民网站,,是`)
    expect(await lastLine()).toMatchObject({
      ...{ action: 'views.export', by: city.editor.id },
      details: { number: entry.number, unit: city.bureau.name },
    })
    expect(await taken(city.stranger, { entry: entry.number })).toEqual([])
    expect(await taken(city.stranger, { entry: entry.number, reader: 'me' })).toHaveLength(1)
    for (const wrong of ['from=2026-13-01', 'reader=a%2Fb', 'entry=x']) {
      expect(await city.editor.get(`/api/views/export?${wrong}`)).toMatchObject(
        refusal(400, 'invalid'),
      )
    }
    expect(await anyone().get('/api/views/export')).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await key.get('/api/views/export')).toMatchObject(refusal(401, 'notSignedIn'))
  })

  it('29.13 no longer tells a reader the title of what was taken down; its unit it does', async () => {
    const title = '低保由张三办理？'
    const wrong = await publish(city, city.bureau, { ...open, title })
    await agent.get(`/api/entries/${wrong.number}`)
    await viewsOf(wrong)
    const asked = { entry: wrong.number }
    const titles = async (person: Person) =>
      (await viewsFor(person, asked)).views.map(({ entry }) => entry.title)
    expect(await titles(agent)).toEqual([title])
    await take(city.approver, wrong, 'withdraw', { kind: 'inError', sentence: '有误，已下架。' })
    expect(await titles(agent)).toEqual([''])
    expect(await titles(city.editor)).toEqual([title])
  })

  it('29.14 names the agent for whom a machine reads, each by themselves', async () => {
    const centre = await hotline()
    const agents = [await hire(centre, 'agent'), await hire(centre, 'agent')]
    const read = await publish(city, city.bureau, open)
    for (const { username } of agents) {
      const machine = withKey(key.token.slice('key:'.length), { 'X-Zhiku-Agent': username })
      expect((await machine.get(`/api/entries/${read.number}`)).status).toBe(200)
    }
    const views = await viewsOf(read)
    expect(new Set(views.map(({ reader }) => reader?.id))).toEqual(
      new Set(agents.map(({ id }) => id)),
    )
    expect(views.map(({ channel, isRepeat }) => [channel, isRepeat])).toEqual([
      ['system', false],
      ['system', false],
    ])
    expect((await viewsFor(agents[0]!, { entry: read.number })).total).toBe(1)
  })
})

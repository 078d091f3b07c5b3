import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, unique } from './city'
import { publish, take, type Entry } from './entries'
import { whenFound } from './searching'
import { written } from './tellAt'
import { openKey, withKey } from './key'
import { runScript, servedData } from '../server/run'

type Search = {
  id: string
  query: string
  reader: { id: string; name: string } | null
  channel: string
  filters: Record<string, unknown> | null
  page: number
  shown: string[]
  found: number
  outcome: string | null
}
type Searches = { searches: Search[]; total: number }
type Answer = { search: string | null; hits: { number: string }[]; total: number }
type View = { query: string | null; reader: { id: string } | null }

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const spider = 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)'

let city: Awaited<ReturnType<typeof foundCity>>
let centre: Person, agent: Person, key: Person
let open: Entry, closed: Entry
/** A word that no other entry has. */
let word: string

const searchesFor = async (person: Person, asked: Record<string, string>) => {
  const { status, body } = await person.get<Searches>(`/api/searches?${new URLSearchParams(asked)}`)
  expect(status).toBe(200)
  return body
}

async function recorded(id: string | null): Promise<Search> {
  await written()
  const found = (await searchesFor(centre, {})).searches.find((one) => one.id === id)
  if (!found) throw new Error(`${id} is not on record.`)
  return found
}

const search = async (person: Person, text: string, more = {}, path = '/api/search') => {
  const query = new URLSearchParams({ q: text, ...more })
  const { status, body } = await person.get<Answer>(`${path}?${query}`)
  expect(status).toBe(200)
  return body
}

const citizen = (path: string, browser: string) =>
  anyone().fetch(path, { headers: { 'user-agent': browser } })

async function viewsOf({ number }: Entry): Promise<View[]> {
  await written()
  return (await centre.get<{ views: View[] }>(`/api/views?entry=${number}`)).body.views
}

beforeAll(async () => {
  ;[city, centre, agent] = await Promise.all([foundCity(), as('centre'), as('agent')])
  key = await openKey({ audience: 'agent', unit: city.elsewhere.id })
  word = `检索${unique()}`
  open = await publish(city, city.bureau, {
    ...{ openToUnits: true, openToPublic: true, title: `${word}怎样申请？` },
  })
  closed = await publish(city, city.bureau, { title: `${word}内部怎样处理？` })
  await whenFound(centre, open, closed)
}, 180_000)

describe('检索记录', () => {
  it('29.15 holds each answer by its id: who asked what, by which filters, and what was shown, the first hit first', async () => {
    const answer = await search(agent, `${word}怎样`, { unit: city.bureau.id })
    expect(answer.hits.map(({ number }) => number).sort()).toEqual(
      [open.number, closed.number].sort(),
    )
    expect(await recorded(answer.search)).toMatchObject({
      ...{ query: `${word}怎样`, reader: { id: agent.id }, channel: 'desk', page: 1, found: 2 },
      ...{ filters: { unit: city.bureau.id }, outcome: null },
      shown: answer.hits.map(({ number }) => number),
    })
    const list = await agent.get<Answer>(`/api/entries?unit=${city.bureau.id}`)
    const onRecord = await recorded(list.body.search)
    expect(onRecord).toMatchObject({ query: '', reader: { id: agent.id } })
    expect(onRecord.shown).toEqual(expect.arrayContaining([open.number, closed.number]))
    const related = await agent.get<Answer>(`/api/entries/${open.number}/related`)
    expect(await recorded(related.body.search)).toMatchObject({ query: '' })
  })

  it('29.16 has no name and no address of a citizen, no robot, and no number of a person', async () => {
    const path = `/api/public/search?q=${encodeURIComponent(`${word} 13812345678 3012345`)}`
    const answer = (await (await citizen(path, firefox)).json()) as Answer
    // Other entries may hold such numbers.
    const shown = answer.hits.map(({ number }) => number)
    expect(shown).toContain(open.number)
    expect(shown).not.toContain(closed.number)
    const onRecord = await recorded(answer.search)
    expect(onRecord).toMatchObject({ reader: null, channel: 'portal', shown })
    expect(onRecord.query).toBe(`${word} 138****5678 30***45`)
    expect(JSON.stringify(onRecord)).not.toMatch(/session|Firefox|127\.0\.0\.1/)
    const asRobot = (await (await citizen(path, spider)).json()) as Answer
    expect(asRobot.search).toBeNull()
    const list = (await (await citizen('/api/public/entries', firefox)).json()) as Answer
    expect(list.search).toBeNull()
  })

  it('29.17 is told to the centre, of oneself to everybody, and to no system', async () => {
    const { search: id } = await search(city.stranger, word)
    await recorded(id)
    const own = await searchesFor(city.stranger, {})
    expect(own.searches.map((one) => one.id)).toContain(id)
    expect(new Set(own.searches.map(({ reader }) => reader?.id))).toEqual(
      new Set([city.stranger.id]),
    )
    for (const person of [agent, city.editor, city.approver, await as('auditor')]) {
      const asked = { reader: city.stranger.id }
      expect((await searchesFor(person, asked)).total).toBe(0)
    }
    const narrowed = { q: word, entry: closed.number, reader: city.stranger.id }
    const none = await searchesFor(centre, narrowed)
    expect(none.total).toBe(0)
    expect((await searchesFor(centre, { ...narrowed, entry: open.number })).total).toBe(1)
    expect(await anyone().get('/api/searches')).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await key.get('/api/searches')).toMatchObject(refusal(403, 'notAllowed'))
    expect(await centre.get('/api/searches?outcome=unknown')).toMatchObject(
      refusal(400, 'badParameter'),
    )
  })

  it('29.18 says of an opening what was asked before, and nothing of what somebody else had asked', async () => {
    const answer = await search(agent, word)
    const path = `/api/entries/${closed.number}?search=${answer.search}`
    expect((await agent.get(path)).status).toBe(200)
    expect((await centre.get(path)).status).toBe(200)
    const views = await viewsOf(closed)
    expect(views.find(({ reader }) => reader?.id === agent.id)?.query).toBe(word)
    expect(views.find(({ reader }) => reader?.id === centre.id)?.query).toBeNull()
    // Callers' words are the centre's to read, and one's own.
    const told = async (person: Person, more = '') =>
      (await person.get<{ views: View[] }>(`/api/views?entry=${closed.number}${more}`)).body.views
    for (const person of [city.editor, city.approver])
      expect((await told(person)).map(({ query }) => query)).toEqual([null, null])
    expect((await told(agent, '&reader=me')).map(({ query }) => query)).toEqual([word])
    expect(await agent.get(`/api/entries/${closed.number}?search=x`)).toMatchObject(
      refusal(400, 'badParameter'),
    )
  })

  it('29.19 knows what a citizen asked before from what was shown, and addresses stay everybody’s', async () => {
    const page = await citizen(`/search?q=${encodeURIComponent(word)}`, firefox)
    expect(await page.text()).toContain(`href="/e/${open.number}"`)
    expect((await citizen(`/e/${open.number}`, firefox)).status).toBe(200)
    const views = await viewsOf(open)
    expect(views[0]).toMatchObject({ reader: null, query: word })
  })
})

describe('用上了', () => {
  const used = (person: Person, { number }: Entry, sent: object = {}) =>
    person.post<Body>(`/api/entries/${number}/used`, sent)

  it('29.20 is kept once it is answered and on record a moment later, and the same use when it is told again of the same search', async () => {
    const answer = await search(agent, word)
    const first = await used(agent, open, { search: answer.search })
    expect(first).toMatchObject({
      status: 200,
      body: { number: open.number, search: answer.search, at: expect.any(String) as unknown },
    })
    expect(await used(agent, open, { search: answer.search })).toMatchObject({
      status: 200,
      body: first.body,
    })
    const another = await used(agent, open)
    expect(another.body.id).not.toBe(first.body.id)
    const machine = withKey(key.token.slice('key:'.length), { 'X-Zhiku-Agent': 'agent' })
    expect((await used(machine, open)).status).toBe(200)
  })

  it('29.21 is refused where the text is not theirs to read, from another site, and of what nobody understands', async () => {
    expect(await used(city.stranger, closed)).toMatchObject(refusal(404, 'notFound'))
    expect(await used(anyone(), open)).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await used(agent, open, { search: 'x' })).toMatchObject(refusal(400, 'badParameter'))
    expect(await used(agent, open, { entry: 'x' })).toMatchObject(refusal(400, 'badParameter'))
    expect(await agent.get(`/api/entries/${open.number}/used`)).toMatchObject(
      refusal(405, 'methodNotAllowed'),
    )
    const foreign = await anyone().fetch(`/api/entries/${open.number}/used`, {
      ...{ method: 'POST', body: '{}' },
      headers: { cookie: `payload-token=${agent.token}`, 'sec-fetch-site': 'cross-site' },
    })
    expect(foreign.status).toBe(403)
    await take(city.approver, closed, 'withdraw', { kind: 'inError', sentence: '内容有误' })
    const unknown = { search: randomUUID() }
    expect(await used(agent, closed, unknown)).toMatchObject(refusal(404, 'notFound'))
  })
})

describe('npm run recount', () => {
  it('29.22 counts readings anew from the record, with the same result', async () => {
    const read = await publish(city, city.bureau, { openToUnits: true })
    for (const person of [agent, city.stranger]) await person.get(`/api/entries/${read.number}`)
    await viewsOf(read)
    for (let time = 0; time < 2; time += 1) {
      const { code, output } = await runScript('run', ['recount'], { ZHIKU_DATA_DIR: servedData })
      expect(output).toMatch(/已按记录重新计数 \d+ 天/)
      expect(code).toBe(0)
      const { body } = await centre.get<Body>(`/api/worklist?unit=${city.bureau.id}`)
      expect(body.docs.find(({ id }) => id === read.id)?.views).toBe(2)
    }
  })
})

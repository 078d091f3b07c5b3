import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone, as } from '../server/people'
import type { Body } from './answers'
import { foundCity } from './city'
import { approve, publish, saved, submit, take, type Entry } from './entries'
import { written } from './tellAt'

let city: Awaited<ReturnType<typeof foundCity>>
beforeAll(async () => {
  city = await foundCity()
}, 120_000)

const open = { openToUnits: true, openToPublic: true }
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

type Headers = Record<string, string>
const citizen = (path: string, headers: Headers = {}) =>
  anyone().fetch(path, { headers: { 'user-agent': firefox, ...headers } })
const text = async (path: string, headers: Headers = {}) => (await citizen(path, headers)).text()
const page = ({ number }: Entry) => `/e/${number}`

const etagOf = async (path: string) => (await citizen(path)).headers.get('etag')

describe('a page of citizens', () => {
  it('85.1 shows what was approved, changed, closed and taken down to whoever asks next', async () => {
    const entry = await publish(city, city.bureau, { ...open, summary: '原来的答复。' })
    expect(await text(page(entry))).toContain('原来的答复。')
    const unit = `/units/${city.bureau.id}`
    expect(await text(unit)).toContain(entry.title)
    await take(city.editor, entry, 'revise')
    const next = await saved(city.editor, entry, { summary: '新的答复。' })
    expect(await text(page(entry))).toContain('原来的答复。')
    await submit(city.editor, next)
    await approve(city.approver, next)
    expect(await text(page(entry))).toContain('新的答复。')
    await take(city.approver, next, 'close', { to: 'public' })
    expect((await citizen(page(entry))).status).toBe(404)
    expect(await text(unit)).not.toContain(entry.title)
    await take(city.approver, next, 'open', { to: 'public' })
    expect((await citizen(page(entry))).status).toBe(200)
    await take(city.approver, next, 'withdraw', {
      kind: 'inError',
      sentence: '内容有误，正在核对。',
    })
    const gone = await citizen(page(entry))
    expect([gone.status, await gone.text()]).toEqual([
      410,
      expect.stringContaining('内容有误，正在核对。'),
    ])
  })

  it('85.2 shows a unit under its new name', async () => {
    const entry = await publish(city, city.bureau, open)
    expect(await text(page(entry))).toContain(city.bureau.name)
    const name = `${city.bureau.name}新`
    const renamed = await (await as('centre')).patch(`/api/nodes/${city.bureau.id}`, { name })
    expect(renamed.status).toBe(200)
    for (const path of [page(entry), `/units/${city.bureau.id}`, '/'])
      expect(await text(path)).toContain(name)
  })

  it('85.3 is not sent again to a browser that has it, and is no longer the same once it changed', async () => {
    const entry = await publish(city, city.bureau, open)
    const first = await citizen(page(entry))
    const etag = first.headers.get('etag')!
    expect(etag).toMatch(/^W\/"/)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(first.headers.get('vary')).toMatch(/Cookie.*Accept-Encoding/)
    const again = await citizen(page(entry), { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await citizen(page(entry), {
      'if-none-match': etag,
      cookie: 'zhiku-language=en',
    })
    expect(other.status).toBe(200)
    await take(city.approver, entry, 'close', { to: 'public' })
    expect((await citizen(page(entry), { 'if-none-match': etag })).status).toBe(404)
  })

  it('85.10 is still the same to a browser that has it after something else changed', async () => {
    const entry = await publish(city, city.bureau, open)
    const paths = [page(entry), '/accessibility', '/about']
    const before = await Promise.all(paths.map(etagOf))
    const other = await publish(city, city.bureau, { openToUnits: true, openToPublic: false })
    expect(other.number).not.toBe(entry.number)
    expect(await Promise.all(paths.map(etagOf))).toEqual(before)
  })

  it('85.11 names itself in its head, where robots look for it', async () => {
    const entry = await publish(city, city.bureau, open)
    const unit = `/units/${city.bureau.id}`
    for (const [path, name] of [
      [page(entry), entry.title],
      [unit, city.bureau.name],
      ['/cases', '典型案件'],
    ] as const) {
      const [head = '', body] = (await text(path)).split('</head>')
      expect(/<title>(.*?)<\/title>/.exec(head)?.[1]).toContain(name)
      expect(/<link rel="canonical" href="(.*?)"/.exec(head)?.[1]).toMatch(new RegExp(`${path}$`))
      expect(body).not.toContain('<title>')
    }
  })

  it('85.4 is what its language and 长辈版 make of it, compressed or not', async () => {
    const path = '/accessibility'
    const plain = { 'accept-encoding': 'identity' }
    const usual = await text(path, plain)
    expect(await text(path)).toBe(usual)
    expect(usual).toContain('lang="zh-CN"')
    expect(await text(path, { cookie: 'zhiku-language=en' })).toContain('lang="en"')
    expect(await text(path, { cookie: 'zhiku-view=elder; other=1' })).toContain('data-view="elder"')
    expect(await text(path)).toBe(usual)
  })

  it('85.5 of somebody signed in is theirs alone, whoever came first', async () => {
    const session = { cookie: `payload-token=${city.approver.token}` }
    const isOurs = async (headers: Headers) => (await text('/', headers)).includes('href="/login"')
    const before = [await isOurs({}), await isOurs(session)]
    const own = await citizen('/', session)
    expect(own.headers.get('etag')).toBeNull()
    expect(own.headers.get('cache-control')).toContain('no-store')
    expect([...before, await isOurs({})]).toEqual([true, false, true])
    // What is open to units alone is read with a session, and never without one.
    const inside = await publish(city, city.bureau, { openToUnits: true, openToPublic: false })
    expect((await citizen(page(inside), session)).status).toBe(200)
    expect((await citizen(page(inside))).status).toBe(404)
  })

  it('85.6 that many were shown is read by each of them, and by no robot', async () => {
    const entry = await publish(city, city.bureau, open)
    const shown = await citizen(page(entry))
    const etag = shown.headers.get('etag')!
    for (const reader of ['one', 'two', 'three'])
      expect((await citizen(page(entry), { 'user-agent': `${firefox} ${reader}` })).status).toBe(
        200,
      )
    const known = { 'user-agent': `${firefox} four`, 'if-none-match': etag }
    expect((await citizen(page(entry), known)).status).toBe(304)
    const unread: Headers[] = [{ 'user-agent': 'Baiduspider/2.0' }, { 'sec-purpose': 'prefetch' }]
    for (const more of unread) expect((await citizen(page(entry), more)).status).toBe(200)
    const head = { method: 'HEAD', headers: { 'user-agent': `${firefox} head` } }
    const asked = await anyone().fetch(page(entry), head)
    expect([asked.status, asked.headers.get('etag'), await asked.text()]).toEqual([200, etag, ''])
    await written()
    const { body } = await city.editor.get<Body>(`/api/worklist?unit=${city.bureau.id}`)
    expect(body.docs.find(({ id }) => id === entry.id)?.views).toBe(5)
  })

  it('85.7 with what somebody said of it, or what no page understands, is made for them', async () => {
    const entry = await publish(city, city.bureau, open)
    for (const query of ['helpful=true', 'x=1', 'page=1&page=2']) {
      const answer = await citizen(`${page(entry)}?${query}`)
      expect([answer.status, answer.headers.get('etag')]).toEqual([200, null])
    }
    const search = await citizen(`/search?q=${encodeURIComponent(entry.title)}`)
    expect([search.status, search.headers.get('etag')]).toEqual([200, null])
  })
})

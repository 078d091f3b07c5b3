import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { createFront } from '@/front'
import { forgetSessions } from '@/workflow/accounts/forgetSessions'
import type { SearchEngine } from '@/search/types'
import { liveRow } from '../reading/publications'
import { agent, type Account } from './agent'
import type { NewLine } from '@/workflow/audit/append'
import type { View } from '@/workflow/usage/views'

let account: Account | null = null
const noted: NewLine[] = []
const viewed: View[] = []
const logged: unknown[] = []
let [isBroken, openToPublic] = [false, true]

const payload = {
  authStrategies: [{ name: 'fake', authenticate: async () => ({ user: account }) }],
  logger: { error: (line: unknown) => logged.push(line) },
  db: {
    readRows: async () => {
      if (isBroken) throw new Error('Failed query: params: 张三的身份证')
      return [liveRow({ openToPublic })]
    },
    countGroups: async () => [{ count: 1 }],
  },
  find: async ({ where }: { where: object }) => ({
    ...{ docs: JSON.stringify(where).includes('"agent"') ? [agent] : [], totalDocs: 1 },
  }),
} as unknown as Payload

let server: Server
let address: string
/** What Next would find. */
let seen: IncomingHttpHeaders = {}

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(address + path, { headers: { connection: 'close', ...headers }, method })

const as = (person: Account | null) => {
  account = person
  forgetSessions()
  return { authorization: 'JWT x' }
}

beforeAll(async () => {
  const front = createFront({
    payload,
    engine: {} as SearchEngine,
    limits: { publicSearches: 2, publicSuggestions: 2, publicReports: 2 },
    note: (_payload, line) => noted.push(line),
    ...{ view: (_payload, view) => viewed.push(view), show: () => null },
    rest: async (_payload, _req, res) => void res.writeHead(202).end(),
  })
  server = createServer((req, res) => {
    void front(req, res).then((isAnswered) => {
      seen = req.headers
      if (!isAnswered) res.writeHead(204).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((closed) => server.close(closed)))

describe('the lean path', () => {
  test('leaves pages to Next, and the rest of the API to Payload', async () => {
    for (const page of ['/', '/admin', '/apiary']) expect((await get(page)).status).toBe(204)
    const rest = ['/api', '/api/knowledge', '/api/entries/a/b', '/%61pi/knowledge']
    for (const path of rest) expect((await get(path)).status).toBe(202)
  })

  test.each(['/api/knowledge', '/api/audit', '/%61pi/knowledge', '//localhost//api/knowledge'])(
    'lets nobody without a session write, whoever else stands behind: %s',
    async (path) => {
      for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
        const answer = await get(path, as(null), method)
        expect(answer.status).toBe(401)
        expect(answer.headers.get('content-type')).toMatch(/json|text\/plain/)
      }
      expect((await get(path, as(agent), 'POST')).status).toBe(202)
    },
  )

  test('says to Payload’s forms in their own way too what is wrong, and has nobody keep it', async () => {
    const answer = await get('/api/knowledge', as(null), 'POST')
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const detail = '请先登录，或提供有效的接口密钥。'
    expect(await answer.json()).toMatchObject({
      code: 'notSignedIn',
      errors: [{ message: detail }],
    })
  })

  test('lets those who must first change their password do so', async () => {
    const first = { ...agent, mustChangePassword: true }
    expect((await get('/api/users/change-password', as(first), 'POST')).status).toBe(202)
  })

  test('tells who is behind what from where, and nothing of what was sent', async () => {
    await get('/', { 'x-forwarded-for': '8.8.8.8, 203.0.113.9', 'x-forwarded-proto': 'https' })
    expect(seen).toMatchObject({ 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' })
  })

  test('finds nothing at an address that holds half a character', async () => {
    expect((await get('/api/entries/%E4%BD/related')).status).toBe(404)
  })

  test('answers an entry to a signed-in person, kept by nobody', async () => {
    const answer = await get('/api/entries/ZS000001', as(agent))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.json()).toMatchObject({ number: 'ZS000001' })
  })

  test('compresses what is worth it for whoever can read it, and says which', async () => {
    const zipped = await get('/api/openapi.json', { 'accept-encoding': 'br, gzip' })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(zipped.headers.get('vary')).toBe('accept-encoding')
    const etag = zipped.headers.get('etag') ?? ''
    expect(await zipped.json()).toMatchObject({ openapi: '3.1.0' })
    for (const coding of ['identity', 'gzip;q=0', 'deflate']) {
      const plain = await get('/api/openapi.json', { 'accept-encoding': coding })
      expect(plain.headers.get('content-encoding')).toBeNull()
      expect(plain.headers.get('etag')).toBe(etag)
    }
    const asked = { 'accept-encoding': 'gzip', 'if-none-match': `"other", ${etag.slice(2)}` }
    expect((await get('/api/openapi.json', asked)).status).toBe(304)
    const head = await get('/api/openapi.json', { 'accept-encoding': 'gzip' }, 'HEAD')
    expect(head.headers.get('content-length')).toBe(zipped.headers.get('content-length'))
  })

  test('counts who opens a text: a person by name, a citizen as a session, a robot not', async () => {
    viewed.length = 0
    await get('/api/entries/ZS000001', as(agent))
    await get('/api/public/entries/ZS000001', { 'user-agent': 'Mozilla/5.0 Firefox/140.0' })
    await get('/api/public/entries/ZS000001', { 'user-agent': 'Baiduspider/2.0' })
    const opened = { entry: 'entry', number: 'ZS000001', title: liveRow({}).title }
    const keyed = expect.stringMatching(/^[\w-]{43}$/)
    expect(viewed).toEqual([
      { ...opened, channel: 'desk', reader: 'agent-id', readerName: agent.name, unit: agent.unit },
      { ...opened, channel: 'portal', session: keyed, place: keyed },
    ])
  })

  test('notes who reads what is not open to the public, and nothing else', async () => {
    noted.length = 0
    await get('/api/entries/ZS000001', as(agent))
    await get('/api/entries', as(agent))
    await get('/api/public/entries/ZS000001', as(agent))
    expect(noted).toEqual([])
    openToPublic = false
    await get('/api/entries/ZS000001', as(agent))
    openToPublic = true
    expect(noted).toEqual([
      {
        action: 'entry.read',
        by: 'agent-id',
        byName: '林小满',
        subject: 'entry',
        subjectName: 'ZS000001 怎样申请?',
      },
    ])
  })

  test.each([
    ['nobody', null],
    ['an account that is switched off', { ...agent, isActive: false }],
    ['an account that must first change its password', { ...agent, mustChangePassword: true }],
  ])('asks %s to sign in', async (_, person) => {
    const answer = await get('/api/entries', as(person))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({
      status: 401,
      code: 'notSignedIn',
      title: '尚未登录',
    })
  })

  test('speaks English to those who ask for it', async () => {
    const answer = await get('/api/entries', { ...as(null), 'accept-language': 'en-GB,en' })
    expect(await answer.json()).toMatchObject({ title: 'Not signed in' })
  })

  test('names the parameter that is wrong', async () => {
    const answer = await get('/api/public/entries?page=zero')
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'badParameter', parameter: 'page' })
  })

  test('is read, never written', async () => {
    const answer = await get('/api/public/entries', {}, 'POST')
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
    expect((await get('/api/public/entries', {}, 'HEAD')).status).toBe(200)
  })

  test('tells a client that its copy of a public answer still holds', async () => {
    const etag = (await get('/api/public/entries')).headers.get('etag') ?? ''
    expect((await get('/api/public/entries', { 'if-none-match': etag })).status).toBe(304)
  })

  test('fails without telling anybody what was asked', async () => {
    isBroken = true
    const answer = await get('/api/public/entries')
    isBroken = false
    expect(answer.status).toBe(500)
    expect(JSON.stringify(await answer.json()) + JSON.stringify(logged)).not.toContain('张三')
  })
})

describe('a machine that asks for an agent', () => {
  const system = { id: 'system-id', collection: 'systems', name: '呼叫平台', audience: 'agent' }

  test('is on record under both names, without the words asked', async () => {
    const answer = await get('/api/entries?unit=housing', {
      ...as(system),
      'x-zhiku-agent': 'agent',
    })
    expect(answer.status).toBe(200)
    expect(noted.at(-1)).toMatchObject({
      action: 'key.search',
      by: 'system-id',
      byName: '呼叫平台',
      subject: 'agent-id',
      subjectName: '林小满',
    })
  })

  test('has what it read on record, as far as it is not open to the public', async () => {
    noted.length = 0
    await get('/api/entries/ZS000001', as(system))
    expect(noted).toEqual([])
    openToPublic = false
    await get('/api/entries/ZS000001', as(system))
    openToPublic = true
    expect(noted).toMatchObject([{ action: 'key.entry', by: 'system-id', subject: 'entry' }])
  })

  test('is refused where no such agent works here', async () => {
    const answer = await get('/api/entries', { ...as(system), 'x-zhiku-agent': 'nobody' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'unknownAgent' })
  })
})

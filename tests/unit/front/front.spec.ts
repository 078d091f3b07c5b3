import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { createFront } from '@/front'
import { forgetSessions } from '@/workflow/forgetSessions'
import type { SearchEngine } from '@/search/types'
import { liveRow } from '../reading/publications'
import type { NewLine } from '@/workflow/audit/append'
import type { View } from '@/workflow/views/noteView'

type Account = Record<string, unknown>

const agent: Account = {
  id: 'agent-id',
  collection: 'users',
  username: 'agent',
  name: '林小满',
  roles: ['agent'],
  unit: 'centre',
  isActive: true,
}

let account: Account | null = null
const noted: NewLine[] = []
const viewed: View[] = []
const logged: unknown[] = []
let isBroken = false
let openToPublic = true

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
  find: async ({ where }: { where: Record<string, unknown> }) => {
    const isAsked = JSON.stringify(where).includes('"agent"')
    return { docs: isAsked ? [agent] : [], totalDocs: 1 }
  },
} as unknown as Payload

let server: Server
let address: string

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
    limits: { publicSearches: 2, publicSuggestions: 2, failedLogins: 1 },
    note: (_payload, line) => noted.push(line),
    view: (_payload, view) => viewed.push(view),
  })
  server = createServer((req, res) => {
    void front(req, res).then((isAnswered) => {
      if (!isAnswered) res.writeHead(req.url === '/api/users/login' ? 401 : 204).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((closed) => server.close(closed)))

describe('the lean path', () => {
  test('leaves pages and the addresses of Payload to Next', async () => {
    for (const path of ['/', '/admin', '/api/knowledge', '/api/entries/a/b']) {
      expect((await get(path)).status).toBe(204)
    }
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

  test('counts who opens a text: a person by name, a citizen as a session, a robot not', async () => {
    viewed.length = 0
    await get('/api/entries/ZS000001', as(agent))
    const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    await get('/api/public/entries/ZS000001', { 'user-agent': browser })
    await get('/api/public/entries/ZS000001', { 'user-agent': 'Baiduspider/2.0' })
    expect(viewed).toEqual([
      { entry: 'entry', channel: 'desk', reader: 'agent-id' },
      { entry: 'entry', channel: 'portal', session: expect.stringMatching(/^[\w-]{43}$/) },
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

describe('limits', () => {
  test('too many public searches are told when to come back', async () => {
    const path = '/api/public/search?page=0'
    const answers = [await get(path), await get(path), await get(path)]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 429])
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('failed sign-ins are counted, and at last refused', async () => {
    expect((await get('/api/users/login', {}, 'POST')).status).toBe(401)
    expect((await get('/api/users/login', {}, 'POST')).status).toBe(429)
  })
})

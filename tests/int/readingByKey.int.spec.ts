import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { anyone, as, baseUrl } from '../server/people'

const keys = { agent: randomUUID(), public: randomUUID() }
let closed = ''

const ask = (path: string, key: string, more: Record<string, string> = {}) =>
  fetch(baseUrl + path, { headers: { authorization: `systems API-Key ${key}`, ...more } })

beforeAll(async () => {
  const operator = await as('operator')
  const { body } = await operator.get<{ user: { unit: string | { id: string } } }>('/api/users/me')
  const { unit } = body.user
  for (const [audience, apiKey] of Object.entries(keys)) {
    const made = await operator.post('/api/systems', {
      name: `呼叫平台 ${audience}`,
      audience,
      unit: typeof unit === 'string' ? unit : unit.id,
      responsible: '王工',
      purpose: '来电弹屏',
      enableAPIKey: true,
      apiKey,
    })
    if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  }
  const agent = await as('agent')
  for (let page = 1; closed === ''; page++) {
    const list = await agent.get<{ entries: { number: string; openToPublic: boolean }[] }>(
      `/api/entries?page=${page}`,
    )
    closed = list.body.entries.find(({ openToPublic }) => !openToPublic)?.number ?? ''
  }
})

describe('a key of the call-centre software', () => {
  test('with the audience of an agent reads what agents read', async () => {
    expect((await ask(`/api/entries/${closed}`, keys.agent)).status).toBe(200)
  })

  test('with the audience of the public reads what citizens read', async () => {
    expect((await ask(`/api/entries/${closed}`, keys.public)).status).toBe(404)
    expect((await ask('/api/entries', keys.public)).status).toBe(200)
  })

  test('that nobody made is no key', async () => {
    expect((await ask('/api/entries', randomUUID())).status).toBe(401)
  })

  test('opens no working copy and takes no step', async () => {
    const headers = { authorization: `systems API-Key ${keys.agent}` }
    const copies = await fetch(`${baseUrl}/api/knowledge`, { headers })
    expect(copies.status).toBe(401)
    const body = JSON.stringify({ revision: 1 })
    const step = await fetch(`${baseUrl}/api/knowledge/${randomUUID()}/submit`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    })
    expect([401, 403, 404]).toContain(step.status)
  })

  test('asking for an agent leaves a line in the audit log, without what was asked', async () => {
    const words = '我要投诉隔壁老王'
    const path = `/api/search?q=${encodeURIComponent(words)}`
    expect((await ask(path, keys.agent, { 'x-zhiku-agent': 'agent' })).status).toBe(200)
    const log = await (
      await as('auditor')
    ).get<{ docs: { action: string; byName: string; subjectName: string }[] }>(
      '/api/audit?where[action][equals]=key.search&limit=1&sort=-at',
    )
    expect(log.body.docs[0]?.byName).toBe('呼叫平台 agent')
    expect(JSON.stringify(log.body)).not.toContain(words)
  })

  test('asking for somebody who is no agent is refused', async () => {
    const answer = await ask('/api/search?q=x', keys.agent, { 'x-zhiku-agent': 'editor' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'unknownAgent' })
  })
})

describe('a session', () => {
  test('ends on the lean path with the sign-out', async () => {
    const { password } = await import('../server/launch.mjs')
    const login = await anyone().post<{ token: string }>('/api/users/login', {
      username: 'staff',
      password,
    })
    const headers = { authorization: `JWT ${login.body.token}` }
    expect((await fetch(`${baseUrl}/api/tree`, { headers })).status).toBe(200)
    await fetch(`${baseUrl}/api/users/logout`, { method: 'POST', headers })
    expect((await fetch(`${baseUrl}/api/tree`, { headers })).status).toBe(401)
  })
})

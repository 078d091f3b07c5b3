import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { copyData } from '../server/database.mjs'
import { launch, password } from '../server/launch.mjs'
import { freshData } from '../server/run'

const folder = mkdtempSync(join(tmpdir(), 'zhiku-path-'))
const dataDir = join(folder, 'data')
let server: Awaited<ReturnType<typeof launch>>

beforeAll(async () => {
  await copyData(freshData, dataDir)
  server = await launch({ dataDir, env: { ZHIKU_URL: 'https://city.example.cn/zhiku/' } })
})
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: 'manual', ...init })
const sent = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

describe.each([
  ['takes off the path', ''],
  ['leaves it', '/zhiku'],
])('a site below a path of its host, behind a proxy that %s', (_, prefix) => {
  it('answers the public and who signs in', async () => {
    const found = await ask(`${prefix}/api/public/search?q=${encodeURIComponent('公积金')}`)
    expect(found.status).toBe(200)
    const login = await ask(`${prefix}/api/users/login`, sent({ username: 'agent', password }))
    expect(login.status).toBe(200)
    const [cookie = '', before = ''] = login.headers.getSetCookie()
    // Other sites of the host are not sent it.
    expect(cookie.split('; ')).toContain('Path=/zhiku')
    // One from when the site stood at the root would be taken in its place.
    expect(before.split('; ')).toEqual(['payload-token=', 'Path=/', 'Max-Age=0', 'HttpOnly'])
    const me = await ask(`${prefix}/api/users/me`, { headers: { cookie: cookie.split(';')[0]! } })
    expect(await me.json()).toMatchObject({ user: { username: 'agent' } })
  })

  it('takes back the session’s cookie where it set it', async () => {
    const login = await ask(`${prefix}/api/users/login`, sent({ username: 'staff', password }))
    const [cookie = ''] = login.headers.getSetCookie()
    const headers = { cookie: cookie.split(';')[0]! }
    const gone = await ask(`${prefix}/api/users/logout`, { method: 'POST', headers })
    expect(gone.status).toBe(200)
    const [cleared, before] = gone.headers.getSetCookie()
    expect(cleared).toMatch(/^payload-token=;.*Path=\/zhiku(;|$)/)
    expect(before).toMatch(/^payload-token=; Path=\/; Max-Age=0;/)
  })

  it('tells programs where its addresses begin', async () => {
    const told = await ask(`${prefix}/api/openapi.json`)
    expect(await told.json()).toMatchObject({ servers: [{ url: '/zhiku' }] })
  })

  it('leads whoever has no JavaScript on below it', async () => {
    const found = await ask(`${prefix}/api/public/entries`)
    const { entries } = (await found.json()) as { entries: { number: string }[] }
    const number = entries[0]!.number
    const answer = await ask(`${prefix}/api/public/entries/${number}/helpful`, {
      method: 'POST',
      body: new URLSearchParams({ helpful: 'true' }),
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/zhiku\/e\/[A-Z]+\d+/)
  })
})

import { beforeAll, describe, expect, it } from '@jest/globals'
import { password } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, hire, openAccount, unique } from './city'
import { complete, copyOf, write } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let operator: Person
beforeAll(async () => {
  city = await foundCity()
  operator = await as('operator')
})

const signIn = (username: string, word = password) =>
  anyone().post<Body>('/api/users/login', { username, password: word })
const bearing =
  (token: string) =>
  (path: string, more: Record<string, string> = {}) =>
    anyone().fetch(path, { headers: { Authorization: `JWT ${token}`, ...more } })
const isOpen = async (token: string) => (await bearing(token)('/api/knowledge')).status === 200

describe('nobody raises their own rights', () => {
  it.each([
    ['roles', { roles: ['centre', 'operator'] }],
    ['unit', { unit: 'hotline' }],
    ['activation', { isActive: true, mustChangePassword: false }],
    ['password', { password: 'another-2026' }],
    ['secrets', { hash: 'x', salt: 'y', sessions: [], loginAttempts: 0 }],
  ])('12.1 by saving their own account: %s', async (_what, data) => {
    const { editor } = city
    expect((await editor.patch(`/api/users/${editor.id}`, data)).status).toBe(403)
    expect((await editor.patch(`/api/users?where[id][equals]=${editor.id}`, data)).status).toBe(403)
    const { body } = await operator.get<Body>(`/api/users/${editor.id}?depth=0`)
    expect(body).toMatchObject({ roles: ['editor'], unit: city.bureau.id })
  })

  it('12.2 by opening another account, copying one, or being the first', async () => {
    const account = { username: unique(), name: '新', password, roles: ['operator'] }
    const wishes = { ...account, unit: city.bureau.id, isActive: true }
    expect((await city.editor.post('/api/users', wishes)).status).toBe(403)
    expect((await anyone().post('/api/users', wishes)).status).toBe(401)
    expect((await anyone().post('/api/users/first-register', wishes)).status).toBe(401)
    const copy = await operator.post(`/api/users/${operator.id}/duplicate`, {})
    expect(copy.status).toBeGreaterThanOrEqual(400)
    expect((await signIn(account.username)).status).toBe(401)
  })

  it('12.3 by a token: it names the person and no rights, and a changed one is worth nothing', async () => {
    const [head = '', claims = '', signature = ''] = city.editor.token.split('.')
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object
    expect(Object.keys(said)).not.toContain('roles')
    expect(Object.keys(said)).not.toContain('unit')
    const other = Buffer.from(JSON.stringify({ ...said, id: operator.id })).toString('base64url')
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    const forged = [
      `${head}.${other}.${signature}`,
      `${unsigned}.${other}.`,
      `${unsigned}.${claims}.`,
    ]
    for (const token of forged) expect(await isOpen(token)).toBe(false)
  })
})

describe('passwords', () => {
  it('12.4 an account that must change its password does nothing before it has', async () => {
    const more = { unit: city.bureau.id, roles: ['editor'], mustChangePassword: true }
    const { body } = await openAccount(more)
    const person = await as(String(body.doc.username))
    const denied = [
      await person.get('/api/knowledge'),
      await person.get('/api/nodes'),
      await person.get('/api/worklist'),
      await person.post('/api/knowledge', complete(city.bureau)),
    ]
    expect(denied.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    const change = { current: password, next: 'neues-wort-2026' }
    expect((await person.post('/api/users/change-password', change)).status).toBe(200)
    const { body: again } = await signIn(String(body.doc.username), change.next)
    expect(await isOpen(again.token)).toBe(true)
    expect((await signIn(String(body.doc.username))).status).toBe(401)
  })

  it.each([
    ['the wrong one before', { current: 'falsch-2026', next: 'neues-wort-2026' }, 'current'],
    ['none before', { next: 'neues-wort-2026' }, 'current'],
    ['a short one', { current: password, next: 'kurz1' }, 'next'],
    ['letters only', { current: password, next: 'nurbuchstaben' }, 'next'],
    ['digits only', { current: password, next: '1234567890' }, 'next'],
    ['the same again', { current: password, next: password }, 'next'],
    ['no text', { current: password, next: 1234567890 }, 'current'],
  ])('12.5 a password is not changed with %s', async (_what, change, field) => {
    const answer = await city.stranger.post('/api/users/change-password', change)
    expect(answer).toMatchObject(refusal(400, 'invalid'))
    expect(answer.body).toMatchObject({ fields: [field] })
    expect((await signIn(city.stranger.username)).status).toBe(200)
  })

  it('12.6 with a new password, older sessions are over: whoever knew the old one is out', async () => {
    const { body } = await openAccount({ unit: city.bureau.id, roles: ['editor'] })
    const username = String(body.doc.username)
    const [first, second] = [await signIn(username), await signIn(username)]
    const change = JSON.stringify({ current: password, next: 'neues-wort-2026' })
    const headers = { Authorization: `JWT ${first.body.token}`, 'Content-Type': 'application/json' }
    await anyone().fetch('/api/users/change-password', { method: 'POST', headers, body: change })
    expect(await isOpen(second.body.token)).toBe(false)
    const third = await signIn(username, 'neues-wort-2026')
    await operator.patch(`/api/users/${body.doc.id}`, { password: 'drittes-wort-2026' })
    expect(await isOpen(third.body.token)).toBe(false)
  })

  it('12.7 no password is sent or reset by mail', async () => {
    const ask = { username: city.editor.username, email: 'a@b.cn' }
    const asked = await anyone().post('/api/users/forgot-password', ask)
    expect(asked).toMatchObject(refusal(403, 'notAllowed'))
    const reset = { token: 'x', password: 'neues-wort-2026' }
    expect((await anyone().post('/api/users/reset-password', reset)).status).toBe(403)
    expect((await anyone().post('/api/users/verify/x')).status).toBeGreaterThanOrEqual(400)
  })
})

describe('signing in and out', () => {
  it('12.8 after five wrong passwords the account is locked for the place they came from, also for the right one, until the operator unlocks it', async () => {
    const { body } = await openAccount({ unit: city.bureau.id, roles: ['staff'] })
    const username = String(body.doc.username)
    for (let guess = 1; guess <= 5; guess += 1) {
      expect((await signIn(username, `geraten-${guess}`)).status).toBe(401)
    }
    expect(await signIn(username)).toMatchObject(refusal(401, 'locked'))
    for (const person of [city.editor, await as('centre'), await as('agent'), anyone()]) {
      const answer = await person.post('/api/users/unlock', { username })
      expect([401, 403]).toContain(answer.status)
    }
    expect((await signIn(username)).status).toBe(401)
    expect((await operator.post('/api/users/unlock', { username })).status).toBe(200)
    expect((await signIn(username)).status).toBe(200)
  })

  it('12.9 a wrong password and a name that does not exist are refused in the same words', async () => {
    const wrong = await signIn(city.editor.username, 'falsch')
    const unknown = await signIn(`gibt-es-nicht-${unique()}`, 'falsch')
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(unknown.body).toEqual(wrong.body)
  })

  it.each([
    ['nothing', {}],
    ['an object for a name', { username: { like: '%' }, password }],
    ['a list for a password', { username: 'operator', password: [password] }],
    ['a name that is a query', { username: "' or 1=1 --", password }],
  ])('12.10 nobody signs in with %s', async (_what, sent) => {
    const { status } = await anyone().post('/api/users/login', sent)
    expect([400, 401]).toContain(status)
  })

  it('12.11 after signing out the token is worth nothing', async () => {
    const person = await hire(city.bureau, 'editor')
    expect(await isOpen(person.token)).toBe(true)
    expect((await person.post('/api/users/logout')).status).toBe(200)
    expect(await isOpen(person.token)).toBe(false)
  })

  it('12.12 a switched-off account has no session any more, and none worth renewing', async () => {
    const person = await hire(city.bureau, 'editor')
    const entry = await write(person, city.bureau)
    await operator.patch(`/api/users/${person.id}`, { isActive: false })
    const { body } = await person.post<Body & { refreshedToken?: string }>(
      '/api/users/refresh-token',
    )
    expect(body.refreshedToken).toBeUndefined()
    const me = await person.get<Body>('/api/users/me')
    expect(me.body.user).toBeNull()
    expect((await copyOf(person, entry)).status).toBe(401)
  })

  it('12.13 the session’s cookie is kept from scripts and from other sites', async () => {
    const { headers } = await signIn(city.editor.username)
    expect(headers.get('set-cookie')).toMatch(/HttpOnly/i)
    expect(headers.get('set-cookie')).toMatch(/SameSite=(Lax|Strict)/i)
    const origin = { Origin: 'https://evil.example' }
    const answer = await bearing(city.editor.token)('/api/knowledge', origin)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

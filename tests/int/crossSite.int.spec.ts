import { beforeAll, describe, expect, it } from '@jest/globals'
import { password } from '../server/launch.mjs'
import { as, baseUrl, type Person } from '../server/people'
import type { Body } from './answers'
import { foundCity, hire } from './city'
import { bearing, isGood, send, signIn, type Headers } from './signingIn'

let city: Awaited<ReturnType<typeof foundCity>>
let operator: Person
beforeAll(async () => {
  city = await foundCity()
  operator = await as('operator')
}, 180_000)

const account = async (id: string) => (await operator.get<Body>(`/api/users/${id}?depth=0`)).body

describe('the session’s cookie', () => {
  const cookie = async (more: Headers) =>
    (await signIn(city.editor.username, password, '198.51.100.30', more)).headers.get('set-cookie')

  it('travels encrypted only, where a proxy says that people come by https', async () => {
    expect(await cookie({ 'X-Forwarded-Proto': 'https' })).toMatch(/;\s*Secure(;|$)/)
    expect(await cookie({ 'X-Forwarded-Proto': 'http' })).not.toMatch(/Secure/)
  })

  it('is renewed and taken back the same way', async () => {
    const { body } = await signIn((await hire(city.bureau, 'staff')).username)
    const asked = { ...bearing(body.token), 'X-Forwarded-Proto': 'https' }
    for (const path of ['/api/users/refresh-token', '/api/users/logout']) {
      const { status, headers } = await send(path, asked)
      expect([status, headers.get('set-cookie')]).toEqual([200, expect.stringMatching(/; Secure/)])
    }
  })
})

describe('a page of another site', () => {
  const foreign: [string, Headers][] = [
    ['by its address', { 'Sec-Fetch-Site': 'cross-site' }],
    ['under the same domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['in an older browser', { Origin: 'https://evil.example' }],
    ['that hides itself', { Origin: 'null' }],
  ]

  it.each(foreign)(
    'neither signs anybody in nor writes with their session: %s',
    async (_, sent) => {
      const { username, token, id } = await hire(city.bureau, 'staff')
      const signed = await signIn(username, password, '198.51.100.40', sent)
      expect(signed).toMatchObject({ status: 403, body: { code: 'crossSite' } })
      expect(signed.headers.get('set-cookie')).toBeNull()
      const headers = { Cookie: `payload-token=${token}`, ...sent }
      const mail = await send('/api/users/mail', headers, {
        email: 'evil@example.cn',
        choice: 'soon',
      })
      expect(mail.status).toBe(403)
      expect(await account(id)).not.toMatchObject({ email: 'evil@example.cn' })
      expect((await send('/api/users/logout', headers)).status).toBe(403)
      expect(await isGood(token)).toBe(true)
    },
  )

  it('is told from our own, by either header', async () => {
    const { token } = await hire(city.bureau, 'staff')
    const { host, origin } = new URL(baseUrl)
    const own: Headers[] = [
      { 'Sec-Fetch-Site': 'same-origin' },
      { Origin: origin },
      { Origin: 'https://zhiku.example.cn', 'X-Forwarded-Host': 'zhiku.example.cn' },
      { Referer: `http://${host}/admin` },
    ]
    for (const headers of own) {
      const sent = { Cookie: `payload-token=${token}`, ...headers }
      const answer = await send('/api/users/mail', sent, { email: '', choice: 'daily' })
      expect(answer.status).toBe(200)
    }
  })
})

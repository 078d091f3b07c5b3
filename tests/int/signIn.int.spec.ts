import { beforeAll, describe, expect, it } from '@jest/globals'
import { password } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import type { Body } from './answers'
import { foundCity, hire, openAccount, unique, type Worker } from './city'
import { bearing, isGood, send, signIn } from './signingIn'

let city: Awaited<ReturnType<typeof foundCity>>
let operator: Person
beforeAll(async () => {
  city = await foundCity()
  operator = await as('operator')
}, 180_000)

const times = (count: number) => Array.from({ length: count }, (_, index) => index)
const account = async (id: string) => (await operator.get<Body>(`/api/users/${id}?depth=0`)).body

describe('what the operator changes while its owner signs in, stays', () => {
  const changes: [string, object][] = [
    ['a name', { name: '改过的名字' }],
    ['a role taken away', { roles: ['staff'] }],
    ['an account switched off', { isActive: false }],
    ['a first password that must be changed', { mustChangePassword: true }],
  ]

  it.each(changes)('%s', async (_what, data) => {
    for (const round of times(4)) {
      const { id, username } = await hire(city.bureau, 'editor', 'staff')
      const signing = times(3).map(() => signIn(username))
      const mistyping = times(3).map(() => signIn(username, 'falsch', `198.51.100.${round + 10}`))
      const changed = operator.patch(`/api/users/${id}`, data)
      const all = await Promise.all([changed, ...signing, ...mistyping])
      expect(all[0].status).toBe(200)
      expect(await account(id)).toMatchObject(data)
    }
  })

  it('a unit that people are moved to by a merge', async () => {
    const worker = await hire(city.elsewhere, 'staff')
    const moving = operator.patch(`/api/users/${worker.id}`, { unit: city.bureau.id })
    await Promise.all([moving, ...times(5).map(() => signIn(worker.username))])
    expect(await account(worker.id)).toMatchObject({ unit: city.bureau.id })
  })

  it('a password that was given: the old one opens nothing any more', async () => {
    for (const _round of times(3)) {
      const { id, username } = await hire(city.bureau, 'staff')
      const signing = times(4).map(() => signIn(username))
      const given = await operator.post<{ password: string }>(`/api/users/${id}/give-password`)
      const signed = await Promise.all(signing)
      for (const { body } of signed) if (body.token) expect(await isGood(body.token)).toBe(false)
      expect((await signIn(username)).status).toBe(401)
      const elsewhere = '198.51.100.2'
      expect((await signIn(username, given.body.password, elsewhere)).status).toBe(200)
    }
  })

  it('and what people choose for themselves', async () => {
    const worker = await hire(city.bureau, 'editor')
    const chosen = { email: 'a@example.cn', choice: 'none' }
    await Promise.all([
      worker.post('/api/users/mail', chosen),
      operator.patch(`/api/users/${worker.id}`, { name: '同时改名' }),
      ...times(3).map(() => signIn(worker.username)),
      worker.post('/api/users/refresh-token'),
    ])
    expect(await account(worker.id)).toMatchObject({ name: '同时改名', email: 'a@example.cn' })
  })
})

describe('sessions', () => {
  it('of ten sign-ins at once are all good, and end one by one', async () => {
    const { username } = await hire(city.bureau, 'staff')
    const signed = await Promise.all(times(10).map(() => signIn(username)))
    const tokens = signed.map(({ body }) => body.token)
    expect(await Promise.all(tokens.map(isGood))).toEqual(times(10).map(() => true))
    await Promise.all(tokens.slice(0, 5).map((token) => send('/api/users/logout', bearing(token))))
    expect(await Promise.all(tokens.map(isGood))).toEqual(times(10).map((at) => at >= 5))
  })

  it('are renewed while others begin and end', async () => {
    const { username } = await hire(city.bureau, 'staff')
    const [kept, ended] = await Promise.all([signIn(username), signIn(username)])
    const [renewed] = await Promise.all([
      send('/api/users/refresh-token', bearing(kept.body.token)),
      send('/api/users/logout', bearing(ended.body.token)),
      signIn(username),
    ])
    expect(renewed.status).toBe(200)
    expect(await isGood(String(renewed.body.refreshedToken))).toBe(true)
    expect(await isGood(ended.body.token)).toBe(false)
  })

  describe('of an account that is switched off', () => {
    let worker: Worker
    beforeAll(async () => {
      worker = await hire(city.bureau, 'editor')
      await worker.get('/api/entries')
      await operator.patch(`/api/users/${worker.id}`, { isActive: false })
    })

    it.each([
      ['/api/users/refresh-token', 'POST'],
      ['/api/users/logout', 'POST'],
      ['/api/users/change-password', 'POST'],
      ['/api/users/mail', 'POST'],
      ['/api/entries', 'GET'],
      ['/api/worklist', 'GET'],
      ['/api/knowledge', 'GET'],
    ])('open nothing at once: %s', async (path, method) => {
      const { status, body } = await send(path, bearing(worker.token), undefined, method)
      expect([status, body.code]).toEqual([401, 'notSignedIn'])
    })

    it('know nobody', async () => {
      expect(await isGood(worker.token)).toBe(false)
    })

    it.each(['/admin', '/admin/collections/knowledge', '/desk', '/admin/account'])(
      'show no page: %s',
      async (path) => {
        const headers = { Cookie: `payload-token=${worker.token}` }
        const page = await anyone().fetch(path, { headers })
        const html = await page.text()
        const isSentAway =
          page.status === 307 || /NEXT_REDIRECT;[^;]*;\/(?:admin\/)?login/.test(html)
        expect(isSentAway).toBe(true)
        expect(page.headers.get('location') ?? '/login').toMatch(/\/login/)
      },
    )

    it('are not good again when it is switched on', async () => {
      await operator.patch(`/api/users/${worker.id}`, { isActive: true })
      expect(await isGood(worker.token)).toBe(false)
      expect((await signIn(worker.username)).status).toBe(200)
    })
  })
})

describe('wrong passwords', () => {
  const guess = (username: string, address: string) => signIn(username, '错误的口令', address)
  const locked = { status: 401, code: 'locked' }

  it('lock an account and a name that nobody has alike: after five, in the same words', async () => {
    const { username } = await hire(city.bureau, 'staff')
    const place = '198.51.100.21'
    const answers = await Promise.all(
      [username, `gibt-es-nicht-${unique()}`].map(async (name) => {
        const said = []
        for (const _guess of times(7)) said.push(await guess(name, place))
        return said.map(({ status, body }) => ({ status, body }))
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.map(({ body }) => body.code)).toEqual([
      ...times(5).map(() => 'notSignedIn'),
      ...['locked', 'locked'],
    ])
    expect(answers[0]?.at(-1)?.body).toMatchObject({ ...locked, title: '账号已锁定' })
    expect((await signIn(username, password, place)).body).toMatchObject(locked)
  })

  it('are counted one by one, however many are sent at once', async () => {
    const { username } = await hire(city.bureau, 'staff')
    const answers = await Promise.all(times(15).map(() => guess(username, '198.51.100.22')))
    const codes = answers.map(({ body }) => body.code)
    expect(codes.filter((code) => code === 'notSignedIn')).toHaveLength(5)
    expect(codes.filter((code) => code === 'locked')).toHaveLength(10)
  })

  it('lock for the place they came from: not its owner elsewhere, and no neighbour', async () => {
    const [owner, neighbour] = await Promise.all([
      hire(city.bureau, 'staff'),
      hire(city.bureau, 'staff'),
    ])
    const place = '2001:db8:1:2::1'
    for (const at of times(6)) await guess(owner.username, `2001:db8:1:2::${at + 1}`)
    expect((await signIn(owner.username, password, '2001:db8:1:2::99')).body).toMatchObject(locked)
    expect((await signIn(owner.username, password, '2001:db8:1:3::1')).status).toBe(200)
    expect((await signIn(neighbour.username, password, place)).status).toBe(200)
  })

  it('a hundred of one place lock nobody else out, neither there nor behind the same proxy', async () => {
    const [here, elsewhere] = await Promise.all([
      hire(city.bureau, 'staff'),
      hire(city.bureau, 'staff'),
    ])
    const place = '198.51.100.23'
    await Promise.all(times(100).map(() => guess(`name-${unique()}`, place)))
    const [there, beside] = await Promise.all([
      signIn(here.username, password, place),
      signIn(elsewhere.username, password, '198.51.100.24'),
    ])
    expect([there.status, beside.status]).toEqual([200, 200])
  })

  it('are forgotten by a new password that the operator gives', async () => {
    const { id, username } = await hire(city.bureau, 'staff')
    const place = '198.51.100.25'
    for (const _guess of times(5)) await guess(username, place)
    const given = await operator.post<{ password: string }>(`/api/users/${id}/give-password`)
    expect((await signIn(username, given.body.password, place)).status).toBe(200)
  })

  it('for one’s own new password count too', async () => {
    const worker = await hire(city.bureau, 'staff')
    const change = { current: 'falsch-2026', next: 'neues-wort-2026' }
    const answers = []
    for (const _guess of times(6)) {
      answers.push(await worker.post<Body>('/api/users/change-password', change))
    }
    expect(answers.at(0)).toMatchObject({ status: 400, body: { fields: ['current'] } })
    expect(answers.at(-1)).toMatchObject({ status: 401, body: { code: 'locked' } })
  })
})

describe('the name of an account', () => {
  it.each([
    ['in capitals', (name: string) => name.toUpperCase()],
    ['in full-width letters', fullWidth],
    ['with a character nobody sees', (name: string) => `\u200b${name}\ufeff`],
    ['with blanks around it', (name: string) => `\u3000${name} `],
  ])('is the same %s: when it is opened, and when somebody signs in', async (_how, spell) => {
    const username = `p-${unique()}`
    const made = await openAccount({
      username: spell(username),
      unit: city.bureau.id,
      roles: ['staff'],
    })
    expect(made).toMatchObject({ status: 201, body: { doc: { username } } })
    expect((await signIn(username)).status).toBe(200)
    expect((await signIn(spell(username))).status).toBe(200)
    const twin = await openAccount({
      username: spell(username),
      unit: city.bureau.id,
      roles: ['staff'],
    })
    expect(twin).toMatchObject({ status: 400, body: { code: 'invalid' } })
    expect(twin.body.detail).toMatch(/\p{Script=Han}/u)
  })
})

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

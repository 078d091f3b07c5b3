import { AsyncResource } from 'node:async_hooks'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalReq, logoutOperation, refreshOperation, type PayloadRequest } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

type Account = {
  id: string
  name: string
  roles: string[]
  isActive: boolean
  unit: string
  hash: string
  sessions: { id: string; expiresAt: string }[]
  loginAttempts: number
}

const password = 'Sommer-2026'
let city: Opened
let units: string[]
let id: string
let count = 0

const { pbkdf2 } = crypto

beforeAll(async () => {
  // One round instead of 600,000: how long it takes is not the matter.
  crypto.pbkdf2 = (word, salt, _rounds, length, digest, told) =>
    pbkdf2(word, salt, 1, length, digest, told)
  syncBuiltinESMExports()
  city = await openDatabase()
  units = ['甲局', '乙局'].map(() => crypto.randomUUID())
  for (const [at, unit] of units.entries()) {
    const place = { name: `${at}局`, kind: 'department', unit, isCentre: at === 0 }
    await city.payload.db.create({ collection: 'nodes', data: { id: unit, ...place } })
  }
}, 120_000)

afterAll(async () => {
  await city.close()
  crypto.pbkdf2 = pbkdf2
  syncBuiltinESMExports()
})

beforeEach(async () => {
  const data = {
    username: username(++count),
    name: '王明',
    unit: units[0],
    roles: ['staff', 'agent'],
  }
  const made = await city.payload.create({
    collection: 'users',
    data: { ...data, password, isActive: true } as never,
    overrideAccess: true,
  })
  id = String(made.id)
})

const username = (at = count) => `person-${at}`
const now = async () =>
  (await city.payload.db.findOne({
    collection: 'users',
    where: { id: { equals: id } },
  })) as unknown as Account
/** As a request is answered: in an asynchronous context of its own. */
const apart = <T>(work: () => Promise<T>): Promise<T> =>
  new AsyncResource('request').runInAsyncScope(work)
const change = (data: object) =>
  apart(() => city.payload.update({ collection: 'users', id, data, overrideAccess: true }))
const signIn = (word = password) =>
  apart(() =>
    city.payload.login({
      collection: 'users',
      data: { username: username(), password: word },
      overrideAccess: true,
    }),
  )
const sidOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sid: string })
    .sid

/** What is asked of the account after it was read for something that writes it, and before that is written. */
async function amid(writing: () => Promise<unknown>, meanwhile: () => Promise<unknown>) {
  const { findOne } = city.payload.db
  let isRead: () => void = () => {}
  const reading = new Promise<void>((read) => (isRead = read))
  let goOn: () => void = () => {}
  const waiting = new Promise<void>((go) => (goOn = go))
  let isFirst = true
  city.payload.db.findOne = (async (asked: { collection: string }) => {
    const row: unknown = await findOne.call(city.payload.db, asked as never)
    if (asked.collection === 'users' && isFirst) {
      isFirst = false
      isRead()
      await waiting
    }
    return row
  }) as never
  const written = writing()
  await reading
  city.payload.db.findOne = findOne
  const done = meanwhile()
  // Behind the gate it waits for a transaction that is open.
  const isAlone = Object.keys(city.payload.db.sessions ?? {}).length > 0
  if (!isAlone) await done.catch(() => undefined)
  goOn()
  const settled = await Promise.allSettled([written, done])
  return settled.map(({ status }) => status)
}

const changes: [string, object, (account: Account) => unknown, unknown][] = [
  ['a name', { name: '王小明' }, ({ name }) => name, '王小明'],
  ['a role taken away', { roles: ['staff'] }, ({ roles }) => roles, ['staff']],
  ['a unit', { roles: ['staff'], unit: 'other' }, ({ unit }) => unit, 'other'],
  ['an account switched off', { isActive: false }, ({ isActive }) => isActive, false],
]

describe('what the operator changes while the owner', () => {
  const other = (value: unknown) => (value === 'other' ? units[1] : value)
  const given = (data: object) =>
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, other(value)]))

  describe.each(changes)('%s', (_what, data, of, wanted) => {
    it('signs in', async () => {
      await amid(signIn, () => change(given(data)))
      expect(of(await now())).toEqual(other(wanted))
    })

    it('mistypes the password', async () => {
      await amid(
        () => signIn('falsch'),
        () => change(given(data)),
      )
      expect(of(await now())).toEqual(other(wanted))
    })

    it('signs out', async () => {
      const req = await requestOf(await signIn())
      await amid(
        () => logOut(req),
        () => change(given(data)),
      )
      expect(of(await now())).toEqual(other(wanted))
    })

    it('has the session renewed', async () => {
      const req = await requestOf(await signIn())
      await amid(
        () => renew(req),
        () => change(given(data)),
      )
      expect(of(await now())).toEqual(other(wanted))
    })

    it('is changed by another operator', async () => {
      await amid(
        () => change({ email: 'a@b.cn' }),
        () => change(given(data)),
      )
      expect(of(await now())).toEqual(other(wanted))
      expect(await now()).toMatchObject({ email: 'a@b.cn' })
    })
  })
})

describe('a password', () => {
  it('that is given while the owner signs in with the old one leaves no session', async () => {
    const [signedIn] = await amid(signIn, () => change({ password: 'Neues-Wort-2026' }))
    expect((await now()).sessions).toEqual([])
    expect(signedIn).toBe('rejected')
    expect(sidOf((await signIn('Neues-Wort-2026')).token ?? '')).toBeTruthy()
  })

  it('that is set beside another one does not overwrite it unseen', async () => {
    const before = (await now()).hash
    const [first, second] = await amid(
      () => change({ password: 'Erstes-Wort-2026' }),
      () => change({ password: 'Zweites-Wort-2026' }),
    )
    const { hash } = await now()
    expect(hash).not.toBe(before)
    // One after the other behind the gate; on a server the one that was overtaken is told so.
    if (first === 'fulfilled' && second === 'fulfilled') await signIn('Zweites-Wort-2026')
    else await signIn(first === 'fulfilled' ? 'Erstes-Wort-2026' : 'Zweites-Wort-2026')
  })
})

describe('sessions', () => {
  it('of ten who sign in at once are all good', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, () => signIn()))
    const stored = (await now()).sessions.map((session) => session.id)
    expect(stored.sort()).toEqual(tokens.map(({ token }) => sidOf(token ?? '')).sort())
  })

  it('come and go one by one: who signs in while another signs out stays in', async () => {
    const req = await requestOf(await signIn())
    await amid(() => logOut(req), signIn)
    expect((await now()).sessions).toHaveLength(1)
    expect((await now()).sessions[0]?.id).not.toBe((req.user as { _sid?: string })._sid)
  })

  it('are renewed one by one', async () => {
    const req = await requestOf(await signIn())
    const [before] = (await now()).sessions
    await amid(() => renew(req), signIn)
    const { sessions } = await now()
    expect(sessions).toHaveLength(2)
    const renewed = sessions.find((session) => session.id === before?.id)
    expect(Date.parse(renewed?.expiresAt ?? '')).toBeGreaterThan(
      Date.parse(before?.expiresAt ?? ''),
    )
  })

  it('end with the account: also one that was begun while it was switched off', async () => {
    await signIn()
    await amid(signIn, () => change({ isActive: false }))
    expect((await now()).sessions).toEqual([])
    await change({ isActive: true })
    expect((await now()).sessions).toEqual([])
  })

  it('of a hundred guesses at once are not begun beside a changed account', async () => {
    await change({ name: '张三' })
    const guesses = Array.from({ length: 20 }, (_, at) => signIn(`geraten-${at}`))
    await Promise.allSettled([...guesses, change({ name: '李四' })])
    expect(await now()).toMatchObject({ name: '李四', loginAttempts: 20 })
  })
})

type SignedIn = Awaited<ReturnType<typeof signIn>>

/** As a request with this session arrives. */
async function requestOf({ token }: SignedIn): Promise<PayloadRequest> {
  const { payload } = city
  const headers = new Headers({ authorization: `JWT ${token}` })
  const { user } = await payload.auth({ headers })
  return createLocalReq({ req: { headers }, user: user ?? undefined }, payload)
}

const collection = () => city.payload.collections.users
const logOut = (req: PayloadRequest) =>
  apart(() => logoutOperation({ collection: collection(), req }))
const renew = (req: PayloadRequest) =>
  apart(() => refreshOperation({ collection: collection(), req }))

import { beforeAll, describe, expect, it } from '@jest/globals'
import { password } from '../server/launch.mjs'
import { anyone, as, type Person } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, hire, hotline, openAccount, unique } from './city'
import { complete, copyOf, publish, review, save, step, submit, write } from './entries'
import { cannotChangeTree } from './limits'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
let operator: Person
const signIn = (username: string, word = password) =>
  anyone().post<Body>('/api/users/login', { username, password: word })

beforeAll(async () => {
  city = await foundCity()
  operator = await as('operator')
})

describe('the operator and accounts', () => {
  it('7.1 opens an account of a unit, which signs in', async () => {
    const { status, body } = await openAccount({ unit: city.bureau.id, roles: ['staff'] })
    expect(status).toBe(201)
    expect((await signIn(String(body.doc.username))).status).toBe(200)
  })

  it.each(['agent', 'centre', 'operator', 'auditor'])(
    '7.2 gives the role %s to people of the hotline centre only',
    async (role) => {
      const outside = await openAccount({ unit: city.bureau.id, roles: [role] })
      expect(outside).toMatchObject(refusal(400, 'invalid'))
      expect(outside.body.fields).toEqual(['roles'])
      const { id } = await hotline()
      expect((await openAccount({ unit: id, roles: [role] })).status).toBe(201)
    },
  )

  it('7.3 cannot open an account without a unit, of a category, or with a role that does not exist', async () => {
    const wrong = [
      { roles: ['staff'] },
      { roles: ['staff'], unit: city.bureau.categories.powers },
      { roles: ['staff'], unit: 'nowhere' },
      { roles: ['admin'], unit: city.bureau.id },
      { roles: [], unit: city.bureau.id },
    ]
    for (const more of wrong) expect((await openAccount(more)).status).toBe(400)
  })

  it('7.4 moves a person out of the centre only together with the roles of the centre', async () => {
    const { id } = await hotline()
    const opened = await openAccount({ unit: id, roles: ['agent'] })
    const path = `/api/users/${opened.body.doc.id}`
    expect(await operator.patch(path, { unit: city.bureau.id })).toMatchObject(
      refusal(400, 'invalid'),
    )
    const moved = await operator.patch(path, { unit: city.bureau.id, roles: ['staff'] })
    expect(moved.status).toBe(200)
  })

  it('7.5 switches an account off: it does not sign in, and its session counts for nothing at once', async () => {
    const worker = await hire(city.bureau, 'editor')
    const entry = await write(worker, city.bureau)
    await operator.patch(`/api/users/${worker.id}`, { isActive: false })
    expect(await signIn(worker.username)).toMatchObject(refusal(403, 'notAllowed'))
    expect(await save(worker, entry, { title: '还在?' })).toMatchObject({ status: 401 })
    expect(await step(worker, entry, 'submit')).toMatchObject(refusal(401, 'notSignedIn'))
    expect((await worker.get('/api/knowledge')).status).toBe(401)
    expect((await worker.get('/api/nodes')).status).toBe(401)
    expect((await worker.get('/api/worklist')).status).toBe(401)
  })

  it('7.6 does not change their own roles, unit or activation', async () => {
    const { id } = await hotline()
    const own = await hire({ ...city.bureau, id }, 'operator')
    const path = `/api/users/${own.id}`
    const wrong = [{ roles: ['operator', 'centre'] }, { isActive: false }]
    for (const data of wrong) {
      expect(await own.patch(path, data)).toMatchObject(refusal(403, 'notAllowed'))
    }
    expect(await own.patch(path, { unit: city.bureau.id })).toMatchObject({ status: 403 })
    expect((await own.patch(path, { name: '新名字' })).status).toBe(200)
  })

  it('7.7 deletes no account: people are switched off, and their records stay', async () => {
    const { body } = await openAccount({ unit: city.bureau.id, roles: ['staff'] })
    expect((await operator.delete(`/api/users/${body.doc.id}`)).status).toBe(403)
    const several = await operator.delete(`/api/users?where[id][equals]=${body.doc.id}`)
    expect(several.status).not.toBe(200)
    expect((await operator.get(`/api/users/${body.doc.id}`)).status).toBe(200)
  })

  it('7.8 sees no password, salt, session or key of anybody', async () => {
    const { body } = await operator.get<Body>('/api/users?depth=2&limit=100')
    const others = body.docs.filter(({ id }) => id !== operator.id)
    // Payload answers an empty list in place of the sessions it withholds.
    const told = ([, value]: [string, unknown]) => !Array.isArray(value) || value.length > 0
    const names = new Set(
      others.flatMap((account) => Object.entries(account).filter(told)).map(([name]) => name),
    )
    const secrets = ['hash', 'salt', 'sessions', 'resetPasswordToken', 'password', 'apiKey']
    expect(secrets.filter((name) => names.has(name))).toEqual([])
  })

  it('7.9 leaves a record of every change of rights, and of a password that was set', async () => {
    const { body } = await openAccount({ unit: city.bureau.id, roles: ['staff'] })
    const path = `/api/users/${body.doc.id}`
    await operator.patch(path, { roles: ['staff', 'editor'] })
    await operator.patch(path, { password: `${password}9` })
    await operator.patch(path, { name: '换个名字' })
    const auditor = await as('auditor')
    const log = await auditor.get<Body>(`/api/audit?where[subject][equals]=${body.doc.id}&sort=at`)
    expect(log.body.docs).toMatchObject([
      { action: 'users.create', by: operator.id },
      { action: 'users.update', by: operator.id, details: { changed: ['roles'] } },
      { action: 'users.update', by: operator.id, details: { changed: ['password'] } },
      { action: 'users.update', by: operator.id, details: { changed: ['name'] } },
    ])
    expect(JSON.stringify(log.body)).not.toContain(password)
  })
})

describe('the operator and content', () => {
  it('7.10 sees only what citizens see', async () => {
    await expectHidden(await publish(city, city.bureau, { openToUnits: true }), operator)
    const open = await publish(city, city.bureau, { openToUnits: true, openToPublic: true })
    await expectVisible(open, operator)
  })

  it('7.11 reads no working copy and takes no step', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    expect((await copyOf(operator, entry)).status).toBe(403)
    expect(await review(operator, entry)).toMatchObject(refusal(404, 'notFound'))
    const answer = await step(operator, entry, 'approve', { confirmed: true })
    expect(answer).toMatchObject(refusal(404, 'notFound'))
    expect(await operator.post('/api/knowledge', complete(city.bureau))).toMatchObject({
      status: 403,
    })
    expect(await operator.get('/api/worklist')).toMatchObject(refusal(403, 'notAllowed'))
  })

  it('7.12 changes no tree and reads no log', async () => {
    await cannotChangeTree(operator)
    expect((await operator.get('/api/audit')).status).toBe(403)
  })

  it('7.13 keeps the keys of systems, each with a unit, a purpose and somebody responsible', async () => {
    const { id: unit } = await hotline()
    const key = { name: `呼叫系统${unique()}`, audience: 'agent', unit, responsible: '王五' }
    expect(await operator.post('/api/systems', key)).toMatchObject(refusal(400, 'invalid'))
    const made = await operator.post<Body>('/api/systems', { ...key, purpose: '来电弹屏' })
    expect(made.status).toBe(201)
    expect((await operator.delete(`/api/systems/${made.body.doc.id}`)).status).toBe(200)
  })
})

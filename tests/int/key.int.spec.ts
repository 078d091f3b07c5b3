import { beforeAll, describe, expect, it } from '@jest/globals'
import { as } from '../server/people'
import { refusal, type Body } from './answers'
import { foundCity, hotline } from './city'
import { complete, publish, step, submit, write } from './entries'
import { openKey, withKey } from './key'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
const id: Record<string, string> = {}
const key = { agent: '', public: '' }

async function issue(audience: 'agent' | 'public'): Promise<string> {
  const { id: unit } = await hotline()
  const machine = await openKey({ audience, unit })
  id[audience] = machine.id
  return machine.token.slice('key:'.length)
}

beforeAll(async () => {
  city = await foundCity()
  key.agent = await issue('agent')
  key.public = await issue('public')
})

describe('the key of a system', () => {
  it('9.1 of an agent’s audience reads everything approved, and nothing else', async () => {
    await expectVisible(await publish(city, city.bureau), withKey(key.agent))
    const waiting = await submit(city.editor, await write(city.editor, city.bureau))
    await expectHidden(waiting, withKey(key.agent))
  })

  it('9.2 of the public’s audience reads what citizens read', async () => {
    await expectHidden(await publish(city, city.bureau, { openToUnits: true }), withKey(key.public))
    const open = { openToUnits: true, openToPublic: true }
    await expectVisible(await publish(city, city.bureau, open), withKey(key.public))
  })

  it('9.3 takes no step, writes nothing, and reads no working copy, account or key', async () => {
    const machine = withKey(key.agent)
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    const approving = await step(machine, entry, 'approve', { confirmed: true })
    expect(approving).toMatchObject(refusal(401, 'notSignedIn'))
    const denied = [
      await machine.post('/api/knowledge', complete(city.bureau)),
      await machine.get('/api/knowledge'),
      await machine.get(`/api/knowledge/${entry.id}`),
      await machine.get('/api/users'),
      await machine.get('/api/systems'),
      await machine.get('/api/audit'),
      await machine.get('/api/nodes'),
      await machine.get('/api/worklist'),
      await machine.patch(`/api/systems/${id.agent}`, { audience: 'agent' }),
    ]
    expect(denied.map(({ status }) => status)).toEqual(denied.map(() => 401))
  })

  it('9.4 that is wrong, empty or switched off opens nothing', async () => {
    for (const wrong of ['', 'wrong', `${key.agent}x`]) {
      expect(await withKey(wrong).get('/api/entries')).toMatchObject(refusal(401, 'notSignedIn'))
    }
    const operator = await as('operator')
    const apiKey = await issue('agent')
    expect((await withKey(apiKey).get('/api/entries')).status).toBe(200)
    await operator.patch(`/api/systems/${id.agent}`, { enableAPIKey: false })
    expect((await withKey(apiKey).get('/api/entries')).status).toBe(401)
  })

  it('9.5 names the agent it asks for, which is on record; whoever is no agent is refused', async () => {
    const ask = (username: string) =>
      withKey(key.public, { 'X-Zhiku-Agent': username }).get('/api/entries')
    expect((await ask('agent')).status).toBe(200)
    expect((await ask('editor')).status).toBe(400)
    expect((await ask('nobody-of-this-name')).status).toBe(400)
    const auditor = await as('auditor')
    const where = `where[action][equals]=key.search&where[by][equals]=${id.public}`
    const { body } = await auditor.get<Body>(`/api/audit?${where}`)
    expect(body.docs).toMatchObject([{ subject: (await as('agent')).id }])
  })

  it('9.6 is not issued to people: an account has no key, whoever asks for one', async () => {
    const operator = await as('operator')
    await operator.patch(`/api/users/${city.editor.id}`, { enableAPIKey: true, apiKey: 'mine' })
    const asUser = withKey('mine', { Authorization: 'users API-Key mine' })
    expect((await asUser.get('/api/entries')).status).toBe(401)
  })
})

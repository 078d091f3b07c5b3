import { beforeAll, describe, expect, it } from '@jest/globals'
import { anyone } from '../server/people'
import { refusal } from './answers'
import { foundCity } from './city'
import { complete, publish, review, save, step, submit, write } from './entries'
import { expectHidden, expectVisible } from './visible'

let city: Awaited<ReturnType<typeof foundCity>>
const citizen = anyone()
beforeAll(async () => {
  city = await foundCity()
})

describe('a citizen', () => {
  it('1.1 reads what is open to the public', async () => {
    const open = { openToUnits: true, openToPublic: true }
    await expectVisible(await publish(city, city.bureau, open), citizen)
  })

  it('1.2 sees nothing of what is open to units only', async () => {
    await expectHidden(await publish(city, city.bureau, { openToUnits: true }), citizen)
  })

  it('1.3 sees nothing of what is not approved, though it is meant for the public', async () => {
    const open = { openToUnits: true, openToPublic: true }
    const waiting = await submit(city.editor, await write(city.editor, city.bureau, open))
    await expectHidden(waiting, citizen)
  })

  it('1.4 takes no step and opens no review: sign in first', async () => {
    const entry = await submit(city.editor, await write(city.editor, city.bureau))
    const answer = await step(citizen, entry, 'approve', { confirmed: true })
    expect(answer).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await review(citizen, entry)).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await citizen.get(`/api/knowledge/${entry.id}/history`)).toMatchObject(
      refusal(401, 'notSignedIn'),
    )
    expect(await citizen.get('/api/worklist')).toMatchObject(refusal(401, 'notSignedIn'))
  })

  it('1.5 writes and saves nothing, and is not told whether an entry exists', async () => {
    const entry = await write(city.editor, city.bureau)
    const nothing = { ...entry, id: 'there-is-none' }
    const created = await citizen.post('/api/knowledge', complete(city.bureau))
    expect(created).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await save(citizen, entry, { title: '?' })).toMatchObject(refusal(401, 'notSignedIn'))
    expect(await save(citizen, nothing, { title: '?' })).toMatchObject(refusal(401, 'notSignedIn'))
  })

  it.each(['/api/entries', '/api/search?q=a', '/api/tree'])(
    '1.6 %s is for people who signed in; the public has its own address',
    async (path) => {
      expect(await citizen.get(path)).toMatchObject(refusal(401, 'notSignedIn'))
      expect((await citizen.get(path.replace('/api/', '/api/public/'))).status).toBe(200)
    },
  )
})

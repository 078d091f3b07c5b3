import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Person } from '../server/people'
import { refusal, type Body, type Row } from './answers'
import { foundCity, type Worker } from './city'
import { complete, copyOf, publish, saved, standing, submit, write, type Entry } from './entries'

let city: Awaited<ReturnType<typeof foundCity>>
let editor: Worker
let approved: Entry
beforeAll(async () => {
  city = await foundCity()
  editor = city.editor
  approved = await publish(city, city.bureau, { summary: '审批过的口径' })
})

/** What the side door would have changed. */
const asItWas = async () => {
  expect((await copyOf(editor, approved)).body.summary).toBe('审批过的口径')
  expect(await standing(editor, approved)).toMatchObject({
    state: 'approved',
    revision: 1,
    liveRevision: 1,
  })
}
const count = async () => (await editor.get<Body>('/api/knowledge/count')).body.totalDocs
const versionsOf = async (entry: Entry) => {
  const path = `/api/knowledge/versions?where[parent][equals]=${entry.id}&sort=createdAt&depth=0`
  return (await editor.get<Body>(path)).body.docs
}
const form = (data: object) => {
  const body = new FormData()
  body.set('_payload', JSON.stringify(data))
  return body
}

describe('around the workflow', () => {
  it('11.1 an entry is not duplicated, not even by its own editor', async () => {
    const before = await count()
    const answer = await editor.post(`/api/knowledge/${approved.id}/duplicate`, {})
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await count()).toBe(before)
  })

  it('11.2 a version is not restored in place', async () => {
    const entry = await write(editor, city.bureau, { summary: '第一版' })
    await saved(editor, entry, { summary: '第二版' })
    const [first] = await versionsOf(entry)
    const answer = await editor.post(`/api/knowledge/versions/${first?.id}`, {})
    expect(answer).toMatchObject(refusal(403, 'notAllowed'))
    expect((await copyOf(editor, entry)).body).toMatchObject({ summary: '第二版', revision: 2 })
  })

  it('11.3 entries are not changed or deleted by the dozen', async () => {
    const many = '/api/knowledge?where[title][exists]=true'
    const change = await editor.patch(many, { summary: '全改', startedFrom: 1 })
    expect(change).toMatchObject({ status: 403 })
    expect(await editor.delete(many)).toMatchObject(refusal(403, 'notAllowed'))
    await asItWas()
  })

  it.each(['editor', 'approver', 'centre'] as const)(
    '11.4 an entry is not deleted past its approval by the %s',
    async (role) => {
      const people = { ...city, centre: await as('centre') }
      const answer = await people[role].delete(`/api/knowledge/${approved.id}`)
      expect(answer).toMatchObject(refusal(403, 'notAllowed'))
      await asItWas()
    },
  )

  it.each(['draft=true', 'autosave=true', 'draft=true&autosave=true', 'publishSpecificLocale=zh'])(
    '11.5 %s opens nothing: an approved text is not saved, and a title is not left out',
    async (query) => {
      const data = { summary: '绕过', startedFrom: 1, _status: 'published' }
      const answer = await editor.patch(`/api/knowledge/${approved.id}?${query}`, data)
      expect(answer).toMatchObject(refusal(409, 'wrongState'))
      const untitled = complete(city.bureau, { title: undefined })
      const created = await editor.post(`/api/knowledge?${query}`, untitled)
      expect(created).toMatchObject(refusal(400, 'invalid'))
      await asItWas()
    },
  )

  it.each([
    ['state', { state: 'approved' }],
    ['revision', { revision: 99 }],
    ['number', { number: 'ZS999999' }],
    ['unit', { unit: 'elsewhere', unitAbove: null }],
    ['topic', { topic: 'contact' }],
    ['entry', { entry: 'another' }],
    ['id', { id: 'mine' }],
    ['dates', { createdAt: '2000-01-01T00:00:00.000Z' }],
    ['trash', { deletedAt: '2000-01-01T00:00:00.000Z', trashedAt: '2000-01-01T00:00:00.000Z' }],
  ])('11.6 what the server keeps is not taken from a save: %s', async (_what, data) => {
    const entry = await write(editor, city.bureau)
    const before = (await copyOf(editor, entry)).body
    const { status } = await editor.patch(`/api/knowledge/${entry.id}`, { startedFrom: 1, ...data })
    expect(status).toBe(200)
    const { updatedAt: _was, ...kept } = before
    expect((await copyOf(editor, entry)).body).toMatchObject(kept)
    expect(await standing(editor, entry)).toMatchObject({ state: 'draft', revision: 1 })
  })

  it('11.7 what the server keeps is not taken from a new entry either', async () => {
    const wishes = { id: 'mine', number: 'ZS999999', revision: 7, unit: city.elsewhere.id }
    const more = { topic: 'contact', state: 'approved', entry: approved.id, startedFrom: 9 }
    const entry = await write(editor, city.bureau, { ...wishes, ...more })
    expect(entry.id).not.toBe('mine')
    expect(entry.number).not.toBe('ZS999999')
    expect((await copyOf(editor, entry)).body).toMatchObject({
      entry: entry.id,
      revision: 1,
      topic: null,
      unit: city.bureau.id,
    })
    expect(await standing(editor, entry)).toMatchObject({ state: 'draft', revision: 1 })
  })

  it('11.8 a save sent as a form obeys the same rules', async () => {
    const send = (entry: Entry, data: object) =>
      editor.fetch(`/api/knowledge/${entry.id}`, { method: 'PATCH', body: form(data) })
    expect((await send(approved, { summary: '表单', startedFrom: 1 })).status).toBe(409)
    const draft = await write(editor, city.bureau)
    expect((await send(draft, { summary: '表单' })).status).toBe(400)
    expect((await send(draft, { summary: '表单', startedFrom: 1, state: 'approved' })).status).toBe(
      200,
    )
    expect(await standing(editor, draft)).toMatchObject({ state: 'draft', revision: 2 })
    await asItWas()
  })

  it.each([
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-HTTP-Method-Override', 'PATCH'],
    ['X-Payload-HTTP-Method-Override', 'DELETE'],
    ['X-Method-Override', 'PUT'],
  ])('11.9 a method in a header is not believed: %s %s', async (name, method) => {
    const headers = { [name]: method, 'Content-Type': 'application/json' }
    const body = JSON.stringify({ summary: '绕过', startedFrom: 1, _method: method })
    const path = `/api/knowledge/${approved.id}?_method=${method}`
    const answer = await editor.fetch(path, { method: 'POST', headers, body })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    await asItWas()
  })

  it('11.10 reading by POST, as Payload allows it, shows no more than reading does', async () => {
    const ask = async (person: Person, path: string) => {
      const headers = {
        'X-Payload-HTTP-Method-Override': 'GET',
        'Content-Type': 'application/x-www-form-urlencoded',
      }
      const answer = await person.fetch(path, { method: 'POST', headers, body: 'limit=1000' })
      return { status: answer.status, text: await answer.text() }
    }
    expect((await ask(city.stranger, '/api/knowledge')).text).not.toContain(approved.id)
    expect((await ask(editor, '/api/knowledge')).text).toContain(approved.id)
    expect((await ask(editor, '/api/publications')).status).toBe(403)
    expect((await ask(await as('agent'), '/api/knowledge')).status).toBe(403)
  })

  it('11.11 steps that only the server takes have no address', async () => {
    const centre = await as('centre')
    for (const name of ['relocate', 'publish', 'finish', 'toString', 'constructor']) {
      const path = `/api/knowledge/${approved.id}/${name}`
      expect((await centre.post(path, { revision: 1 })).status).toBe(404)
    }
    await asItWas()
  })

  it.each(['plans', 'notices', 'cases', 'register', 'nodes', 'users'])(
    '11.12 a step is not taken through another collection: %s',
    async (collection) => {
      const entry = await submit(editor, await write(editor, city.bureau))
      await city.approver.get(`/api/knowledge/${entry.id}/review`)
      const path = `/api/${collection}/${entry.id}/approve`
      const answer = await city.approver.post(path, { revision: 1, confirmed: true })
      expect(answer.status).toBe(404)
      expect(await standing(editor, entry)).toMatchObject({ state: 'pending' })
    },
  )

  it.each(['/api/graphql', '/api/graphql-playground'])(
    '11.13 there is no GraphQL: %s',
    async (path) => {
      const query = { query: '{ Publications { docs { title } } }' }
      const answers = [await editor.post(path, query), await editor.get<Row>(path)]
      expect(answers.map(({ status }) => status)).toEqual([404, 404])
    },
  )
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, handleEndpoints } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

/** What the database is asked for, a name and a collection each. */
const asking = [
  ...(['find', 'findOne', 'findGlobal', 'count', 'create', 'updateOne'] as const),
  ...([
    'createVersion',
    'deleteOne',
    'deleteMany',
    'beginTransaction',
    'commitTransaction',
  ] as const),
]
type Row = { id: string }
type Answer = { doc: Row; hash: string }

let city: Opened
let asked: string[] = []
let tokens: Record<'editor' | 'approver', string>
let category = ''

beforeAll(async () => {
  city = await openDatabase()
  const { payload } = city
  const data = { kind: 'department', form: 'municipal', name: '市民政局' } as const
  const unit = await payload.create({ collection: 'nodes', data, overrideAccess: true, depth: 0 })
  const { docs } = await payload.find({
    collection: 'nodes',
    where: { category: { equals: 'services' } },
    overrideAccess: true,
    depth: 0,
  })
  category = docs[0]?.id ?? ''
  tokens = { editor: await hire(unit.id, 'editor'), approver: await hire(unit.id, 'approver') }
  const db = payload.db as unknown as Record<string, (...given: unknown[]) => unknown>
  for (const name of asking) {
    const ask = db[name]?.bind(db)
    if (!ask) continue
    db[name] = (...given) => {
      const { collection, slug } = (given[0] ?? {}) as { collection?: string; slug?: string }
      asked.push([name, collection ?? slug].filter(Boolean).join(' '))
      return ask(...given)
    }
  }
}, 120_000)
afterAll(() => city.close())

const session = ['findOne users', 'find nodes']
const auditLine = ['findOne counters', 'find audit', 'updateOne counters', 'create audit']

describe('what is asked of the database, by name', () => {
  it('a save reads the register once, moves it, writes text and version, and leaves its line', async () => {
    const id = await written()
    const data = { summary: '带户口簿办理。', startedFrom: 1 }
    expect(await asks('editor', 'PATCH', `knowledge/${id}?depth=0`, data)).toEqual([
      ...session,
      ...['beginTransaction', 'findOne register', 'findOne knowledge'],
      ...['findOne nodes', 'updateOne register', 'find nodes'],
      ...['updateOne knowledge', 'createVersion'],
      ...auditLine,
      'commitTransaction',
    ])
  })

  it('an approval looks for nothing under the id it has just made, and reads nothing twice', async () => {
    const id = await written()
    await send('editor', 'POST', `knowledge/${id}/submit`, { revision: 1 })
    const { hash } = await send('approver', 'GET', `knowledge/${id}/review`)
    const confirmed = { revision: 1, confirmed: true, hash }
    expect(await asks('approver', 'POST', `knowledge/${id}/approve`, confirmed)).toEqual([
      ...session,
      ...['findOne register', 'findOne knowledge', 'findOne publications', 'find nodes'],
      // Settings and the unit's own telephone numbers, for findings; that this person opened the text.
      ...['findGlobal settings', 'find publications', 'findOne audit'],
      ...['beginTransaction', 'updateOne register'],
      ...['updateOne counters', 'create publications', 'create decisions'],
      ...auditLine,
      // Who waited is told that it is settled, and the writers that it is approved.
      ...['find messages', 'updateOne messages', 'find decisions', 'create messages'],
      ...['updateOne register', 'commitTransaction'],
    ])
  })
})

async function asks(...given: Parameters<typeof send>): Promise<string[]> {
  asked = []
  await send(...given)
  return asked
}

async function written(): Promise<string> {
  const { doc } = await send('editor', 'POST', 'knowledge', {
    ...{ title: '如何办理低保？', summary: '带身份证办理。', category, body },
    ...{ openToUnits: true, openToPublic: true },
  })
  return doc.id
}

const node = { version: 1, direction: 'ltr', format: '', indent: 0 }
const text = { type: 'text', version: 1, format: 0, detail: 0, mode: 'normal', style: '' }
const paragraph = { ...node, type: 'paragraph', children: [{ ...text, text: '到窗口办理。' }] }
const body = { root: { ...node, type: 'root', children: [paragraph] } }

async function send(
  by: keyof typeof tokens,
  method: string,
  path: string,
  data?: object,
): Promise<Answer> {
  return ask(method, path, data, { Authorization: `JWT ${tokens[by]}` })
}

async function ask(method: string, path: string, data?: object, more = {}): Promise<Answer> {
  const request = new Request(`http://127.0.0.1:3000/api/${path}`, {
    ...{ method, headers: { 'Content-Type': 'application/json', ...more } },
    ...(data ? { body: JSON.stringify(data) } : {}),
  })
  const response = await handleEndpoints({ config: city.payload.config, request })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`)
  return answer as Answer
}

/** A person of a unit, signed in. */
async function hire(unit: string, role: 'editor' | 'approver'): Promise<string> {
  const password = 'Sommer-2026'
  const data = { name: '王明', username: role, unit, roles: [role], password, isActive: true }
  const { id } = await city.payload.create({
    collection: 'users',
    data: data,
    overrideAccess: true,
  })
  const req = await createLocalReq({}, city.payload)
  const own = { mustChangePassword: false }
  await city.payload.db.updateOne({ collection: 'users', id, data: own, req })
  const { token } = (await ask('POST', 'users/login', { username: role, password })) as unknown as {
    token: string
  }
  return token
}

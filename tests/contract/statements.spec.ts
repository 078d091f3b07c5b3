import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, handleEndpoints } from 'payload'
import { openDatabase, type Opened } from './openDatabase'

/** What the database is asked for, a name and a collection each: of every method that sends it something. */
const asking = [
  ...(['find', 'findOne', 'findGlobal', 'count', 'countGroups', 'readRows'] as const),
  ...(['create', 'updateOne', 'updateMany', 'createVersion', 'deleteOne', 'deleteMany'] as const),
  ...(['beginTransaction', 'commitTransaction', 'rollbackTransaction'] as const),
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

type Purposes = [statement: string, purpose: string][]
const statements = (purposes: Purposes) => purposes.map(([statement]) => statement)

const auditLine: Purposes = [
  ['find audit', 'the last line, behind which the next one stands'],
  [
    'updateOne counters',
    'the head of the chain moves on, if it stands at that line under our seal',
  ],
  ['create audit', 'the line'],
]

const save: Purposes = [
  ['findOne users', 'who asks'],
  ['countGroups delegations', 'whether they stand in for an approver'],
  ['beginTransaction', ''],
  ['findOne register', 'how the entry stands and where it is filed: may it be saved, and by whom'],
  ['findOne knowledge', 'the text as it was, which Payload completes what was sent with'],
  ['updateOne register', 'compare-and-set to the next revision'],
  ['updateOne knowledge', 'the text'],
  ['createVersion', 'its version'],
  ...auditLine,
  ['commitTransaction', ''],
]

const approval: Purposes = [
  ['findOne users', 'who asks'],
  ['findOne nodes', 'whether their unit decides in the place of others'],
  ['findOne register', 'how the entry stands'],
  ['findOne knowledge', 'the text that is approved'],
  ['find nodes', 'what its place is called'],
  ['findGlobal settings', 'words the centre has listed, for findings'],
  ['findOne audit', 'that this person opened this text'],
  ['beginTransaction', ''],
  ['updateOne register', 'compare-and-set to the state it leads to'],
  ['updateOne counters', 'the next change that search follows'],
  ['create publications', 'what readers get'],
  ['create decisions', 'the record'],
  ...auditLine,
  ['updateMany messages', 'who waited for it is told that it is settled'],
  ['create messages', 'the writer is told that it is approved'],
  ['commitTransaction', ''],
]

describe('what is asked of the database, by name', () => {
  it('a save reads the register once, moves it, writes text and version, and leaves its line', async () => {
    const id = await written()
    // As our pages send it: to answer with the category itself takes two more.
    const data = { summary: '带户口簿办理。', startedFrom: 1 }
    const asked = await asks('editor', 'PATCH', `knowledge/${id}?depth=0`, data)
    expect(asked).toEqual(statements(save))
    expect(asked).toHaveLength(12)
  })

  it('an approval looks for nothing under the id it has just made, and reads nothing twice', async () => {
    const id = await written()
    await send('editor', 'POST', `knowledge/${id}/submit`, { revision: 1 })
    const { hash } = await send('approver', 'GET', `knowledge/${id}/review`)
    const confirmed = { revision: 1, confirmed: true, hash }
    const asked = await asks('approver', 'POST', `knowledge/${id}/approve`, confirmed)
    expect(asked).toEqual(statements(approval))
    expect(asked).toHaveLength(18)
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

import { randomUUID } from 'node:crypto'
import { handleEndpoints, type Payload } from 'payload'
import type { User } from '@/payload-types'
import { findOpenTreeChanges } from '@/workflow/tree/treeChanges'
import { fill } from '../lists/fill'

/** Somebody signed in, who asks the API as over HTTP. Resolves where it was done and throws where it was refused. */
export type Asker = {
  get: (path: string) => Promise<Answer>
  post: (path: string, data: object) => Promise<Answer>
  patch: (path: string, data: object) => Promise<Answer>
}
type Answer = {
  doc: { id: string }
  docs: { id: string; category: string | null }[]
  hash: string
  results: { ok: boolean }[]
  created: number
}

export type City = Awaited<ReturnType<typeof makeCity>>

const password = randomUUID()

/** One unit with so many entries, of which most are online, another unit whose people work, and a region. */
export async function makeCity(payload: Payload, entries: number) {
  const filled = await fill(payload, entries)
  await showApproved(payload, filled.unit)
  // Only the hotline centre has people of this role: the merge moves a unit's people and would rightly be refused.
  await payload.db.deleteOne({ collection: 'users', where: { id: { equals: filled.centre.id } } })
  const centre = await hire(payload, await foundCentre(payload), 'centre')
  const found = async (data: object) => (await centre.post('nodes', data)).doc.id
  const region = await found({ kind: 'region', name: '某县' })
  const heir = await found({ kind: 'department', name: '市就业局' })
  const beside = await found({ kind: 'department', name: '市档案局' })
  const [editor, approver] = await Promise.all([
    hire(payload, beside, 'editor'),
    hire(payload, beside, 'approver'),
  ])
  const { docs } = await centre.get(`nodes?where[parent][equals]=${beside}&limit=10`)
  const category = docs.find((node) => node.category === 'services')?.id
  let written = 0
  const write = async () => {
    written += 1
    const { doc } = await editor.post('knowledge', {
      ...{ title: `第${written}件事怎么办？`, summary: '带身份证办理。', category, body },
      ...{ openToUnits: true, openToPublic: true },
    })
    return doc.id
  }
  const draft = await write()
  let revision = 1
  return {
    ...{ unit: filled.unit, drafts: filled.drafts, centre, region, heir, editor, approver },
    /** Of the unit with many entries. */
    unitEditor: await signIn(payload, filled.editor),
    /** One save of the editor's own draft. */
    saveDraft: async (who: Asker) => {
      const data = { summary: `第${revision}次保存。`, startedFrom: revision }
      await who.patch(`knowledge/${draft}`, data)
      revision += 1
    },
    /** A new text that waits for its approver; its id. */
    submitNew: async () => {
      const id = await write()
      await editor.post(`knowledge/${id}/submit`, { revision: 1 })
      return id
    },
    approve: async (who: Asker, id: string) => {
      const { hash } = await who.get(`knowledge/${id}/review`)
      await who.post(`knowledge/${id}/approve`, { revision: 1, confirmed: true, hash })
    },
    /** Two lists, as people open them all day. */
    read: async () => {
      await editor.get('knowledge?limit=20')
      await editor.get('worklist?page=1')
    },
  }
}

/** A file of one row a line. */
const linesOf = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n')

/** Is nothing left that a change of the tree still owes? */
export const isTreeQuiet = async (payload: Payload): Promise<boolean> =>
  (await findOpenTreeChanges(payload)).length === 0

const words = { type: 'text', version: 1, format: 0, detail: 0, mode: 'normal', style: '' }
const node = { version: 1, direction: 'ltr', format: '', indent: 0 }
const text = { ...words, text: '到三楼窗口办理。' }
const body = {
  root: { ...node, type: 'root', children: [{ ...node, type: 'paragraph', children: [text] }] },
}

/** What was approved is online, as readers have it. */
async function showApproved(payload: Payload, unit: string): Promise<void> {
  const { docs } = await payload.db.find<Record<string, unknown> & { id: string }>({
    collection: 'register',
    where: { and: [{ unit: { equals: unit } }, { state: { equals: 'approved' } }] },
    pagination: false,
    limit: 0,
  })
  for (const [at, { id, library, number, title, category, categoryKey }] of docs.entries()) {
    const since = new Date(Date.now() - 60_000).toISOString()
    await payload.db.create({
      collection: 'publications',
      data: {
        ...{ id: randomUUID(), entry: id, slot: id, isLive: true, library, number, title },
        ...{ revision: 1, unit, unitName: '市人社局', category, categoryKey, openedBy: id },
        ...{ openToUnits: true, openToPublic: at % 2 === 0, from: since, approvedAt: since },
        ...{ html: '<p>到窗口办理。</p>', plain: '到窗口办理。', changeSeq: at + 1, dirty: false },
      },
    })
    await payload.db.updateOne({
      ...{ collection: 'register', id, data: { liveRevision: 1 } },
    })
  }
}

/** The hotline centre, which the first start makes. */
async function foundCentre(payload: Payload): Promise<string> {
  const data = { kind: 'department', form: 'municipal', name: '12345热线中心' } as const
  const { id } = await payload.create({ collection: 'nodes', data, overrideAccess: true, depth: 0 })
  await payload.db.updateOne({ collection: 'nodes', id, data: { isCentre: true } })
  return id
}

async function hire(payload: Payload, unit: string, role: User['roles'][number]): Promise<Asker> {
  const user = await payload.create({
    collection: 'users',
    data: { name: `某${role}`, username: `${role}-${unit}`, unit, roles: [role], password },
    overrideAccess: true,
    depth: 0,
  })
  return signIn(payload, user)
}

async function signIn(payload: Payload, { id, username }: User): Promise<Asker> {
  const data = { password, mustChangePassword: false, isActive: true }
  await payload.update({ collection: 'users', id, data, overrideAccess: true, depth: 0 })
  const { token } = await ask<{ token: string }>(null, 'POST', 'users/login', {
    username,
    password,
  })
  const signed =
    (method: string) =>
    (path: string, body?: object): Promise<Answer> =>
      ask<Answer>(token, method, path, body)
  return { get: signed('GET'), post: signed('POST'), patch: signed('PATCH') }

  async function ask<Shape>(by: string | null, method: string, path: string, data?: object) {
    const request = new Request(`http://127.0.0.1:3000/api/${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(by ? { Authorization: `JWT ${by}` } : {}),
      },
      ...(data ? { body: Array.isArray(data) ? linesOf(data) : JSON.stringify(data) } : {}),
    })
    const response = await handleEndpoints({ config: payload.config, request })
    const answer: unknown = await response.json()
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
    return answer as Shape
  }
}

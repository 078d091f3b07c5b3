import { randomUUID } from 'node:crypto'
import { createLocalReq, type CollectionSlug, type Payload, type PayloadRequest } from 'payload'
import type { CategoryKey, State } from '@/access/rules'
import type { User } from '@/payload-types'
import { inTransaction } from '@/workflow/inTransaction'

export type Filled = { unit: string; editor: User; approver: User; centre: User; drafts: string[] }

/** Other units of the city, so that the tree and the units' page have their size. */
const otherUnits = 200
const inOneTransaction = 250

const node = { version: 1, direction: 'ltr', format: '', indent: 0 }
const words = { type: 'text', version: 1, format: 0, detail: 0, mode: 'normal', style: '' }
const paragraph =
  '申请人携带有效身份证件和申请表到政务服务中心窗口办理，材料齐全的当场受理，五个工作日内办结。'
const body = {
  root: {
    ...node,
    type: 'root',
    children: Array.from({ length: 12 }, () => ({
      ...node,
      type: 'paragraph',
      children: [{ ...words, text: paragraph }],
    })),
  },
}

const states: readonly State[] = ['approved', 'approved', 'pending', 'draft', 'returned']

/** A city of 200 units and one unit with so many entries, below Payload's hooks: what is measured is reading. */
export async function fill(payload: Payload, entries: number): Promise<Filled> {
  const req = await createLocalReq({}, payload)
  const [unit, category] = await beginUnit(payload)
  const drafts: string[] = []
  await inParts(req, entries, async (at) => {
    const state = at < 500 ? 'draft' : (states[at % states.length] ?? 'draft')
    const id = randomUUID()
    if (at < 500) drafts.push(id)
    const title = `第${at}项业务如何办理？`
    const number = `ZS9${String(at).padStart(6, '0')}`
    const place = { unit, unitAbove: null, category }
    const row = { id, library: 'knowledge', number, title, ...place, categoryKey: 'services' }
    const since = new Date(Date.now() - at * 60_000).toISOString()
    await put(req, 'register', {
      ...row,
      ...{ state, stateSince: since, revision: 1, lock: 1, writers: '[]', isWithdrawn: false },
    })
    await put(req, 'knowledge', {
      ...{ id, number, title, ...place, entry: id, revision: 1, body },
      ...{ summary: paragraph, openToUnits: true, openToPublic: at % 2 === 0 },
    })
  })
  await inParts(req, otherUnits, async (order) => {
    const id = randomUUID()
    const place = { unit: id, unitAbove: null, parent: null, level: 1 }
    const more = { form: 'municipal', isCentre: false }
    await put(req, 'nodes', {
      id,
      kind: 'department',
      name: `第${order}局`,
      order,
      ...place,
      ...more,
    })
    for (const role of ['editor', 'approver']) await putPerson(req, id, role)
  })
  const [editor, approver] = [
    await putPerson(req, unit, 'editor'),
    await putPerson(req, unit, 'approver'),
  ]
  return { unit, editor, approver, centre: await putPerson(req, unit, 'centre'), drafts }
}

/** Through Payload, so that it has its categories. */
async function beginUnit(payload: Payload): Promise<[string, string]> {
  const { id } = await payload.create({
    collection: 'nodes',
    data: { kind: 'department', form: 'municipal', name: '市人社局', order: 1 },
    overrideAccess: true,
    depth: 0,
  })
  const key: CategoryKey = 'services'
  const { docs } = await payload.find({
    collection: 'nodes',
    where: { and: [{ parent: { equals: id } }, { category: { equals: key } }] },
    overrideAccess: true,
    depth: 0,
  })
  return [id, docs[0]?.id ?? '']
}

async function inParts(
  req: PayloadRequest,
  count: number,
  work: (at: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < count; from += inOneTransaction) {
    await inTransaction(req, async () => {
      for (let at = from; at < Math.min(count, from + inOneTransaction); at += 1) await work(at)
    })
  }
}

const put = (req: PayloadRequest, collection: CollectionSlug, data: Record<string, unknown>) =>
  req.payload.db.create({ collection, data, req })

async function putPerson(req: PayloadRequest, unit: string, role: string): Promise<User> {
  const id = randomUUID()
  const person = { id, unit, name: `某${role}`, username: `${role}-${id}`, roles: [role] }
  const row = { ...person, isActive: true, mustChangePassword: false }
  await put(req, 'users', row)
  return { ...row, collection: 'users' } as unknown as User
}

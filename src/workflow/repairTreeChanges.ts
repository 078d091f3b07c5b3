import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { idOf } from '@/access/actor'
import type { User } from '@/payload-types'
import { followNode } from './followNode'
import { furnishUnit } from './furnishUnit'
import { mergeNodes } from './mergeNodes'
import { recordAudit } from './recordAudit'
import { byId, findOne } from './store'
import type { TreeNode } from './tree'
import { findOpenTreeChanges, type OpenTreeChange } from './treeChanges'

/** Takes up every change of the tree that a kill interrupted; returns how many there were. */
export async function repairTreeChanges(payload: Payload): Promise<number> {
  const changes = await findOpenTreeChanges(payload)
  for (const change of changes) {
    const req = await createLocalReq({ user: await personOf(payload, change.by) }, payload)
    await takeUp[change.kind](req, change)
    await payload.kv.delete(change.key)
  }
  return changes.length
}

const takeUp: Record<
  OpenTreeChange['kind'],
  (req: PayloadRequest, change: OpenTreeChange) => Promise<unknown>
> = {
  found: async (req, { node: id, since }) => {
    const unit = await findNode(req, id)
    if (!unit) return
    await recordOnce({ req, action: 'node.create', node: unit, since })
    await furnishUnit(req, unit)
  },
  follow: async (req, { node: id, before, since }) => {
    const node = await findNode(req, id)
    const isMoved = idOf(node?.parent) !== before?.parent
    if (!node || !before || (!isMoved && node.name === before.name)) return
    const action = isMoved ? 'node.move' : 'node.rename'
    await recordOnce({ req, action, node, since, details: { from: before, to: idOf(node.parent) } })
    await followNode({ req, node, before, since })
  },
  merge: async (req, { node: id, into = '' }) => {
    const source = await findNode(req, id)
    const target = await findNode(req, into)
    if (source && target) await mergeNodes(req, source, target)
  },
}

/** The line of the audit log that the change itself may have left already. */
async function recordOnce(given: {
  req: PayloadRequest
  action: Parameters<typeof recordAudit>[0]['action']
  node: TreeNode
  since: string
  details?: Record<string, unknown>
}): Promise<void> {
  const { req, action, node, since, details = { kind: node.kind } } = given
  const where: Where = {
    and: [
      { action: { equals: action } },
      { subject: { equals: node.id } },
      { at: { greater_than_equal: since } },
    ],
  }
  if (await findOne({ req, collection: 'audit', where })) return
  await recordAudit({ req, action, subject: node.id, subjectName: node.name, details })
}

const findNode = (req: PayloadRequest, id: string) =>
  findOne<TreeNode>({ req, collection: 'nodes', where: byId(id) })

async function personOf(payload: Payload, id: string): Promise<User | undefined> {
  const req = await createLocalReq({}, payload)
  const user = id ? await findOne<User>({ req, collection: 'users', where: byId(id) }) : null
  return user ? { ...user, collection: 'users' } : undefined
}

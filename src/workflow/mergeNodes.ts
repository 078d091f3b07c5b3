import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import type { TreeNode } from '@/workflow/tree'
import { answer, bodyOf, param } from './answer'
import { inTransaction } from './inTransaction'
import { moveFiles } from './moveFiles'
import { recordAudit } from './recordAudit'
import { Refused } from './Refused'
import { relocate } from './relocate'
import { byId, findOne } from './store'

/**
 * `POST /api/nodes/{id}/merge` `{ into }`: everything of a node goes to another of its kind (entries,
 * people, for a region its bodies and townships) and the node is removed. Only the centre; 200 `{ id, moved }`.
 */
export const mergeEndpoint: Endpoint = answer('post', '/:id/merge', async (req) => {
  if (!actorOf(req.user)) throw new Refused('notSignedIn')
  if (!isGranted(req.user, 'nodes', 'update')) throw new Refused('notAllowed')
  const { into } = await bodyOf(req)
  const source = await findNode(req, param(req, 'id'))
  const target = typeof into === 'string' ? await findNode(req, into) : null
  if (!source) throw new Refused('notFound')
  if (!target || target.id === source.id || target.kind !== source.kind || source.isCentre) {
    throw refused('请选择另一个同类型的节点并入。', 'Choose another node of the same kind.')
  }
  const moved = await inTransaction(req, () => merge(req, source, target))
  return { id: target.id, moved }
})

async function merge(req: PayloadRequest, source: TreeNode, target: TreeNode): Promise<number> {
  let moved = 0
  if (source.kind === 'category') {
    moved = await moveCategory(req, source, target)
  } else if (source.kind === 'region') {
    for (const body of await childrenOf(req, source)) {
      const data = { parent: target.id }
      await req.payload.update({
        collection: 'nodes',
        id: body.id,
        data,
        overrideAccess: true,
        depth: 0,
        req,
      })
    }
    moved = await moveUncategorised(req, source, target)
  } else {
    const targets = await childrenOf(req, target)
    for (const category of await childrenOf(req, source)) {
      const same = targets.find((node) => node.category === category.category)
      if (!same) {
        throw refused(
          `目标单位没有类别“${category.name}”，请先添加。`,
          `The other unit has no category ${category.name}: add it first.`,
        )
      }
      moved += await moveCategory(req, category, same)
      await remove(req, category)
    }
    moved += await moveUncategorised(req, source, target)
  }
  await moveAccounts(req, 'users', source, target)
  await moveAccounts(req, 'systems', source, target)
  await moveFiles({ req, from: source.id, place: { unit: target.id, unitAbove: target.unitAbove } })
  await recordAudit({
    req,
    action: 'node.merge',
    subject: source.id,
    subjectName: source.name,
    details: { into: target.id, name: target.name, entries: moved },
  })
  await remove(req, source)
  return moved
}

const moveCategory = (req: PayloadRequest, from: TreeNode, to: TreeNode) =>
  relocate({
    req,
    actor: actorOf(req.user),
    where: { category: { equals: from.id } },
    place: {
      unit: to.unit,
      unitAbove: to.unitAbove ?? null,
      category: to.id,
      categoryKey: to.category,
    },
    reason: `并入：${from.name} → ${to.name}`,
  })

/** Plans, notices and cases are filed under the unit itself. */
const moveUncategorised = (req: PayloadRequest, from: TreeNode, to: TreeNode) =>
  relocate({
    req,
    actor: actorOf(req.user),
    where: { unit: { equals: from.id } },
    place: { unit: to.id, unitAbove: to.unitAbove ?? null },
    reason: `并入：${from.name} → ${to.name}`,
  })

async function moveAccounts(
  req: PayloadRequest,
  collection: 'users' | 'systems',
  source: TreeNode,
  target: TreeNode,
): Promise<void> {
  const { docs } = await req.payload.find({
    collection,
    where: { unit: { equals: source.id } },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  // Through Payload's own update: it is on record, and what is kept of sessions is forgotten at once.
  for (const { id } of docs) {
    const data = { unit: target.id }
    await req.payload.update({ collection, id, data, overrideAccess: true, depth: 0, req })
  }
}

async function childrenOf(req: PayloadRequest, node: TreeNode): Promise<TreeNode[]> {
  const { docs } = await req.payload.find({
    collection: 'nodes',
    where: { parent: { equals: node.id } },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  return docs as unknown as TreeNode[]
}

const remove = (req: PayloadRequest, { id }: TreeNode) =>
  req.payload.delete({ collection: 'nodes', id, overrideAccess: true, depth: 0, req })

const findNode = (req: PayloadRequest, id: string) =>
  findOne<TreeNode>({ req, collection: 'nodes', where: byId(id) })

const refused = (zh: string, en: string) =>
  new Refused('invalid', { fields: ['into'], detail: { zh, en } })

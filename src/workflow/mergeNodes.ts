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
import { beginTreeChange, endTreeChange } from './treeChanges'

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
  const moved = await inTransaction(req, () => mergeNodes(req, source, target))
  return { id: target.id, moved }
})

/** What the merge needs is looked at before the first row is changed; taken up again, it goes on. */
export async function mergeNodes(
  req: PayloadRequest,
  source: TreeNode,
  target: TreeNode,
): Promise<number> {
  const pairs = await pairCategories(req, source, target)
  await refuseTwins(req, source, target)
  const change = { kind: 'merge', node: source.id, into: target.id } as const
  await beginTreeChange(req, change)
  let moved = 0
  for (const { from, to } of pairs) {
    // Again until nothing is left: without transactions somebody may write there meanwhile.
    for (let more = 1; more > 0; moved += more) more = await moveCategory(req, from, to)
    if (from.id !== source.id) await remove(req, from)
  }
  if (source.kind === 'region') {
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
  }
  if (source.kind !== 'category') moved += await moveUncategorised(req, source, target)
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
  await endTreeChange(req, change)
  return moved
}

/** Each category of a unit goes into the same one of the other unit. */
async function pairCategories(req: PayloadRequest, source: TreeNode, target: TreeNode) {
  if (source.kind === 'category') return [{ from: source, to: target }]
  if (source.kind === 'region') return []
  const targets = await childrenOf(req, target)
  return (await childrenOf(req, source)).map((from) => {
    const to = targets.find((node) => node.category === from.category)
    if (to) return { from, to }
    throw refused(
      `目标单位没有类别“${from.name}”，请先添加。`,
      `The other unit has no category ${from.name}: add it first.`,
    )
  })
}

async function refuseTwins(req: PayloadRequest, source: TreeNode, target: TreeNode): Promise<void> {
  if (source.kind !== 'region') return
  const names = new Set((await childrenOf(req, target)).map(({ name }) => name))
  const twin = (await childrenOf(req, source)).find(({ name }) => names.has(name))
  if (!twin) return
  throw refused(
    `目标县（市、区）已有同名单位“${twin.name}”，请先将其并入或更名。`,
    `The other region has a unit called ${twin.name} already: merge or rename it first.`,
  )
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

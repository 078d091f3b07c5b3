import type { PayloadRequest, Where } from 'payload'
import { actorOf, idOf } from '@/access/actor'
import { filedIn } from '@/access/listFilter'
import { byId, findAll, findOne, swap } from '../store'
import { moveTasks } from '../tasks/moveTasks'
import { relocate } from './relocate'
import type { TreeNode } from './tree'

/**
 * A renamed or moved node takes its categories, files and entries along; resolves to how many entries. Done again since
 * a given moment, only what has not followed yet is moved.
 */
export async function followNode(given: {
  req: PayloadRequest
  node: TreeNode
  before: Pick<TreeNode, 'name' | 'parent'>
  since?: string
}): Promise<number> {
  const { req, node, before, since } = given
  const { id } = node
  const unitAbove = node.unitAbove ?? null
  const isMoved = idOf(before.parent) !== idOf(node.parent)
  if (isMoved) {
    await moveCategories(req, node)
    await moveFiles({ req, from: id, place: { unit: id, unitAbove } })
    await moveTasks(req, id, { unit: id, unitAbove })
  }
  const where: Where = node.kind === 'category' ? { category: { equals: id } } : filedIn(id)
  // As it is by then: the node may be moved once more while its entries follow.
  const place = async () => {
    if (!isMoved) return {}
    const now = await findOne<TreeNode>({ req, collection: 'nodes', where: byId(id) })
    return { unitAbove: now?.unitAbove ?? null }
  }
  const reason = isMoved ? `单位调整：${node.name}` : `更名：${before.name} → ${node.name}`
  return relocate({ req, actor: actorOf(req.user), where, place, reason, since })
}

async function moveCategories(req: PayloadRequest, node: TreeNode): Promise<void> {
  const docs = await findAll({
    req,
    collection: 'nodes',
    where: { parent: { equals: node.id } },
  })
  for (const child of docs) {
    const data = { unitAbove: node.unitAbove ?? null, level: node.level + 1 }
    await swap({ req, collection: 'nodes', where: { id: { equals: child.id } }, data })
  }
}

type Place = { unit: string; unitAbove: string | null }

/** The files of a unit follow it, so that those who read its texts see what belongs to them. */
export async function moveFiles(given: {
  req: PayloadRequest
  /** The unit whose files they were. */
  from: string
  place: Place
}): Promise<void> {
  const { req, from, place } = given
  const docs = await findAll({
    req,
    collection: 'media',
    where: { unit: { equals: from } },
    select: { unit: true },
  })
  for (const { id } of docs) {
    await swap({ req, collection: 'media', where: byId(String(id)), data: { ...place } })
  }
}

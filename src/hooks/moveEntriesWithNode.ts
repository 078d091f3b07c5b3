import type { CollectionAfterChangeHook, Where } from 'payload'
import { actorOf, idOf } from '@/access/actor'
import type { TreeNode } from '@/workflow/tree'
import { moveFiles } from '@/workflow/moveFiles'
import { recordAudit } from '@/workflow/recordAudit'
import { relocate } from '@/workflow/relocate'
import { swap } from '@/workflow/store'

/** A renamed or moved node takes its categories and entries along; what readers see follows at once. */
export const moveEntriesWithNode: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update') return
  const node = doc as TreeNode
  const before = previousDoc as TreeNode
  const isRenamed = before.name !== node.name
  const isMoved = idOf(before.parent) !== idOf(node.parent)
  const isOrdered = before.order !== node.order
  if (!isRenamed && !isMoved && !isOrdered && before.form === node.form) return
  await recordAudit({
    req,
    action: isMoved
      ? 'node.move'
      : isRenamed
        ? 'node.rename'
        : isOrdered
          ? 'node.order'
          : 'node.update',
    subject: node.id,
    subjectName: node.name,
    details: { from: { name: before.name, parent: idOf(before.parent) }, to: idOf(node.parent) },
  })
  if (!isRenamed && !isMoved) return
  const { id } = node
  if (isMoved) {
    await moveCategories()
    await moveFiles({ req, from: id, place: { unit: id, unitAbove: node.unitAbove ?? null } })
  }
  const where: Where =
    node.kind === 'category'
      ? { category: { equals: id } }
      : { or: [{ unit: { equals: id } }, { unitAbove: { equals: id } }] }
  const place = isMoved ? { unitAbove: node.unitAbove ?? null } : {}
  const reason = isMoved ? `单位调整：${node.name}` : `更名：${before.name} → ${node.name}`
  await relocate({ req, actor: actorOf(req.user), where, place, reason })

  async function moveCategories() {
    const { docs } = await req.payload.find({
      collection: 'nodes',
      where: { parent: { equals: node.id } },
      overrideAccess: true,
      depth: 0,
      pagination: false,
      limit: 0,
      req,
    })
    for (const child of docs) {
      const data = { unitAbove: node.unitAbove ?? null, level: node.level + 1 }
      await swap({ req, collection: 'nodes', where: { id: { equals: child.id } }, data })
    }
  }
}

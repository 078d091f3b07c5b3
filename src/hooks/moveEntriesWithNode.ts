import type { CollectionAfterChangeHook } from 'payload'
import { idOf } from '@/access/actor'
import { followNode } from '@/workflow/followNode'
import { recordAudit } from '@/workflow/recordAudit'
import type { TreeNode } from '@/workflow/tree'
import { endTreeChange } from '@/workflow/treeChanges'

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
  await followNode({ req, node, before })
  await endTreeChange(req, { kind: 'follow', node: node.id })
}

import type { CollectionAfterChangeHook } from 'payload'
import { idOf } from '@/access/actor'
import { vouched } from '@/workflow/audit/digests'
import { recordAudit } from '@/workflow/audit/recordAudit'
import type { TreeNode } from '@/workflow/tree/tree'

/** A change of a node is on record; what belongs to it follows once it is written for good (`followTreeChanges`). */
export const recordNodeChange: CollectionAfterChangeHook = async ({
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
  const isOther = before.form !== node.form || before.isOffice !== node.isOffice
  if (!isRenamed && !isMoved && !isOrdered && !isOther) return
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
    details: {
      from: { name: before.name, parent: idOf(before.parent) },
      to: idOf(node.parent),
      ...(before.isOffice === node.isOffice ? {} : { isOffice: node.isOffice }),
      vouches: vouched('nodes', node),
    },
  })
}

import type { CollectionAfterChangeHook } from 'payload'
import { vouched } from '@/workflow/audit/digests'
import { furnishUnit } from '@/workflow/tree/furnishUnit'
import { recordAudit } from '@/workflow/audit/recordAudit'
import type { TreeNode } from '@/workflow/tree/tree'
import { endTreeChange, takeBegun } from '@/workflow/tree/treeChanges'

/** A new unit gets its categories and first entries by itself. */
export const foundUnit: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return
  const node = doc as TreeNode
  const { id: subject, name: subjectName } = node
  await recordAudit({
    req,
    action: 'node.create',
    subject,
    subjectName,
    details: { kind: node.kind, vouches: vouched('nodes', node) },
  })
  if (node.kind === 'category') return
  await furnishUnit(req, node)
  for (const key of takeBegun(req)) await endTreeChange(req.payload, key)
}

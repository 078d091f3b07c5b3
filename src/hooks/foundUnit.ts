import type { CollectionAfterChangeHook } from 'payload'
import { topics } from '@/access/rules'
import { standardCategories, type TreeNode } from '@/workflow/tree'
import { topicTitles } from '@/i18n/categoryNames'
import { recordAudit } from '@/workflow/recordAudit'

/**
 * A new unit gets its standard categories by itself, and in its details the four entries every unit
 * owes (机构设置、班子成员、办公地址、联络方式) as empty drafts.
 */
export const foundUnit: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return
  const node = doc as TreeNode
  const { id: subject, name: subjectName } = node
  await recordAudit({
    req,
    action: 'node.create',
    subject,
    subjectName,
    details: { kind: node.kind },
  })
  if (node.kind === 'category') return
  for (const [order, standard] of standardCategories(node).entries()) {
    const category = await req.payload.create({
      collection: 'nodes',
      data: { kind: 'category', parent: node.id, order, ...standard },
      overrideAccess: true,
      depth: 0,
      req,
    })
    if (standard.category !== 'details') continue
    for (const topic of topics) {
      await req.payload.create({
        collection: 'knowledge',
        data: { category: category.id, title: topicTitles[topic](node.name), topic },
        overrideAccess: true,
        depth: 0,
        req,
      })
    }
  }
}

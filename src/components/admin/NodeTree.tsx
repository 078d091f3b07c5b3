import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { ListViewServerProps, PayloadRequest, Where } from 'payload'
import { actorOf, idOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { reachQuery } from '@/access/reach'
import { treeTexts } from '@/i18n/treeTexts'
import type { TreeNode } from '@/workflow/tree'
import type { ShownNode } from './tree/shape'
import { Tree } from './tree/Tree'

/** 知识树 in place of Payload's table: everyone reads it, the centre changes it. */
export async function NodeTree({ payload, user, i18n }: ListViewServerProps) {
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const texts = treeTexts[language]
  const [nodes, counts] = await Promise.all([nodesOf(payload), entriesOf(payload, user)])
  const shown: ShownNode[] = nodes.map((node) => ({
    id: node.id,
    kind: node.kind,
    name: node.name,
    parent: idOf(node.parent),
    order: node.order,
    isCentre: node.isCentre,
    category: node.category,
    entries: counts.get(node.id) ?? 0,
  }))
  return (
    <main className="zk-treepage">
      <SetStepNav nav={[{ label: texts.title }]} />
      <Gutter>
        <h1>{texts.title}</h1>
        <Tree nodes={shown} canEdit={isGranted(user, 'nodes', 'update')} />
      </Gutter>
    </main>
  )
}

type Payload = PayloadRequest['payload']

async function nodesOf(payload: Payload): Promise<TreeNode[]> {
  const { docs } = await payload.find({
    collection: 'nodes',
    sort: 'order',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  return docs as unknown as TreeNode[]
}

/** How many entries stand under each category and unit, as far as this person reads them. */
async function entriesOf(payload: Payload, user: unknown): Promise<Map<string, number>> {
  const reach = reachQuery(actorOf(user))
  const counts = new Map<string, number>()
  if (reach === false) return counts
  const where: Where = reach === true ? {} : reach
  const { docs } = await payload.find({
    collection: 'register',
    where,
    select: { category: true, unit: true, unitAbove: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  for (const { category, unit, unitAbove } of docs) {
    for (const id of [category, unit, unitAbove]) {
      if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}

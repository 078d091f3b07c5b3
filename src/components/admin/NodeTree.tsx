import { notFound } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest, Where } from 'payload'
import { actorOf, idOf } from '@/access/actor'
import { isGranted } from '@/access/granted'
import { reachQuery } from '@/access/reach'
import { treeTexts } from '@/i18n/treeTexts'
import { countGroups, type Group } from '@/tables'
import type { TreeNode } from '@/workflow/tree/tree'
import { AdminPage } from './AdminPage'
import type { Held, ShownNode } from './tree/shape'
import { Tree } from './tree/Tree'

/** 知识树: everyone reads it, the centre changes it. */
export async function NodeTree({ view }: { view: AdminViewServerProps }) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (!isGranted(user, 'nodes', 'read')) notFound()
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const texts = treeTexts[language]
  const canEdit = isGranted(user, 'nodes', 'update')
  const [nodes, counts, held] = await Promise.all([
    nodesOf(payload),
    entriesOf(payload, user),
    canEdit ? heldOf(payload) : null,
  ])
  const shown: ShownNode[] = nodes.map((node) => ({
    id: node.id,
    kind: node.kind,
    name: node.name,
    parent: idOf(node.parent),
    order: node.order,
    form: node.form,
    isCentre: node.isCentre,
    isOffice: node.isOffice === true,
    category: node.category,
    entries: counts.get(node.id) ?? 0,
    held: held?.(node) ?? nothing,
  }))
  return (
    <AdminPage view={view} title={texts.title} className="zk-page zk-treepage">
      <Tree nodes={shown} canEdit={canEdit} />
    </AdminPage>
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
  if (reach === false) return new Map()
  const kept: Where = { trashedAt: { exists: false } }
  const groups = await countGroups(payload, {
    collection: 'register',
    by: ['category', 'unit', 'unitAbove'],
    where: reach === true ? kept : { and: [reach, kept] },
  })
  return sumsOf(groups, 'category', 'unit', 'unitAbove')
}

const nothing: Held = { entries: 0, people: 0, keys: 0 }

/** What the deletion of a node would be refused for: entries filed right there (in the trash too), people, keys. */
async function heldOf(payload: Payload): Promise<(node: TreeNode) => Held> {
  const [entries, people, keys] = await Promise.all([
    countGroups(payload, { collection: 'register', by: ['unit', 'category'] }),
    countGroups(payload, { collection: 'users', by: ['unit'] }),
    countGroups(payload, { collection: 'systems', by: ['unit'] }),
  ])
  const filed = sumsOf(entries, 'unit', 'category')
  const working = sumsOf(people, 'unit')
  const calling = sumsOf(keys, 'unit')
  return ({ id }) => ({
    entries: filed.get(id) ?? 0,
    people: working.get(id) ?? 0,
    keys: calling.get(id) ?? 0,
  })
}

/** How often each value stands in any of the columns. */
function sumsOf(groups: readonly Group[], ...columns: string[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const group of groups) {
    for (const column of columns) {
      const id = group[column]
      if (id) sums.set(String(id), (sums.get(String(id)) ?? 0) + group.count)
    }
  }
  return sums
}

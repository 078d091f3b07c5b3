import type { Payload, Where } from 'payload'
import { idOf, type Actor } from '@/access/actor'
import { reachQuery } from '@/access/reach'
import { countGroups, type Group } from '@/tables'
import type { TreeNode } from './tree'

/** What hangs on a node itself and keeps it from being deleted; only the centre is told. */
export type Held = { entries: number; people: number; keys: number }

export type ShownNode = Pick<
  TreeNode,
  'id' | 'kind' | 'name' | 'order' | 'form' | 'isCentre' | 'isOffice' | 'category'
> & {
  parent: string | null
  /** Entries of it and of what lies below, as far as this person reads them. */
  entries: number
  held: Held
}

type Asked = {
  payload: Payload
  actor: Actor | null
  /** Whether what keeps a node from being deleted is told; otherwise it is nothing for each. */
  isHeldTold: boolean
}

/** All nodes as the page of the tree shows them. Rejects as the database does. */
export async function shownTree({ payload, actor, isHeldTold }: Asked): Promise<ShownNode[]> {
  const [nodes, counts, held] = await Promise.all([
    nodesOf(payload),
    entriesOf(payload, actor),
    isHeldTold ? heldOf(payload) : null,
  ])
  return nodes.map((node) => ({
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
}

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
async function entriesOf(payload: Payload, actor: Actor | null): Promise<Map<string, number>> {
  const reach = reachQuery(actor)
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

import { inProcedureOrder } from '@/access/procedureOrder'
import type { Reader } from './reader'
import { readRows } from '@/tables'
import { liveCounts, type CategoryCounts } from './liveCounts'

export type TreeCategory = { id: string; key: string; name: string; count: number }

/** A unit with its categories and the units below it; `count` is what this audience sees in all of them. */
export type TreeUnit = {
  id: string
  kind: 'region' | 'department' | 'township'
  form: string | null
  name: string
  isCentre: boolean
  count: number
  categories: TreeCategory[]
  units: TreeUnit[]
}

type NodeRow = {
  id: string
  kind: 'region' | 'department' | 'township' | 'category'
  form: string | null
  name: string
  parent: string | null
  category: string | null
  order: number | null
  isCentre: boolean | null
  isOffice: boolean | null
}

/** The knowledge tree in the procedure's order, with the counts this audience may know. */
export async function readTree(reader: Reader): Promise<TreeUnit[]> {
  const [nodes, counts] = await Promise.all([readNodes(reader), liveCounts(reader)])
  return growTree(nodes, counts)
}

async function readNodes({ payload }: Reader): Promise<NodeRow[]> {
  const rows = await readRows(payload, {
    collection: 'nodes',
    columns: ['id', 'kind', 'form', 'name', 'parent', 'category', 'order', 'isCentre', 'isOffice'],
    limit: 0,
  })
  return rows as NodeRow[]
}

export function growTree(nodes: readonly NodeRow[], counts: CategoryCounts): TreeUnit[] {
  const below = new Map<string | null, NodeRow[]>()
  for (const node of [...nodes].sort(inProcedureOrder)) {
    const siblings = below.get(node.parent)
    if (siblings) siblings.push(node)
    else below.set(node.parent, [node])
  }
  return unitsBelow(null, below, counts)
}

function unitsBelow(
  parent: string | null,
  below: Map<string | null, NodeRow[]>,
  counts: CategoryCounts,
): TreeUnit[] {
  return (below.get(parent) ?? []).flatMap((node) => {
    if (node.kind === 'category') return []
    const units = unitsBelow(node.id, below, counts)
    const categories = (below.get(node.id) ?? [])
      .filter((child) => child.kind === 'category')
      .map(({ id, category, name }) => ({
        id,
        key: category ?? '',
        name,
        count: counts.byCategory.get(id) ?? 0,
      }))
    const own = counts.byUnit.get(node.id) ?? 0
    const { id, kind, form, name, isCentre } = node
    return {
      id,
      kind,
      form: form ?? null,
      name,
      isCentre: isCentre === true,
      count: own + units.reduce((sum, unit) => sum + unit.count, 0),
      categories,
      units,
    }
  })
}

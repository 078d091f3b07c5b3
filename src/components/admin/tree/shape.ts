import { categories, type CategoryKey } from '@/access/rules'
import type { TreeNode } from '@/workflow/tree'

export type ShownNode = Pick<
  TreeNode,
  'id' | 'kind' | 'name' | 'order' | 'isCentre' | 'category'
> & {
  parent: string | null
  entries: number
}

export type Kind = ShownNode['kind']

const rank: Record<Kind, number> = { department: 0, region: 1, township: 2, category: 3 }

/** Nodes by what is above them, each group in its order; the first level under null. */
export function childrenByParent(nodes: readonly ShownNode[]): Map<string | null, ShownNode[]> {
  const groups = new Map<string | null, ShownNode[]>()
  for (const node of nodes) groups.set(node.parent, [...(groups.get(node.parent) ?? []), node])
  for (const group of groups.values()) {
    group.sort((a, b) => rank[a.kind] - rank[b.kind] || a.order - b.order)
  }
  return groups
}

export type Row = { node: ShownNode; level: number; position: number; of: number }

/** The rows that are to be seen while only `open` nodes show their children. */
export function rowsOf(
  children: Map<string | null, ShownNode[]>,
  open: ReadonlySet<string>,
  parent: string | null = null,
  level = 1,
): Row[] {
  const group = children.get(parent) ?? []
  return group.flatMap((node, index) => [
    { node, level, position: index + 1, of: group.length },
    ...(open.has(node.id) ? rowsOf(children, open, node.id, level + 1) : []),
  ])
}

/** Standard categories a unit has not got yet. */
export function categoriesLeft(nodes: readonly ShownNode[], unit: ShownNode): CategoryKey[] {
  const given = nodes.filter(({ parent }) => parent === unit.id).map(({ category }) => category)
  const all = unit.kind === 'township' ? categories.township : categories.municipal
  return all.filter((key) => !given.includes(key))
}

/** What may be added below a node (or at the first level, below null). */
export function kindsBelow(nodes: readonly ShownNode[], parent: ShownNode | null): Kind[] {
  if (!parent) return ['department', 'region']
  if (parent.kind === 'region') return ['department', 'township']
  if (parent.kind === 'category') return []
  return categoriesLeft(nodes, parent).length > 0 ? ['category'] : []
}

/** The names from the first level down to the node. */
export function pathOf(nodes: readonly ShownNode[], node: ShownNode): string {
  const above = nodes.find(({ id }) => id === node.parent)
  return above ? `${pathOf(nodes, above)} / ${node.name}` : node.name
}

/** Brothers and sisters of its kind, between which it is ordered. */
export const peersOf = (nodes: readonly ShownNode[], node: ShownNode): ShownNode[] =>
  (childrenByParent(nodes).get(node.parent) ?? []).filter(({ kind }) => kind === node.kind)

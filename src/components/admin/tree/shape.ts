import { inProcedureOrder, rankOf } from '@/access/units'
import { categories, type CategoryKey } from '@/access/rules'
import type { Held, ShownNode } from '@/workflow/tree/shownTree'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'

export type Kind = ShownNode['kind']
export type Children = Map<string | null, ShownNode[]>

/** Nodes by what is above them, each group in the procedure's order; the first level under null. */
export function childrenByParent(nodes: readonly ShownNode[]): Children {
  const groups: Children = new Map()
  for (const node of nodes) {
    const group = groups.get(node.parent)
    if (group) group.push(node)
    else groups.set(node.parent, [node])
  }
  for (const group of groups.values()) group.sort(inProcedureOrder)
  return groups
}

export type Row = { node: ShownNode; level: number; position: number; of: number }

/** The rows that are to be seen while only `open` nodes show their children. */
export function rowsOf(
  children: Children,
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

/** Nodes whose name holds the words, with those above them, opened, and all that lies below, closed. */
export function foundBy(
  nodes: readonly ShownNode[],
  words: string,
): { nodes: ShownNode[]; open: Set<string>; count: number } {
  const asked = words.trim().toLowerCase()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const hits = nodes.filter(({ name }) => name.toLowerCase().includes(asked))
  const open = new Set<string>()
  for (const hit of hits) {
    for (let above = hit.parent; above && !open.has(above); above = byId.get(above)?.parent ?? null)
      open.add(above)
  }
  const children = childrenByParent(nodes)
  const below = (id: string): string[] =>
    (children.get(id) ?? []).flatMap((child) => [child.id, ...below(child.id)])
  const kept = new Set([...open, ...hits.flatMap(({ id }) => [id, ...below(id)])])
  return { nodes: nodes.filter(({ id }) => kept.has(id)), open, count: hits.length }
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

/** Brothers and sisters of its rank, between which it is ordered. */
export const peersOf = (
  nodes: readonly ShownNode[],
  node: Ranked & Pick<ShownNode, 'parent'>,
): ShownNode[] =>
  (childrenByParent(nodes).get(node.parent) ?? []).filter((one) => isPeer(one, node))

type Ranked = Pick<ShownNode, 'kind' | 'form' | 'category' | 'isOffice'>

export const isPeer = (one: Ranked, other: Ranked): boolean => rankOf(one) === rankOf(other)

export type KeptBy = { what: 'children' | keyof Held; count: number }

/** Why a node is not deleted but moved or merged, what weighs most first; nothing where it may go. */
export function keptBy(nodes: readonly ShownNode[], { id, held }: ShownNode): KeptBy[] {
  const children = nodes.filter(({ parent }) => parent === id).length
  const all: KeptBy[] = [
    { what: 'children', count: children },
    { what: 'entries', count: held.entries },
    { what: 'people', count: held.people },
    { what: 'keys', count: held.keys },
  ]
  return all.filter(({ count }) => count > 0)
}

/** Nodes of its kind that may take over everything of this one. */
export const mergeTargets = (nodes: readonly ShownNode[], node: ShownNode): ShownNode[] =>
  node.isCentre ? [] : nodes.filter(({ kind, id }) => kind === node.kind && id !== node.id)

/** Why this node can't be deleted, as a sentence; empty where it can. */
export function whyKept(nodes: readonly ShownNode[], node: ShownNode, language: Language): string {
  const texts = treeTexts[language]
  if (node.isCentre) return texts.keptCentre
  const kept = keptBy(nodes, node)
  if (kept.length === 0) return ''
  const words = {
    children: texts.children,
    entries: texts.entriesHeld,
    people: texts.people,
    keys: texts.keysHeld,
  }
  const what = kept
    .map(({ what: which, count }) => fill(words[which], { n: count }))
    .join(language === 'zh' ? '、' : ', ')
  const sentence = mergeTargets(nodes, node).length > 0 ? texts.kept : texts.keptOnly
  return fill(sentence, { name: node.name, what })
}

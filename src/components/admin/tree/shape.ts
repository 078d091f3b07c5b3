import { inProcedureOrder, rankOf } from '@/access/units'
import { categories, type CategoryKey } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import type { Language } from '@/i18n/language'
import { treeTexts } from '@/i18n/treeTexts'
import type { Held, ShownNode } from '@/workflow/tree/shownTree'

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

const isPeer = (one: Ranked, other: Ranked): boolean => rankOf(one) === rankOf(other)

type KeptBy = { what: 'children' | keyof Held; count: number }

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

/** A node's new place: below what, and before which of its peers there; last where `before` is null. */
export type Move = { node: ShownNode; parent: string | null; before: string | null }

export type Placing = Pick<ShownNode, 'id' | 'parent' | 'order'>

/** Bodies and townships of a county go to another; everything else is only ordered among its peers. */
export const isMovable = ({ parent, kind }: ShownNode): boolean =>
  parent !== null && kind !== 'category'

/** Counties this node may go to. */
export const moveTargets = (nodes: readonly ShownNode[], node: ShownNode): ShownNode[] =>
  isMovable(node) ? nodes.filter(({ kind, id }) => kind === 'region' && id !== node.parent) : []

/** One place up or down among its peers; null where it stands at the end already. */
export function shifted(nodes: readonly ShownNode[], node: ShownNode, by: -1 | 1): Move | null {
  const peers = peersOf(nodes, node)
  const from = peers.findIndex(({ id }) => id === node.id)
  const passed = peers[from + by]
  if (!passed) return null
  const before = by < 0 ? passed.id : (peers[from + 2]?.id ?? null)
  return { node, parent: node.parent, before }
}

/** What letting go of a node over another means: `above` and `below` are the halves of that row. */
export function dropOf(
  nodes: readonly ShownNode[],
  node: ShownNode,
  over: ShownNode,
  half: 'above' | 'below',
): Move | null {
  if (over.id === node.id) return null
  if (over.kind === 'region' && isMovable(node)) {
    return over.id === node.parent ? null : { node, parent: over.id, before: null }
  }
  const isBeside = isPeer(over, node) && over.parent === node.parent
  const isElsewhere = isPeer(over, node) && over.parent !== null && isMovable(node)
  if (!isBeside && !isElsewhere) return null
  const peers = peersOf(nodes, over).filter(({ id }) => id !== node.id)
  const at = peers.findIndex(({ id }) => id === over.id) + (half === 'below' ? 1 : 0)
  return { node, parent: over.parent, before: peers[at]?.id ?? null }
}

/**
 * Which nodes get another place or order by a move. Usually one: it takes a number between its neighbours';
 * all peers are numbered anew only where there is none between.
 */
export function placingsOf(nodes: readonly ShownNode[], move: Move): Placing[] {
  const { node, parent, before } = move
  const peers = peersOf(nodes, { ...node, parent }).filter(({ id }) => id !== node.id)
  const found = peers.findIndex(({ id }) => id === before)
  const at = found < 0 ? peers.length : found
  const order = between(peers[at - 1]?.order, peers[at]?.order)
  if (order !== null) return [{ id: node.id, parent, order }]
  return [...peers.slice(0, at), node, ...peers.slice(at)].flatMap(({ id, ...was }, index) =>
    was.order === index && id !== node.id ? [] : [{ id, parent, order: index }],
  )
}

function between(one: number | undefined, other: number | undefined): number | null {
  if (one === undefined) return other === undefined ? 0 : other - 1
  if (other === undefined) return one + 1
  const middle = (one + other) / 2
  return middle > one && middle < other ? middle : null
}

/** The same nodes as they stand before the change: what undoes it. */
export const placesNow = (nodes: readonly ShownNode[], changed: readonly Placing[]): Placing[] =>
  changed.map(({ id }) => {
    const { parent, order } = nodes.find((node) => node.id === id)!
    return { id, parent, order }
  })

/** The tree as it is with these places. */
export function placed(nodes: readonly ShownNode[], changed: readonly Placing[]): ShownNode[] {
  const places = new Map(changed.map((place) => [place.id, place]))
  return nodes.map((node) => ({ ...node, ...places.get(node.id) }))
}

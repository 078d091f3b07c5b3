import type { ShownNode } from '@/workflow/tree/shownTree'
import { isPeer, peersOf } from './shape'

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

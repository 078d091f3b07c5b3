import type { Facts, NodeRow, Violation } from './facts'

/**
 * Where things stand says who reads them: node, register, working copy and live text must name the same place, and
 * each node the place that follows from what is above it.
 */
export function places({ register, publications, texts, nodes }: Facts): Violation[] {
  const live = new Map(publications.filter((row) => row.isLive).map((row) => [row.entry, row]))
  const misplaced = [...nodes.values()].filter((node) => !isPlaced(node, nodes))
  const strayed = register.filter((row) => {
    const { id, unit, category } = row
    const above = row.unitAbove ?? null
    const filed = nodes.get(category ?? unit)
    const at = (place: { unit: string | null; unitAbove: string | null } | undefined) =>
      !place || (place.unit === unit && (place.unitAbove ?? null) === above)
    return !(filed && at(filed) && at(texts.get(id)) && at(live.get(id)))
  })
  return [
    ...misplaced.map(({ name, id }) => ({
      zh: `知识树节点“${name}”（${id}）的位置与上级不符。`,
      en: `The node ${name} (${id}) stands elsewhere than below its parent.`,
    })),
    ...strayed.map(({ number }) => ({
      zh: `${number}：登记、工作稿或发布记录所在的单位不一致。`,
      en: `${number}: register, working copy and live text name different places.`,
    })),
  ]
}

function isPlaced(node: NodeRow, nodes: Facts['nodes']): boolean {
  const above = node.parent ? nodes.get(node.parent) : undefined
  if (node.parent && !above) return false
  const isCategory = node.kind === 'category'
  const unit = isCategory ? above?.id : node.id
  const unitAbove = isCategory ? (above?.unitAbove ?? null) : (above?.id ?? null)
  const level = (above?.level ?? 0) + 1
  return node.unit === unit && (node.unitAbove ?? null) === unitAbove && node.level === level
}

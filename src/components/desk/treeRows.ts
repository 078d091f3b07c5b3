import type { TreeUnit } from '@/reading/readTree'

/** A line of the tree: a unit, or one of its categories. */
export type TreeRow = {
  id: string
  unit: string
  /** Empty of a unit. */
  category: string
  /** The category's key, for its name; empty of a unit. */
  key: string
  name?: string
  count: number
  /** From 1, as its place among its siblings. */
  level: number
  place: number
  size: number
  /** Null where nothing lies below. */
  isOpen: boolean | null
}

/** The lines that are seen, from the top down. */
export function rowsOf(
  units: readonly TreeUnit[],
  opened: ReadonlySet<string>,
  level = 1,
  before = 0,
): TreeRow[] {
  const size = units.length + before
  return units.flatMap((unit, at) => {
    const leaves = leavesOf(unit)
    const hasMore = leaves.length + unit.units.length > 0
    const isOpen = hasMore ? opened.has(unit.id) : null
    const row: TreeRow = {
      ...{ id: `${unit.id} `, unit: unit.id, category: '', key: '', name: unit.name },
      ...{ count: unit.count, level, place: before + at + 1, size, isOpen },
    }
    if (!isOpen) return [row]
    const all = leaves.length + unit.units.length
    return [
      row,
      ...leaves.map(({ key, name, count }, place): TreeRow => ({
        ...{ id: `${unit.id} ${key}`, unit: unit.id, category: key, key, name, count },
        ...{ level: level + 1, place: place + 1, size: all, isOpen: null },
      })),
      ...rowsOf(unit.units, opened, level + 1, leaves.length),
    ]
  })
}

/** Its categories; a county has none, and its hotspots are its bodies' and its townships'. */
const leavesOf = ({ hotspots, categories }: TreeUnit) => [
  ...(hotspots ? [{ key: 'hotspots', name: undefined, count: hotspots }] : []),
  ...categories.map(({ key, name, count }) => ({ key, name, count })),
]

/** The unit of this id and all above it, the highest first; none where there is no such unit. */
export function unitsAbove(units: readonly TreeUnit[], id: string): string[] {
  for (const unit of units) {
    if (unit.id === id) return [id]
    const below = unitsAbove(unit.units, id)
    if (below.length > 0) return [unit.id, ...below]
  }
  return []
}

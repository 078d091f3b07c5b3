import type { TreeUnit } from './readTree'

/** The unit of this id wherever it stands in the tree. */
export function findUnit(units: readonly TreeUnit[], id: string): TreeUnit | null {
  for (const unit of units) {
    const found = unit.id === id ? unit : findUnit(unit.units, id)
    if (found) return found
  }
  return null
}

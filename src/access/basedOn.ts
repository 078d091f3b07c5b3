/** A unit as it stands in the tree. */
export type Placed = {
  id: string
  kind: string
  unitAbove: string | null
  isOffice: boolean | null
}

/**
 * Whose entries may a unit's be based on? Those of the other units of level 1, in a county also those of its government
 * office, and of a township those of its county's bodies.
 */
export function isUnitAbove(above: Placed, own: Placed): boolean {
  if (above.id === own.id) return false
  if (above.unitAbove === null) return true
  if (above.unitAbove !== own.unitAbove) return false
  return above.isOffice === true || (own.kind === 'township' && above.kind === 'department')
}

/** Why an entry may not be based on another one. */
export type NotBasedOn = 'notOnline' | 'itself' | 'notAbove' | 'circle'

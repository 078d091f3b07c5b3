import type { TreeUnit } from './readTree'

/** How citizens find a unit of the city: by what it is, in the procedure's order. */
export const unitGroups = ['departments', 'zones', 'regions'] as const
export type UnitGroup = (typeof unitGroups)[number]

export function isOfGroup({ kind, form }: Pick<TreeUnit, 'kind' | 'form'>, group: UnitGroup) {
  if (kind === 'region') return group === 'regions'
  return (form === 'zone' || form === 'park' ? 'zones' : 'departments') === group
}

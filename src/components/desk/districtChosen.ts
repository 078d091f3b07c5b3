import { isDistrict } from '@/access/districts'
import type { TreeUnit } from '@/reading/readTree'

/** The county, zone or park that was chosen; null where another unit or none was. */
export function districtChosen(units: readonly TreeUnit[], chosen: string): TreeUnit | null {
  for (const unit of units) {
    if (unit.id === chosen) return isDistrict(unit) ? unit : null
    const below = districtChosen(unit.units, chosen)
    if (below) return below
  }
  return null
}

/** Empty where none was chosen, or it is no more. */
export const districtNamed = (units: readonly TreeUnit[], district: string): string =>
  districtChosen(units, district)?.name ?? ''

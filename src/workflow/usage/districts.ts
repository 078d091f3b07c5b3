import type { Payload } from 'payload'
import { isDistrict } from '@/access/districts'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'

/** The district a unit lies in or is: a county, zone or park; null of all others, and of what is no unit. */
export type DistrictOf = (unit: string | null | undefined) => string | null

/** As the tree stands now. Rejects as the database does. */
export async function districtsNow(payload: Payload): Promise<DistrictOf> {
  const known = await districtsByUnit(payload)
  return (unit) => known.get(unit ?? '') ?? null
}

/** The district of each unit that lies in one, or is one. */
export const districtsByUnit = (payload: Payload): Promise<ReadonlyMap<string, string>> =>
  followed.now(payload)

const followed = follow('districts', ['nodes'], readDistricts)

async function readDistricts(payload: Payload): Promise<ReadonlyMap<string, string>> {
  const nodes = await readRows(payload, {
    ...{ collection: 'nodes', columns: ['id', 'kind', 'form', 'unitAbove'], limit: 0 },
    where: { kind: { not_equals: 'category' } },
  })
  const districts = new Set(nodes.filter(isDistrict).map(({ id }) => id))
  const known = new Map<string, string>()
  for (const { id, unitAbove } of nodes) {
    const district = districts.has(id) ? id : districts.has(unitAbove) ? unitAbove : null
    if (district !== null) known.set(String(id), String(district))
  }
  return known
}

import type { Payload, Where } from 'payload'
import type { CategoryKey } from '@/access/rules'
import { readRows } from '@/tables'

/** Where a unit shows what is asked most: in its 热点信息, or, of a township, which has none, on its county's page. */
export type FrontPlace = {
  /** 县级热点: by a mark; what is marked stays in the township's 乡镇详情. */
  isForCounty: boolean
  /** The category a new text of that kind is filed under. */
  category: string
}

/** Null where the unit has no such category. */
export async function frontPlaceOf(payload: Payload, unit: string): Promise<FrontPlace | null> {
  const nodes = await readRows(payload, {
    collection: 'nodes',
    where: { or: [{ id: { equals: unit } }, { parent: { equals: unit } }] },
    columns: ['id', 'kind', 'category'],
    limit: 0,
  })
  const isForCounty = nodes.some(({ id, kind }) => id === unit && kind === 'township')
  const wanted: CategoryKey = isForCounty ? 'details' : 'hotspots'
  const found = nodes.find(({ kind, category }) => kind === 'category' && category === wanted)
  return found ? { isForCounty, category: String(found.id) } : null
}

/** Is this unit a township? */
export async function isTownship(payload: Payload, unit: string): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: unit } }, { kind: { equals: 'township' } }] }
  const rows = await readRows(payload, { collection: 'nodes', columns: ['id'], where, limit: 1 })
  return rows.length > 0
}

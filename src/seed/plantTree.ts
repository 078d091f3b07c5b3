import type { Payload } from 'payload'
import type { CategoryKey } from '@/access/rules'
import type { DemoUnit } from './city/tree'

/** A unit of the tree as planted. */
export type Planted = { id: string; name: string; categories: Map<CategoryKey, string> }

/** Makes the units, parents first; their categories and the four empty entries come by themselves. */
export async function plantTree(given: {
  payload: Payload
  units: readonly DemoUnit[]
  onUnit: () => void
}): Promise<Map<string, Planted>> {
  const planted = new Map<string, Planted>()
  for (const [order, unit] of given.units.entries()) {
    const { id } = await given.payload.create({
      collection: 'nodes',
      overrideAccess: true,
      depth: 0,
      data: {
        kind: unit.kind,
        name: unit.name,
        form: unit.form ?? null,
        parent: unit.parent ? planted.get(unit.parent)?.id : null,
        isCentre: unit.isCentre ?? false,
        isOffice: unit.isOffice ?? false,
        order,
      },
    })
    planted.set(unit.key, { id, name: unit.name, categories: new Map() })
    given.onUnit()
  }
  await findCategories(given.payload, [...planted.values()])
  return planted
}

async function findCategories(payload: Payload, planted: Planted[]): Promise<void> {
  const unitOf = new Map(planted.map((unit) => [unit.id, unit]))
  const { docs } = await payload.find({
    collection: 'nodes',
    where: { kind: { equals: 'category' } },
    overrideAccess: true,
    depth: 0,
    pagination: false,
  })
  for (const { id, unit, category } of docs) {
    if (unit && category) unitOf.get(unit)?.categories.set(category, id)
  }
}

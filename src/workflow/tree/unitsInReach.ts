import type { Payload } from 'payload'
import { idOf, type Actor } from '@/access/actor'
import { inProcedureOrder } from '@/access/procedureOrder'
import { isInReach } from '@/access/reach'

export type Choice = { id: string; name: string; group: string | null }

/** The units whose working copies this person reads, in the tree's order; those of a county together. */
export async function unitsInReach(payload: Payload, actor: Actor): Promise<Choice[]> {
  const { docs } = await payload.find({
    collection: 'nodes',
    where: { kind: { not_equals: 'category' } },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  const units = docs.map((node) => ({ ...node, above: idOf(node.parent) })).sort(inProcedureOrder)
  const reached = units.filter(({ id, above }) => isInReach(actor, { unit: id, unitAbove: above }))
  const top = reached.filter(({ above }) => !reached.some(({ id }) => id === above))
  return top.flatMap((unit) => {
    const below = reached.filter(({ above }) => above === unit.id)
    const group = below.length > 0 ? unit.name : null
    return [unit, ...below].map(({ id, name }) => ({ id, name, group }))
  })
}

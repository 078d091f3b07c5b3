import type { Payload } from 'payload'
import { isDistrict } from '@/access/districts'
import { readRows } from '@/tables'

/** Where an alert goes beside the centre, and how the unit is called. */
export type ToldUnit = { unit: string; unitAbove: string | null; unitName: string }

type Node = {
  id: string
  name: string
  kind: string
  form: string | null
  unitAbove: string | null
  isOffice: boolean | null
}

/** Counties, zones and parks by their ids: how each is called, and who is told, of a county its office where it has one. */
export async function readDistricts(
  payload: Payload,
): Promise<Map<string, { title: string; told: ToldUnit }>> {
  const nodes = (await readRows(payload, {
    collection: 'nodes',
    columns: ['id', 'name', 'kind', 'form', 'unitAbove', 'isOffice'],
    where: {
      or: [
        { kind: { equals: 'region' } },
        { form: { in: ['zone', 'park'] } },
        { isOffice: { equals: true } },
      ],
    },
    limit: 0,
  })) as Node[]
  const officeOf = new Map(
    nodes.flatMap((node) => (node.isOffice && node.unitAbove ? [[node.unitAbove, node]] : [])),
  )
  const districts = nodes.filter(isDistrict)
  return new Map(
    districts.map((node) => [
      node.id,
      { title: node.name, told: toldOf(officeOf.get(node.id) ?? node) },
    ]),
  )
}

const toldOf = ({ id, unitAbove, name }: Node): ToldUnit => ({
  unit: id,
  unitAbove,
  unitName: name,
})

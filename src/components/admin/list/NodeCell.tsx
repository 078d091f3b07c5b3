import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'
import { idOf } from '@/access/actor'

/** The name of a category or unit, all of a page from one question to the database. */
export async function NodeCell({ cellData, payload }: DefaultServerCellComponentProps) {
  const names = await namesOf(payload)
  return <span>{names.get(idOf(cellData) ?? '') ?? '—'}</span>
}

const namesOf = cache(async (payload: Payload): Promise<Map<string, string>> => {
  const { docs } = await payload.find({
    collection: 'nodes',
    select: { name: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
})

import type { DefaultServerCellComponentProps, Payload } from 'payload'
import { cache } from 'react'

/** The name of who looks after an entry, all of a page from one question to the database. */
export async function KeeperCell({ cellData, payload }: DefaultServerCellComponentProps) {
  if (!cellData) return <span>—</span>
  const names = await everybody(payload)
  return <span>{names.get(String(cellData)) ?? '—'}</span>
}

const everybody = cache(async (payload: Payload): Promise<Map<string, string>> => {
  const { docs } = await payload.find({
    collection: 'users',
    select: { name: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
})

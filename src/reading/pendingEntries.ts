import type { Payload } from 'payload'

/** Entries whose last change the search index may not have taken yet: left out of every query. */
export async function pendingEntries(payload: Payload): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { dirty: { equals: true } },
    select: { entry: true },
    depth: 0,
    pagination: false,
    limit: 0,
    overrideAccess: true,
  })
  return [...new Set(docs.map(({ entry }) => entry))]
}

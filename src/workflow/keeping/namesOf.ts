import type { Payload } from 'payload'

/** Names of people by their ids. People are never deleted, so each has one. */
export async function namesOf(
  payload: Payload,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  if (known.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: known } },
    select: { name: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

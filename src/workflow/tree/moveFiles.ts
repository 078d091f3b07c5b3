import type { PayloadRequest } from 'payload'
import { byId, findAll, swap } from '../store'

type Place = { unit: string; unitAbove: string | null }

/** The files of a unit follow it, so that those who read its texts see what belongs to them. */
export async function moveFiles(given: {
  req: PayloadRequest
  /** The unit whose files they were. */
  from: string
  place: Place
}): Promise<void> {
  const { req, from, place } = given
  const docs = await findAll({
    req,
    collection: 'media',
    where: { unit: { equals: from } },
    select: { unit: true },
  })
  for (const { id } of docs) {
    await swap({ req, collection: 'media', where: byId(String(id)), data: { ...place } })
  }
}

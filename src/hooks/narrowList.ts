import type { BaseFilter } from 'payload'
import { listAsked, placeConditions, viewConditions } from '@/access/listFilter'

/**
 * Narrows a library's list to what its address names. Not by `where`: Payload 3.90 writes the path behind
 * a virtual field back into the address, and its own filters then fail on it.
 */
export const narrowList: BaseFilter = ({ req }) => {
  const asked = listAsked(req.query)
  const kind = asked.kind ? [{ kind: { equals: asked.kind } }] : []
  return { and: [...viewConditions(asked, 'entry.'), ...placeConditions(asked, 'entry.'), ...kind] }
}

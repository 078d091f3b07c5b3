import type { Access, Payload, PayloadRequest, Where } from 'payload'
import { actorOf } from '@/access/actor'
import { deputisedConditions } from '@/access/deputies'
import { grantedInReach } from '@/access/granted'
import type { Library } from '@/access/rules'
import { readRows } from '@/tables'

/**
 * Who reads a library's texts: whoever reads the copies of their unit, and an approver those that fall to them
 * because each approver of their unit is involved (代审批). `lent` are these where they were asked for already.
 */
export function mayReadCopies(library: Library, lent?: readonly string[]): Access {
  const inReach = grantedInReach(library, 'read')
  return async (given) => {
    const reach = await inReach(given)
    if (typeof reach !== 'object') return reach
    const ids = lent ?? (await lentTo(given.req))
    return ids.length > 0 ? { or: [reach, { id: { in: ids } }] } : reach
  }
}

/** The entries, of every library, that fall to this person as a deputy. */
export const lentTo = ({ user, payload }: PayloadRequest): Promise<string[]> =>
  entriesWhere(payload, deputisedConditions(actorOf(user)))

/**
 * Ids of the entries of which one of these holds. Asked of the register by itself: behind another table each
 * condition is a join, of which SQLite takes 64.
 */
export async function entriesWhere(payload: Payload, either: readonly Where[]): Promise<string[]> {
  if (either.length === 0) return []
  const where = { or: [...either] }
  const rows = await readRows(payload, { collection: 'register', columns: ['id'], where, limit: 0 })
  return rows.map(({ id }) => String(id))
}

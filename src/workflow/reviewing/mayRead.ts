import type { Access, Payload, PayloadRequest, Where } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { deputisedConditions } from '@/access/deputies'
import { grantedInReach, isGranted } from '@/access/granted'
import { mayOpenCopy, openedBeyondReach } from '@/access/reach'
import type { Library } from '@/access/rules'
import { readRows } from '@/tables'
import { copyOf, keptEntries } from '../entry'
import { filesIn, type WorkingText } from '../step/publication'
import { byId, findOne } from '../store'

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

const inReach = grantedInReach('media', 'read')

/**
 * Who reads stored files: whoever reads the copies of their unit, and an approver who is asked to agree to a
 * text of another unit (会同校核), or decides on one in its place, the files of that text as long as they do.
 */
export const mayReadFiles: Access = async (given) => {
  const { req } = given
  const own = await inReach(given)
  const actor = actorOf(req.user)
  // Asked with every page of the admin too, where no file is meant.
  const isMeant = req.routeParams?.collection === 'media'
  if (own === true || !actor || !isMeant || !isGranted(req.user, 'media', 'read')) return own
  const asked = await filesAskedAbout(req, actor)
  if (asked.length === 0) return own
  const theirs = { id: { in: asked } }
  return own === false ? theirs : { or: [own, theirs] }
}

async function filesAskedAbout(req: PayloadRequest, actor: Actor): Promise<string[]> {
  const conditions = openedBeyondReach(actor)
  if (conditions.length === 0) return []
  const entries = await keptEntries(req, { or: conditions })
  const asked = entries.filter((entry) => mayOpenCopy(actor, copyOf(entry)))
  const texts = await Promise.all(
    asked.map(async ({ id, library, revision }) => {
      const text = await findOne<WorkingText>({ req, collection: library, where: byId(id) })
      return text?.revision === revision ? filesIn(text) : []
    }),
  )
  return texts.flat()
}

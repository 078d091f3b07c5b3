import type { Access, PayloadRequest } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { grantedInReach, isGranted } from '@/access/granted'
import { mayOpenCopy, openedBeyondReach } from '@/access/reach'
import { copyOf, keptEntries } from '../entry'
import { filesIn, type WorkingText } from '../step/publication'
import { byId, findOne } from '../store'

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

import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { isInReach } from '@/access/reach'
import type { Library } from '@/access/rules'
import { findEntry } from './entry'
import { Refused } from './Refused'

/** The decisions of an entry, newest first, for those who may read its working copy. */
export async function historyOf(given: { req: PayloadRequest; library: Library; id: string }) {
  const { req, library, id } = given
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const entry = await findEntry(req, id)
  if (entry?.library !== library || !isInReach(actor, entry)) throw new Refused('notFound')
  const { docs } = await req.payload.find({
    collection: 'decisions',
    where: { entry: { equals: id } },
    sort: '-at',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  return { docs, totalDocs: docs.length }
}

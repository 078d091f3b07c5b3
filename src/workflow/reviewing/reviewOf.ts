import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import type { Library } from '@/access/rules'
import { openReview } from './openReview'
import { similarEntries } from './similarEntries'

/** What `GET /api/{library}/{id}/review` answers: the revision as it is opened, and what asks nearly the same. */
export async function reviewOf(given: { req: PayloadRequest; library: Library; id: string }) {
  const { req, library, id } = given
  const review = await openReview(given)
  const actor = actorOf(req.user)
  const { title } = review
  const similar = actor ? await similarEntries({ req, actor, library, title, except: id }) : []
  return { ...review, similar }
}

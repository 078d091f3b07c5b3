import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { reachQuery } from '@/access/reach'
import { countsOf } from '@/workflow/reviewing/countsOf'
import { libraryAsked } from '@/components/admin/list/libraryAsked'
import { readLibrary } from '@/workflow/reviewing/readLibrary'
import { unitsInReach } from '@/workflow/tree/readUnits'
import { placeConditions } from '@/access/listFilter'
import type { User } from '@/payload-types'

export type Query = Record<string, string>

/** A request as it reaches an endpoint or Payload's list, of this person and with this query. */
export async function requestOf(
  payload: Payload,
  user: User,
  { query = {}, body }: { query?: Query; body?: object } = {},
): Promise<PayloadRequest> {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  req.query = query
  req.headers = new Headers()
  if (body) req.json = () => Promise.resolve(body)
  return req
}

/** What the list of knowledge reads for one page, its counts and its filters included. */
export async function askList(payload: Payload, user: User, query: Query): Promise<number> {
  const req = await requestOf(payload, user, { query })
  const actor = actorOf(user)!
  const reach = reachQuery(actor)
  const asked = libraryAsked(query)
  const [{ rows }] = await Promise.all([
    readLibrary(req, 'knowledge', asked),
    countsOf({
      payload,
      library: 'knowledge',
      conditions: [
        ...(typeof reach === 'boolean' ? [] : [reach]),
        ...placeConditions(asked, 'entry.'),
      ],
    }),
    unitsInReach(payload, actor),
  ])
  return rows.length
}

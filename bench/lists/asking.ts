import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { actorOf } from '@/access/actor'
import { reachQuery } from '@/access/reach'
import { countsOf } from '@/components/admin/list/countsOf'
import { unitsInReach } from '@/components/admin/list/unitsInReach'
import { listAsked, placeConditions } from '@/access/listFilter'
import { narrowList } from '@/hooks/narrowList'
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

/** What Payload's list of knowledge reads for one page, its counts and its filters included. */
export async function askList(payload: Payload, user: User, query: Query): Promise<number> {
  const req = await requestOf(payload, user, { query })
  const actor = actorOf(user)!
  const reach = reachQuery(actor)
  const where = await narrowList({ limit: 20, page: 1, req, sort: '' })
  const { sort = '-updatedAt', page = '1', search } = query
  const searched: Where | null = search
    ? { or: [{ title: { like: search } }, { number: { like: search } }] }
    : null
  const [{ docs }] = await Promise.all([
    payload.find({
      collection: 'knowledge',
      where: { and: [...(where ? [where] : []), ...(searched ? [searched] : [])] },
      sort,
      page: Number(page),
      limit: 20,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    }),
    countsOf({
      payload,
      library: 'knowledge',
      conditions: [
        ...(typeof reach === 'boolean' ? [] : [reach]),
        ...placeConditions(listAsked(query), 'entry.'),
      ],
    }),
    unitsInReach(payload, actor),
  ])
  return docs.length
}

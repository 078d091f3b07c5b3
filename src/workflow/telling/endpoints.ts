import type { Endpoint, PayloadRequest, Where } from 'payload'
import { actorOf, type Actor } from '@/access/actor'
import { answer, bodyOf } from '../answer'
import { Refused } from '../Refused'
import { countUnread, messagesAPage, messagesOf } from './messages'

/** More than anybody marks by hand. */
const most = 500

/**
 * `GET /api/messages?unread&page`: one's own messages, newest first, 20 a page.
 * `POST /api/messages/read` `{ ids }` or `{ all: true }`: marks them as read; `{ unread }` is what is left.
 */
export const messageEndpoints: Endpoint[] = [
  answer('get', '/', (req) => messagesOf(req, signedIn(req), filtersOf(req))),
  answer('post', '/read', async (req) => {
    const actor = signedIn(req)
    await markRead(req, actor, await bodyOf(req))
    return { unread: await countUnread(req, actor) }
  }),
]

async function markRead(req: PayloadRequest, actor: Actor, body: Record<string, unknown>) {
  const which: Where[] = [{ person: { equals: actor.id } }, { readAt: { exists: false } }]
  if (body.all !== true) which.push({ id: { in: idsOf(body) } })
  await req.payload.db.updateMany({
    collection: 'messages',
    where: { and: which },
    data: { readAt: new Date().toISOString() },
    returning: false,
    req,
  })
}

function idsOf({ ids }: Record<string, unknown>): string[] {
  const isList = Array.isArray(ids) && ids.length <= most
  if (isList && ids.every((id) => typeof id === 'string')) return ids
  throw wrong('ids')
}

function filtersOf({ query }: PayloadRequest) {
  const page = query.page === undefined ? 1 : Number(query.page)
  if (!Number.isSafeInteger(page * messagesAPage) || page < 1) throw wrong('page')
  const { unread } = query
  if (unread !== undefined && !['', 'true', 'false'].includes(unread as string)) {
    throw wrong('unread')
  }
  return { page, isUnread: unread === '' || unread === 'true' }
}

function signedIn(req: PayloadRequest): Actor {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  return actor
}

const wrong = (field: string) => new Refused('invalid', { fields: [field] })

import type { Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { actorOf, type Actor } from '@/access/actor'
import { answer, bodyOf } from '../answer'
import { Refused } from '../Refused'
import { orNone, pageAsked, said, sentAs } from '../sentAs'
import { countUnread, messagesAPage, messagesOf } from './messages'

/** More than anybody marks by hand. */
const most = 500

const filters = z.object({
  page: pageAsked(messagesAPage),
  unread: z.enum(['', 'true', 'false']).optional(),
})

const some = z.object({
  all: orNone(z.boolean()),
  ids: said(z.array(z.string()).max(most), {
    zh: `请用 ids 列出至多 ${most} 条消息，或用 all 表示全部。`,
    en: `List at most ${most} messages in ids, or send all.`,
  }),
})

/**
 * `GET /api/messages?unread&page`: one's own messages, newest first, 20 a page.
 * `POST /api/messages/read` `{ ids }` or `{ all: true }`: marks them as read; `{ unread }` is what is left.
 */
export const messageEndpoints: Endpoint[] = [
  answer('get', '/', (req) => messagesOf(req, signedIn(req), filtersOf(req.query))),
  answer('post', '/read', async (req) => {
    const actor = signedIn(req)
    await markRead(req, actor, await bodyOf(req))
    return { unread: await countUnread(req, actor) }
  }),
]

async function markRead(req: PayloadRequest, actor: Actor, body: Record<string, unknown>) {
  const which: Where[] = [{ person: { equals: actor.id } }, { readAt: { exists: false } }]
  if (body.all !== true) which.push({ id: { in: sentAs(some, body).ids } })
  await req.payload.db.updateMany({
    collection: 'messages',
    where: { and: which },
    data: { readAt: new Date().toISOString() },
    returning: false,
    req,
  })
}

function filtersOf(query: PayloadRequest['query']) {
  const { page, unread } = sentAs(filters, query)
  return { page, isUnread: unread === '' || unread === 'true' }
}

function signedIn(req: PayloadRequest): Actor {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  return actor
}

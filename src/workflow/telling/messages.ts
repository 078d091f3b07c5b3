import type { Endpoint, Payload, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { actorOf, idOf, type Actor } from '@/access/actor'
import { openedBeyondReach, reachQuery } from '@/access/reach'
import type { Library, Step } from '@/access/rules'
import { answer, bodyOf } from '../answer'
import { withoutNumbers } from '../findings/personalNumbers'
import { Refused } from '../Refused'
import { entriesWhere } from '../reviewing/mayRead'
import { orNone, pageAsked, said, sentAs } from '../sentAs'
import { findAll } from '../store'
import type { AskedFor } from './askings'
import type { MessageEvent } from './tell'

const messagesAPage = 20

/** A message as its person reads it. */
export type Message = {
  id: string
  event: MessageEvent
  library: Library
  /** The entry's id. */
  entry: string
  number: string
  title: string
  step: Step
  /** What its person is asked for. */
  asks: AskedFor | null
  by: string | null
  reason: string
  at: string
  isRead: boolean
  /** It waited and does no longer. */
  isSettled: boolean
}

type Row = {
  id: string
  event: MessageEvent
  library: Library
  entry?: unknown
  number: string
  step: Step
  asks?: AskedFor | null
  byName?: string | null
  reason?: string | null
  at: string
  readAt?: string | null
  settledAt?: string | null
}

/** Messages of this person about entries they may see now; newest first. */
async function messagesOf(
  req: PayloadRequest,
  actor: Actor,
  { page = 1, isUnread = false }: { page?: number; isUnread?: boolean } = {},
) {
  const visible = await visibleTo(req.payload, actor)
  if (!visible) return { docs: [], totalDocs: 0, totalPages: 1, page: 1, unread: 0 }
  const unread = await countUnread(req, actor)
  const { docs, totalDocs, totalPages } = await req.payload.find({
    collection: 'messages',
    where: isUnread ? { and: [visible, unreadOnly] } : visible,
    sort: '-at',
    limit: messagesAPage,
    page,
    overrideAccess: true,
    depth: 0,
    req,
  })
  const rows = docs as unknown as Row[]
  const titles = await titlesOf(req, rows)
  return {
    docs: rows.map((row) => shown(row, titles)),
    ...{ totalDocs, totalPages, page, unread },
  }
}

async function countUnread(req: PayloadRequest, actor: Actor): Promise<number> {
  const visible = await visibleTo(req.payload, actor)
  if (!visible) return 0
  const { totalDocs } = await req.payload.count({
    collection: 'messages',
    where: { and: [visible, unreadOnly] },
    overrideAccess: true,
    req,
  })
  return totalDocs
}

/** What has been decided meanwhile waits for nobody and is not counted. */
export const unreadOnly: Where = {
  and: [{ readAt: { exists: false } }, { settledAt: { exists: false } }],
}

/**
 * A person's messages about what they may see now: working copies in reach, and what their unit is asked to
 * agree to. What moved away, or a right that was taken away, takes its messages along.
 */
export async function visibleTo(payload: Payload, actor: Actor): Promise<Where | null> {
  const mine: Where = { person: { equals: actor.id } }
  const reach = reachQuery(actor, 'entry.')
  if (reach === true) return { and: [mine, { 'entry.number': { exists: true } }] }
  const more = openedBeyondReach(actor)
  if (reach === false && more.length === 0) return null
  const entries: Where = { entry: { in: await entriesWhere(payload, more) } }
  return { and: [mine, reach ? { or: [reach, entries] } : entries] }
}

async function titlesOf(req: PayloadRequest, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ entry }) => idOf(entry) ?? ''))]
  if (ids.length === 0) return new Map()
  const docs = await findAll({
    req,
    collection: 'register',
    where: { id: { in: ids } },
    select: { title: true },
  })
  return new Map(docs.map(({ id, title }) => [id, title ?? '']))
}

function shown(row: Row, titles: ReadonlyMap<string, string>): Message {
  const { id, event, library, number, step, at } = row
  const entry = idOf(row.entry) ?? ''
  return {
    ...{ id, event, library, entry, number, step, at },
    title: withoutNumbers(titles.get(entry) ?? ''),
    asks: row.asks ?? null,
    by: row.byName ?? null,
    reason: row.reason ?? '',
    isRead: Boolean(row.readAt),
    isSettled: Boolean(row.settledAt),
  }
}

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

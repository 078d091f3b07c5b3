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
import { alertsInWords } from '../usage/demand/readAlerts'
import { matterOf, matters, type MatterEvent } from './matters'
import { standing } from './takeBack'
import type { MessageEvent } from './tell'

const messagesAPage = 20

/** A message as its person reads it: of an entry, or of a matter of their unit. */
export type Message = OfEntry | OfMatter

type Said = {
  id: string
  at: string
  isRead: boolean
  /** It waited and does no longer. */
  isSettled: boolean
  /** It was told by working days that were corrected since; where it becomes due it is told anew. */
  isTakenBack: boolean
}

export type OfMatter = Said & {
  event: MatterEvent
  /** Where it is done, as a path of this site, and what it is about. */
  page: string
  title: string
}

export type OfEntry = Said & {
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
}

type Row = {
  id: string
  person: string
  event: MessageEvent | MatterEvent
  library?: Library | null
  entry?: unknown
  number?: string | null
  step?: Step | null
  page?: string | null
  about?: string | null
  asks?: AskedFor | null
  byName?: string | null
  reason?: string | null
  at: string
  readAt?: string | null
  settledAt?: string | null
  takenBackAt?: string | null
}

/** Messages of this person about what they may see now; newest first. */
async function messagesOf(
  req: PayloadRequest,
  actor: Actor,
  {
    page = 1,
    isUnread = false,
    limit = messagesAPage,
  }: { page?: number; isUnread?: boolean; limit?: number } = {},
) {
  const visible = await visibleTo(req.payload, actor)
  const unread = await countUnread(req, actor)
  const { docs, totalDocs, totalPages } = await req.payload.find({
    collection: 'messages',
    where: isUnread ? { and: [visible, unreadOnly] } : visible,
    sort: '-at',
    limit,
    page,
    overrideAccess: true,
    depth: 0,
    req,
  })
  const rows = docs as unknown as Row[]
  const titles = await titlesOf(req, rows)
  const alerts = await alertsInWords(req.payload, actor, rows.filter(isAlert).map(matterOf))
  return {
    docs: rows.map((row) => shown(row, { titles, alerts })),
    ...{ totalDocs, totalPages, page, unread },
  }
}

/** What this person has not read and may see now, newest first, and how many there are in all: what the bell says. */
export const unreadMessages = (req: PayloadRequest, actor: Actor) =>
  messagesOf(req, actor, { isUnread: true, limit: most })

/** The bell's number. */
export async function countUnread(req: PayloadRequest, actor: Actor): Promise<number> {
  const visible = await visibleTo(req.payload, actor)
  const { totalDocs } = await req.payload.count({
    collection: 'messages',
    where: { and: [visible, unreadOnly] },
    overrideAccess: true,
    req,
  })
  return totalDocs
}

/** What has been decided meanwhile, or was taken back, waits for nobody and is not counted. */
export const unreadOnly: Where = {
  and: [{ readAt: { exists: false } }, { settledAt: { exists: false } }, standing],
}

/**
 * A person's messages about what they may see now: working copies in reach, what their unit is asked to agree to, and
 * matters of the unit and role they have. What moved away, or a right that was taken away, takes its messages along.
 */
export async function visibleTo(payload: Payload, actor: Actor): Promise<Where> {
  const mine: Where = { person: { equals: actor.id } }
  const matter: Where = {
    and: [{ unit: { equals: actor.unit } }, { role: { in: [...actor.roles] } }],
  }
  const reach = reachQuery(actor, 'entry.')
  if (reach === true) return { and: [mine, { or: [{ 'entry.number': { exists: true } }, matter] }] }
  const more = openedBeyondReach(actor)
  const entries: Where[] =
    more.length > 0 ? [{ entry: { in: await entriesWhere(payload, more) } }] : []
  return { and: [mine, { or: [...(reach ? [reach] : []), ...entries, matter] }] }
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

/** An alert names an entry, which its reader may no longer see: it is put in words anew each time. */
const isAlert = ({ event }: Row): boolean => event === 'unusual'

type Words = Record<'titles' | 'alerts', ReadonlyMap<string, string>>

function shown(row: Row, { titles, alerts }: Words): Message {
  const { id, at, readAt, settledAt, takenBackAt } = row
  const said = {
    ...{ id, at, isRead: Boolean(readAt), isSettled: Boolean(settledAt) },
    isTakenBack: Boolean(takenBackAt),
  }
  if (isMatter(row)) {
    const title = isAlert(row) ? alerts.get(matterOf(row)) : row.about
    return { ...said, event: row.event, page: row.page ?? '', title: title ?? '' }
  }
  const { event, library, number, step, asks, byName, reason } = row as Row & StoredOfEntry
  const entry = idOf(row.entry) ?? ''
  return {
    ...{ ...said, event, library, entry, number, step },
    title: withoutNumbers(titles.get(entry) ?? ''),
    asks: asks ?? null,
    by: byName ?? null,
    reason: reason ?? '',
  }
}

type StoredOfEntry = Pick<OfEntry, 'event' | 'library' | 'number' | 'step'>

export const isMatter = <Some extends { event: string }>(
  message: Some,
): message is Some & { event: MatterEvent } => matters.some((one) => one === message.event)

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

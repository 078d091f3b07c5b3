import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { idOf } from '@/access/actor'
import type { MailChoice } from '@/access/telling'
import { env } from '@/env'
import { messageTexts } from '@/i18n/inbox'
import type { User } from '@/payload-types'
import { countGroups } from '@/tables'
import { inTransaction } from '../../inTransaction'
import { findOne, insertOnce } from '../../store'
import type { MatterEvent } from '../matters'
import { isMatter, unreadOnly, visibleTo } from '../messages'
import { calendarNow } from '../../calendar/calendarNow'
import { actorForMails, mailedAmong } from './mailed'
import { whenDue } from './whenDue'

/** Writes one digest for each person who has unread messages that no mail told of; returns how many. */
export async function makeDigests(payload: Payload, now = new Date()): Promise<number> {
  const untold = await countGroups(payload, {
    collection: 'messages',
    by: ['person'],
    where: unmailedOnly,
  })
  if (untold.length === 0) return 0
  const users = await mailedAmong(
    payload,
    untold.map(({ person }) => person),
  )
  let made = 0
  for (const user of users) {
    const own = await createLocalReq({}, payload)
    made += (await makeDigest(own, user, now)) ? 1 : 0
  }
  return made
}

async function makeDigest(req: PayloadRequest, user: User, now: Date): Promise<boolean> {
  const choice: MailChoice = user.mailChoice ?? 'daily'
  const lastAt = choice === 'soon' ? await lastMailed(req, user.id) : null
  const due = whenDue(choice, now, lastAt, await calendarNow(req.payload))
  if (!due) return false
  const id = `${user.id}:${due.slot}`
  if (await findOne({ req, collection: 'mails', where: { id: { equals: id } } })) return false
  const told = await unmailed(req, user, due.before)
  if (told.length === 0) return false
  const mentioned = told.map(({ event, library, entry, number, asks, page }) =>
    isMatter({ event })
      ? { number: messageTexts.zh.matters[event as MatterEvent], href: page ?? '' }
      : {
          number: number ?? '',
          // What another unit asks to agree to lies outside one's own lists.
          href: `/admin/${asks === 'agree' ? 'consulted' : 'collections'}/${library}/${idOf(entry)}`,
        },
  )
  const digest = composeDigest(mentioned, env.site)
  await inTransaction(req, async () => {
    await insertOnce({
      req,
      collection: 'mails',
      data: {
        ...{ id, person: user.id, username: user.username },
        ...digest,
        messages: told.map((message) => message.id),
        ...{ at: now.toISOString(), state: 'waiting', attempts: 0, nextAt: now.toISOString() },
      },
    })
    await req.payload.db.updateMany({
      collection: 'messages',
      where: { id: { in: told.map((message) => message.id) } },
      data: { mail: id },
      returning: false,
      req,
    })
  })
  return true
}

const unmailedOnly: Where = { and: [unreadOnly, { mail: { exists: false } }] }

type Told = {
  id: string
  event: string
  library?: string | null
  entry?: unknown
  number?: string | null
  asks?: string | null
  page?: string | null
}

/** Unread, still waiting where it waited, about what they may see now, and in no mail yet. */
async function unmailed(req: PayloadRequest, user: User, before: Date): Promise<Told[]> {
  const actor = await actorForMails(req, user)
  if (!actor) return []
  const visible = await visibleTo(req.payload, actor)
  const { docs } = await req.payload.find({
    collection: 'messages',
    where: {
      and: [visible, unmailedOnly, { at: { less_than_equal: before.toISOString() } }],
    },
    sort: 'at',
    overrideAccess: true,
    depth: 0,
    limit: 1000,
    pagination: false,
    req,
  })
  return docs
}

async function lastMailed(req: PayloadRequest, person: string): Promise<Date | null> {
  const { docs } = await req.payload.find({
    collection: 'mails',
    // Of digests: another kind of mail holds none back.
    where: { person: { equals: person }, kind: { exists: false } },
    sort: '-at',
    limit: 1,
    pagination: false,
    overrideAccess: true,
    depth: 0,
    req,
  })
  return docs[0] ? new Date(docs[0].at) : null
}

/** What a digest may say: an entry's number, or which kind of matter, and where it is. Never a title, a reason or a name. */
type Mentioned = { number: string; href: string }

type Digest = { subject: string; text: string }

/** A longer list is for the page, not for a mail. */
const mostListed = 50

/** One mail for everything unread; the same entry stands in it once. */
export function composeDigest(mentioned: readonly Mentioned[], url: string): Digest {
  const entries = [...new Map(mentioned.map((one) => [one.href, one])).values()]
  const lines = entries.slice(0, mostListed).map(({ number, href }) => `${number}  ${url}${href}`)
  const more = entries.length - lines.length
  return {
    subject: `知库：您有 ${mentioned.length} 条未读消息（${mentioned.length} unread messages）`,
    text: [
      `您在知库有 ${mentioned.length} 条未读消息，涉及以下内容：`,
      `Unread messages for you in Zhiku: ${mentioned.length}, about these entries:`,
      '',
      ...lines,
      ...(more > 0 ? [`另有 ${more} 条。And ${more} more.`] : []),
      '',
      `全部消息 All messages: ${url}/admin/messages`,
      `修改邮件通知 Mail settings: ${url}/admin/account`,
      '',
    ].join('\n'),
  }
}

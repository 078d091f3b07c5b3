import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { isForWeekly } from '@/access/statistics'
import { env } from '@/env'
import type { User } from '@/payload-types'
import { byId, findOne, swap } from '../../store'
import { followingOf } from '../following'
import { actorNow } from './mailed'
import type { Deliver } from './transport'
import { pauseAfter } from './whenDue'

type Mail = {
  id: string
  person: string
  subject: string
  text: string
  kind: string | null
  at: string
  attempts: number | null
  claimedAt: string | null
}

const collection = 'mails'

/** Whoever claimed a mail and said nothing for so long was killed: it is sent again. */
const abandonedAfter = 10 * 60 * 1000

const mostAtOnce = 200

/**
 * Sends what waits. Each mail is claimed by one process before it is sent and marked as sent after the server
 * took it: a kill between the two sends the same digest, with the same Message-ID, once more.
 */
export async function sendMails(
  payload: Payload,
  deliver: Deliver,
  now = new Date(),
): Promise<{ sent: number; failed: number }> {
  const req = await createLocalReq({}, payload)
  const { docs } = await payload.find({
    collection,
    where: ready(now),
    sort: 'nextAt',
    limit: mostAtOnce,
    pagination: false,
    overrideAccess: true,
    depth: 0,
    req,
  })
  const done = { sent: 0, failed: 0 }
  for (const { id } of docs) {
    const mail = await claim(req, id, now)
    if (!mail) continue
    const isSent = await send(req, mail, deliver, now)
    done[isSent ? 'sent' : 'failed'] += 1
  }
  return done
}

const ready = (now: Date): Where => ({
  or: [
    {
      and: [{ state: { equals: 'waiting' } }, { nextAt: { less_than_equal: now.toISOString() } }],
    },
    {
      and: [
        { state: { equals: 'sending' } },
        { claimedAt: { less_than: new Date(now.getTime() - abandonedAfter).toISOString() } },
      ],
    },
  ],
})

/** One conditional write: of two processes one gets the row, the other null. */
const claim = (req: PayloadRequest, id: string, now: Date): Promise<Mail | null> =>
  swap<Mail>({
    req,
    collection,
    where: { and: [byId(id), ready(now)] },
    data: { state: 'sending', claimedAt: now.toISOString() },
  })

async function send(
  req: PayloadRequest,
  mail: Mail,
  deliver: Deliver,
  now: Date,
): Promise<boolean> {
  const { id, subject, text } = mail
  const attempts = (mail.attempts ?? 0) + 1
  const mark = (data: Record<string, unknown>) =>
    swap({
      req,
      collection,
      where: { ...byId(id), claimedAt: { equals: mail.claimedAt } },
      data: { attempts, claimedAt: null, ...data },
    })
  const address = await addressOf(req, mail)
  if (!address) {
    await mark({ state: 'dropped', nextAt: null })
    return true
  }
  try {
    const state = await deliver({ id, address, subject, text })
    await mark({ state, sentAt: now.toISOString(), error: null, nextAt: null })
    return true
  } catch (error) {
    const failure = describeFailure(error)
    req.payload.logger.warn({ msg: 'A mail was not taken; it is tried again.', mail: id, failure })
    const nextAt = new Date(now.getTime() + pauseAfter(attempts)).toISOString()
    await mark({ state: 'waiting', error: failure, nextAt })
    return false
  }
}

/** Where their mail goes now: corrected since it was written, or to nobody who was switched off. */
async function addressOf(req: PayloadRequest, mail: Mail): Promise<string | null> {
  const user = await findOne<User>({ req, collection: 'users', where: byId(mail.person) })
  if (!user?.isActive) return null
  return ((await isWanted(req, user, mail)) && user.email) || null
}

async function isWanted(req: PayloadRequest, user: User, { kind, at }: Mail): Promise<boolean> {
  if (kind === 'updates') return (await followingOf(req.payload, user.id)).every !== 'none'
  if (kind !== 'week') return user.mailChoice !== 'none'
  // What was written for another unit or role is not theirs any more.
  return Boolean(
    user.weeklySince && user.weeklySince <= at && isForWeekly(await actorNow(req, user)),
  )
}

/** What the operator needs to know; never the password, which a server may repeat in its answer. */
export function describeFailure(error: unknown, smtpUrl = env.smtpUrl): string {
  const { code, responseCode, message } = error as {
    code?: string
    responseCode?: number
    message?: string
  }
  const said = [code, responseCode, message].filter(Boolean).join(' ')
  const password = smtpUrl ? new URL(smtpUrl).password : ''
  const secrets = [password, decodeURIComponent(password)].flatMap((secret) =>
    secret ? [secret, Buffer.from(secret).toString('base64')] : [],
  )
  const clean = secrets.reduce((text, secret) => text.replaceAll(secret, '•••'), said)
  return clean.slice(0, 300)
}

import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { actorOf } from '@/access/actor'
import { categoryKeys } from '@/access/rules'
import { type FollowChoice, followChoices } from '@/access/telling'
import { putRows, readRows } from '@/tables'
import { answer, bodyOf } from '../answer'
import { recordAudit } from '../audit/append'
import { inTransaction } from '../inTransaction'
import { Refused } from '../Refused'
import { orNone, said, sentAs } from '../sentAs'
import { byId } from '../store'
import { addressSent, noAddress } from './mailing/addressSent'

/** 关注: whose updates somebody is mailed, and how often; `every` is null where they never chose. */
export type Following = {
  /** Ids of units, each with what lies below it. */
  units: string[]
  /** Keys of categories, in all units. */
  categories: string[]
  every: FollowChoice | null
}

/** One who follows more than this follows everything. */
const most = 100

const sent = z.object({
  units: said(z.array(z.string().max(64)).max(most), {
    zh: `units 是至多 ${most} 个单位的内部编号。`,
    en: `units are the ids of at most ${most} units.`,
  }),
  categories: said(z.array(z.enum(categoryKeys)), {
    zh: `categories 只能含 ${categoryKeys.join('、')}。`,
    en: `categories may hold ${categoryKeys.join(', ')}.`,
  }),
  every: said(z.enum(followChoices), {
    zh: `every 只能是 ${followChoices.join('、')} 之一。`,
    en: `every must be one of ${followChoices.join(', ')}.`,
  }),
  email: orNone(addressSent()),
})

/** What this person follows of what there is. Rejects as the database does. */
export async function followingOf(payload: Payload, person: string): Promise<Following> {
  const row = await rowOf(payload, person)
  const units = await unitsAmong(payload, row?.units ?? [])
  return { units, categories: row?.categories ?? [], every: row?.every ?? null }
}

type Row = {
  units: string[] | null
  categories: string[] | null
  every: FollowChoice
  toldUntil: string
}

async function rowOf(payload: Payload, person: string): Promise<Row | undefined> {
  const where = byId(person)
  const [row] = await readRows(payload, { collection: 'following', where, limit: 1 })
  return row as Row | undefined
}

/** Where this person's mails go. */
export async function mailAddressOf(payload: Payload, person: string): Promise<string> {
  const where = byId(person)
  const asked = { collection: 'users', columns: ['email'], where, limit: 1 } as const
  const [row] = await readRows(payload, asked)
  return typeof row?.email === 'string' ? row.email : ''
}

/** `GET /api/users/following`: what one follows oneself. */
const read = answer('get', '/following', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  return followingOf(req.payload, actor.id)
})

/**
 * `POST /api/users/following` `{ units, categories, every, email? }`: what one follows from now on, how often one is
 * mailed of it, and where one's mails go (left out: as it is). 200 `{ units, categories, every }`; 400 `invalid` where
 * a unit is not there, or mails are to come and there is no address.
 */
const save = answer('post', '/following', async (req) => {
  const actor = actorOf(req.user)
  if (!actor) throw new Refused('notSignedIn')
  const { units, categories, every, email } = sentAs(sent, await bodyOf(req))
  const following = { units: [...new Set(units)], categories: [...new Set(categories)], every }
  await refuseUnknown(req.payload, following.units)
  const known = await mailAddressOf(req.payload, actor.id)
  if (every !== 'none' && !(email ?? known)) throw new Refused('invalid', noAddress)
  await inTransaction(req, async () => {
    if (email !== undefined && email !== known) await setAddress(req, actor.id, email)
    await put(req, actor.id, following)
    await recordAudit({
      ...{ req, action: 'users.following', subject: actor.id },
      subjectName: (req.user as { username?: string }).username ?? actor.name,
    })
  })
  return following
})

export const followingEndpoints: Endpoint[] = [read, save]

/** Who begins to be mailed is told of what comes from now on. */
async function put(req: PayloadRequest, id: string, following: Following) {
  const before = await rowOf(req.payload, id)
  const goesOn = before !== undefined && before.every !== 'none'
  const toldUntil = goesOn ? before.toldUntil : new Date().toISOString()
  await putRows({ req, collection: 'following', rows: [{ id, ...following, toldUntil }] })
}

async function setAddress(req: PayloadRequest, id: string, email: string) {
  await req.payload.update({
    ...{ collection: 'users', id, data: { email: email || null } },
    ...{ overrideAccess: true, depth: 0, req },
  })
}

async function refuseUnknown(payload: Payload, units: readonly string[]) {
  if ((await unitsAmong(payload, units)).length === units.length) return
  throw new Refused('invalid', {
    fields: ['units'],
    detail: {
      zh: '有的单位已不存在，请刷新页面后重新选择。',
      en: 'A unit is not there any more: load the page again and choose.',
    },
  })
}

/** Those that are in the tree, in the order given. */
async function unitsAmong(payload: Payload, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await readRows(payload, {
    collection: 'nodes',
    columns: ['id'],
    where: { and: [{ id: { in: [...ids] } }, { kind: { not_equals: 'category' } }] },
    limit: 0,
  })
  const known = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => known.has(id))
}

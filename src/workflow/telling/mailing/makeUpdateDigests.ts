import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { audienceOf, type Audience } from '@/access/audience'
import { followChoices, type FollowChoice } from '@/access/telling'
import { env } from '@/env'
import { updateMailTexts } from '@/i18n/following'
import { updateTexts } from '@/i18n/updates'
import type { User } from '@/payload-types'
import { readRows } from '@/tables'
import { calendarNow } from '../../calendar/calendarNow'
import { inTransaction } from '../../inTransaction'
import { byId, insertOnce, swap } from '../../store'
import { actorForMails, mailedAmong } from './mailed'
import { toldBy } from './whenDue'

/** What is told of an update: nothing of its text. */
type Told = { kind: 'approved' | 'changed' | 'withdrawn'; at: string; number: string }

/** Finds what is new to a reader of what they follow, the newest first. */
export type FindFollowed = (
  reader: { payload: Payload; audience: Audience; now: Date },
  asked: { since: Date; units: readonly string[]; categories: readonly string[] },
) => Promise<Told[]>

type Row = {
  id: string
  units: string[] | null
  categories: string[] | null
  toldUntil: string
}

/**
 * Writes one mail for each person whose morning has come, of what came, changed or went of what they follow and may
 * see now; returns how many. Of each stretch of time a person is told once, whichever process gets to it. Whose mail
 * fails is logged and tried again at the next turn.
 */
export async function makeUpdateDigests(
  payload: Payload,
  find: FindFollowed,
  now = new Date(),
): Promise<number> {
  const calendar = await calendarNow(payload)
  let made = 0
  for (const every of followChoices) {
    const until = toldBy(every, now, calendar)
    if (!until) continue
    for (const { row, user } of await duePeople(payload, every, until)) {
      // SQLite answers in the turn it is asked: others have one between.
      await breathe()
      try {
        if (await makeDigest({ payload, find, row, user, until, now })) made += 1
      } catch (error) {
        payload.logger.error({ err: error, msg: 'A mail of updates was not written', id: row.id })
      }
    }
  }
  return made
}

/** Who was not told until then and can be mailed; those of the same moment one after the other. */
async function duePeople(payload: Payload, every: FollowChoice, until: Date) {
  const rows = (await readRows(payload, {
    collection: 'following',
    columns: ['id', 'units', 'categories', 'toldUntil'],
    where: {
      and: [{ every: { equals: every } }, { toldUntil: { less_than: until.toISOString() } }],
    },
    sort: 'toldUntil',
    limit: 0,
  })) as Row[]
  const users = await mailedAmong(
    payload,
    rows.map(({ id }) => id),
  )
  const known = new Map(users.map((user) => [user.id, user]))
  return rows.flatMap((row) => {
    const user = known.get(row.id)
    return user ? [{ row, user }] : []
  })
}

type Due = { payload: Payload; find: FindFollowed; row: Row; user: User; until: Date; now: Date }

async function makeDigest({ payload, find, row, user, until, now }: Due): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  const actor = await actorForMails(req, user)
  if (!actor) return false
  const { units, categories } = row
  const since = new Date(Math.max(Date.parse(row.toldUntil), until.getTime() - longest))
  const found = await find(
    { payload, audience: audienceOf(actor), now },
    { since, units: units ?? [], categories: categories ?? [] },
  )
  // What came later is told next time, whenever this is written.
  const told = found.filter(({ at }) => at <= until.toISOString())
  await inTransaction(req, async () => {
    if (told.length > 0) await insertMail(req, { user, told, until, now })
    await swap({
      ...{ req, collection: 'following' },
      where: { and: [byId(row.id), { toldUntil: { equals: row.toldUntil } }] },
      data: { toldUntil: until.toISOString() },
    })
  })
  return told.length > 0
}

/** Who could not be told for long is told of no more, in milliseconds. */
const longest = 31 * 24 * 60 * 60 * 1000

type Written = { user: User; told: readonly Told[]; until: Date; now: Date }

async function insertMail(req: PayloadRequest, { user, told, until, now }: Written) {
  const at = now.toISOString()
  await insertOnce({
    req,
    collection: 'mails',
    data: {
      ...{ id: `${user.id}:u${until.getTime()}`, person: user.id, username: user.username },
      ...{ kind: 'updates', ...composeUpdates(told, env.site) },
      ...{ at, state: 'waiting', attempts: 0, nextAt: at },
    },
  })
}

/** A longer list is for the page, not for a mail. */
const mostListed = 50

/** One mail of updates: their kinds, numbers and addresses, never a title or a name. */
export function composeUpdates(told: readonly Told[], url: string) {
  const { zh, en } = updateMailTexts
  const lines = told.slice(0, mostListed).map(({ kind, number }) => {
    const name = `${updateTexts.zh.kinds[kind]} ${updateTexts.en.kinds[kind]}`
    return `${name}  ${number}  ${url}/desk?entry=${number}`
  })
  const more = told.length - lines.length
  return {
    subject: `${zh.subject(told.length)} (${en.subject(told.length)})`,
    text: [
      zh.lead(told.length),
      en.lead(told.length),
      '',
      ...lines,
      ...(more > 0 ? [`${zh.more(more)} ${en.more(more)}`] : []),
      '',
      `${zh.all} ${en.all}: ${url}/desk/updates`,
      `${zh.change} ${en.change}: ${url}/desk/following`,
      '',
    ].join('\n'),
  }
}

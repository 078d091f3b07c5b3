import { setImmediate as breathe } from 'node:timers/promises'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import { isForWeekly, statisticsSeen } from '@/access/statistics'
import { env } from '@/env'
import { statisticsTexts } from '@/i18n/statistics'
import { weekMailTexts } from '@/i18n/weekMail'
import type { User } from '@/payload-types'
import { dayOf } from '@/shanghaiDay'
import { spanBefore, spanOf, type Span } from '@/statistics/span'
import { readRows } from '@/tables'
import { calendarNow } from '../calendar/calendarNow'
import { inTransaction } from '../inTransaction'
import { insertOnce } from '../store'
import { actorNow, mailedAmong } from '../telling/mailing/mailed'
import { toldBy } from '../telling/mailing/whenDue'
import { linesOf, nameOf, type Line } from './lines'
import { readStatistics, type Statistics } from './readStatistics'

/**
 * 每周简报: writes one mail for each person who wants it, from 8:30 of the first working day of a week on, with the figures
 * of the week before beside those of the one before that, of the units they see now. Returns how many were written. A week
 * is told to a person once, whichever process gets to it; whose mail fails is logged and tried again at the next turn.
 */
export async function mailWeeks(payload: Payload, now = new Date()): Promise<number> {
  const until = toldBy('weekly', now, await calendarNow(payload))
  if (!until) return 0
  const span = spanBefore(spanOf('week', dayOf(until)))
  const read = oncePerScope((actor) => readStatistics(payload, actor, { span }))
  let made = 0
  for (const user of await duePeople(payload, until, span)) {
    // SQLite answers in the turn it is asked: others have one between.
    await breathe()
    try {
      if (await mailWeek({ payload, user, span, now, read })) made += 1
    } catch (error) {
      payload.logger.error({ err: error, msg: 'A weekly report was not written', id: user.id })
    }
  }
  return made
}

type Read = (actor: Actor) => Promise<Statistics>

/** Those who see the same are told the same: read once for all of them. */
function oncePerScope(read: Read): Read {
  const known = new Map<string, Promise<Statistics>>()
  return (actor) => {
    const scope = JSON.stringify(statisticsSeen(actor))
    const found = known.get(scope) ?? read(actor)
    known.set(scope, found)
    return found
  }
}

/** By the week, not by the day it is told: days off that are entered later move that day. */
const mailOf = (person: string, { from }: Span): string => `${person}:w${from}`

/** Who wants it since before it was due, can be mailed, and was not told of this week. */
async function duePeople(payload: Payload, until: Date, span: Span): Promise<User[]> {
  const wanting = await readRows(payload, {
    ...{ collection: 'users', columns: ['id'], limit: 0 },
    where: { weeklySince: { less_than_equal: until.toISOString() } },
  })
  const ids = wanting.map(({ id }) => String(id))
  if (ids.length === 0) return []
  const mails = await readRows(payload, {
    ...{ collection: 'mails', columns: ['id'], limit: 0 },
    where: { id: { in: ids.map((id) => mailOf(id, span)) } },
  })
  const told = new Set(mails.map(({ id }) => id))
  return mailedAmong(
    payload,
    ids.filter((id) => !told.has(mailOf(id, span))),
  )
}

type Due = { payload: Payload; user: User; span: Span; now: Date; read: Read }

async function mailWeek({ payload, user, span, now, read }: Due): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  const actor = await actorNow(req, user)
  if (!actor || !isForWeekly(actor)) return false
  const { subject, text } = composeWeek(await read(actor), env.site)
  await inTransaction(req, () => insertMail(req, { user, span, now, subject, text }))
  return true
}

type Written = { user: User; span: Span; now: Date; subject: string; text: string }

async function insertMail(req: PayloadRequest, { user, span, now, subject, text }: Written) {
  const at = now.toISOString()
  await insertOnce({
    req,
    collection: 'mails',
    data: {
      ...{ id: mailOf(user.id, span), person: user.id, username: user.username },
      ...{ kind: 'week', subject, text },
      ...{ at, state: 'waiting', attempts: 0, nextAt: at },
    },
  })
}

type Told = Pick<
  Statistics,
  'span' | 'before' | 'unit' | 'figures' | 'figuresBefore' | 'asked' | 'askedBefore'
>

/** Numbers and where they are from: no title, no name of a person, and none of the words that were asked. */
export function composeWeek(told: Told, url: string) {
  const { span, before, unit, figures, figuresBefore, asked, askedBefore } = told
  const { zh, en } = weekMailTexts
  const days = (of: Span) => `${of.from} — ${of.to}`
  const lines = linesOf({ figures, asked }, { figures: figuresBefore, asked: askedBefore })
  const name = unit?.name ?? null
  return {
    subject: `${zh.subject(days(span))} (${en.subject(days(span))})`,
    text: [
      `${zh.of(name)} ${en.of(name)}`,
      zh.lead(days(span), days(before)),
      en.lead(days(span), days(before)),
      '',
      ...lines.map(lineOf),
      '',
      `${zh.figures} ${en.figures}: ${url}/admin/statistics?from=${span.from}&to=${span.to}`,
      `${zh.change} ${en.change}: ${url}/admin/account`,
      '',
    ].join('\n'),
  }
}

function lineOf({ key, now, before, isHours }: Line): string {
  const { hours, none } = statisticsTexts.zh
  const told = (value: number | null) => {
    if (value === null) return none
    return isHours ? hours(value) : String(value)
  }
  return `${nameOf(key, 'zh')} ${nameOf(key, 'en')}: ${told(now)} (${told(before)})`
}

import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { idOf } from '@/access/actor'
import type { EntryFacts } from '@/access/entryFacts'
import { factsOfAll, keptEntries, type Entry } from '../entry'
import { inTransaction } from '../inTransaction'
import { remindAfterIn } from '../settings'
import { findAll, insertOnce } from '../store'
import { calendarNow } from '../calendar/calendarNow'
import { isWorkingDay, workingDaysBetween } from '../calendar/workingDays'
import { askedFor, askings, type AskedFor } from './askings'
import { standing, takeBack, toldAs } from './takeBack'
import { asked } from './tell'
import { waitingSince, waitsFor } from './waiting'

/**
 * Tells approvers once more what has waited for longer than the centre's number of working days: once for an
 * entry, what is asked and the time it waits since. What was told too early, by days that were corrected since, is taken
 * back before, on a day off too. Returns how many were told.
 */
export async function remind(payload: Payload, now = new Date()): Promise<number> {
  const calendar = await calendarNow(payload)
  const req = await createLocalReq({}, payload)
  const days = await remindAfterIn(req)
  const all = await waiting(req)
  const isOverdue = ({ since }: Overdue) =>
    workingDaysBetween(new Date(since), now, calendar) > days
  await takeBackUntrue(
    payload,
    all.filter((one) => !isOverdue(one)),
    now,
  )
  if (!isWorkingDay(now, calendar)) return 0
  let told = 0
  for (const { entry, asks, since } of all.filter(isOverdue)) {
    const untold = await untoldOf(req, { entry, asks, since, now })
    if (untold.length === 0) continue
    const own = await createLocalReq({}, payload)
    await inTransaction(own, () => write(own, untold))
    told += untold.length
  }
  return told
}

type Overdue = { entry: Entry; asks: AskedFor; since: string }

async function waiting(req: PayloadRequest): Promise<Overdue[]> {
  const all = await Promise.all(
    askedFor.map(async (asks) => {
      const { where, units } = askings[asks]
      const entries = await keptEntries(req, where)
      const facts = await factsOfAll(req, entries)
      const asking = entries.filter((_, at) => units(facts[at] as EntryFacts).length > 0)
      const waited = await waitingSince(req, asks, asking)
      return waited.map((entry) => ({ entry, asks, since: entry.since }))
    }),
  )
  return all.flat()
}

/** Reminders of what has not waited for too long. */
async function takeBackUntrue(payload: Payload, early: readonly Overdue[], now: Date) {
  const keyOf = (entry: unknown, asks: unknown) => `${String(entry)} ${String(asks)}`
  const untrue = new Set(early.map(({ entry, asks }) => keyOf(entry.id, asks)))
  const req = await createLocalReq({}, payload)
  const reminded = await findAll({
    ...{ req, collection: 'messages', select: { entry: true, asks: true } },
    where: {
      and: [{ event: { equals: 'overdue' } }, { settledAt: { exists: false } }, standing],
    },
  })
  const ids = reminded.flatMap(({ id, entry, asks }) =>
    untrue.has(keyOf(idOf(entry), asks)) ? [id] : [],
  )
  if (ids.length > 0) await inTransaction(req, () => takeBack(req, ids, now))
}

type Told = { id: string } & Record<string, unknown>

/** What is to be told of it to whoever was not told yet. */
async function untoldOf(req: PayloadRequest, overdue: Overdue & { now: Date }): Promise<Told[]> {
  const { entry, asks, since, now } = overdue
  const messages = (await waitsFor(req, entry, asks, now)).map((one) => ({
    id: `overdue:${asks}:${entry.id}:${Date.parse(since)}:${one.person.id}`,
    ...{ entry: entry.id, library: entry.library, number: entry.number },
    ...{ event: 'overdue', step: askings[asks].by, at: now.toISOString() },
    ...asked(one),
  }))
  const untold = await toldAs(
    req,
    messages.map(({ id }) => id),
  )
  return messages.flatMap((message) => {
    const id = untold.get(message.id)
    return id === undefined ? [] : [{ ...message, id }]
  })
}

async function write(req: PayloadRequest, messages: readonly Told[]): Promise<void> {
  for (const data of messages) await insertOnce({ req, collection: 'messages', data })
}

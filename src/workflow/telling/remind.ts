import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { EntryFacts } from '@/access/entryFacts'
import { factsOfAll, keptEntries, type Entry } from '../entry'
import { inTransaction } from '../inTransaction'
import { remindAfterIn } from '../settings'
import { insertOnce } from '../store'
import { calendarNow } from '../calendar/calendarNow'
import { isWorkingDay, workingDaysBetween } from '../calendar/workingDays'
import { askedFor, askings, type AskedFor } from './askings'
import { toldBefore } from './matters'
import { asked } from './tell'
import { waitingSince, waitsFor } from './waiting'

/**
 * Tells approvers once more what has waited for longer than the centre's number of working days: once for an
 * entry, what is asked and the time it waits since. Returns how many were told.
 */
export async function remind(payload: Payload, now = new Date()): Promise<number> {
  const calendar = await calendarNow(payload)
  if (!isWorkingDay(now, calendar)) return 0
  const req = await createLocalReq({}, payload)
  const days = await remindAfterIn(req)
  let told = 0
  for (const { entry, asks, since } of await waiting(req)) {
    if (workingDaysBetween(new Date(since), now, calendar) <= days) continue
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
  const known = await toldBefore(
    req,
    messages.map(({ id }) => id),
  )
  return messages.filter(({ id }) => !known.has(id))
}

async function write(req: PayloadRequest, messages: readonly Told[]): Promise<void> {
  for (const data of messages) await insertOnce({ req, collection: 'messages', data })
}

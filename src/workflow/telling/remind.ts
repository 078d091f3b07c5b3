import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { consultedOf, keptEntries, type Entry } from '../entry'
import { inTransaction } from '../inTransaction'
import { remindAfterIn } from '../settings'
import { insertOnce } from '../store'
import { isWorkingDay, workingDaysBetween } from '../workingDays'
import { asked } from './tell'
import { waitingSince } from './waitingSince'
import { askedFor, waitsFor, type AskedFor } from './waitsFor'

/**
 * Tells approvers once more what has waited for longer than the centre's number of working days: once for an
 * entry, what is asked and the time it waits since. Returns how many were told.
 */
export async function remind(payload: Payload, now = new Date()): Promise<number> {
  if (!isWorkingDay(now)) return 0
  const req = await createLocalReq({}, payload)
  const days = await remindAfterIn(req)
  let told = 0
  for (const { entry, asks, since } of await waiting(req)) {
    if (workingDaysBetween(new Date(since), now) <= days) continue
    const own = await createLocalReq({}, payload)
    told += await inTransaction(own, () => remindOf({ req: own, entry, asks, since, now }))
  }
  return told
}

type Overdue = { entry: Entry; asks: AskedFor; since: string }

async function waiting(req: PayloadRequest): Promise<Overdue[]> {
  const pending = await keptEntries(req, { state: { equals: 'pending' } })
  const of: Record<AskedFor, Entry[]> = {
    approve: pending,
    agree: pending.filter((entry) => consultedOf(entry).length > 0),
    approveDeletion: await keptEntries(req, { deletionRequestedBy: { exists: true } }),
    return: await keptEntries(req, { returnRequestedBy: { exists: true } }),
  }
  const all = await Promise.all(
    askedFor.map(async (asks) => {
      const since = await waitingSince(req, asks, of[asks])
      return of[asks].map((entry) => ({
        ...{ entry, asks },
        since: since.get(entry.id) ?? entry.stateSince,
      }))
    }),
  )
  return all.flat()
}

async function remindOf(given: Overdue & { req: PayloadRequest; now: Date }): Promise<number> {
  const { req, entry, asks, since, now } = given
  const late = await waitsFor(req, entry, asks, now)
  for (const one of late) {
    await insertOnce({
      req,
      collection: 'messages',
      data: {
        id: `overdue:${asks}:${entry.id}:${Date.parse(since)}:${one.person.id}`,
        ...{ entry: entry.id, library: entry.library, number: entry.number },
        ...{ event: 'overdue', step: steps[asks], at: now.toISOString() },
        ...asked(one),
      },
    })
  }
  return late.length
}

/** The step that asked for it. */
const steps = {
  approve: 'submit',
  agree: 'submit',
  approveDeletion: 'requestDeletion',
  return: 'requestReturn',
} as const

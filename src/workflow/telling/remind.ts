import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { consultedOf, type Entry } from '../entry'
import { inTransaction } from '../inTransaction'
import { insertBeside } from '../store'
import { isWorkingDay, workingDaysBetween } from '../workingDays'
import { latest } from './involved'
import { asked } from './tell'
import { waitsFor, type AskedFor } from './waitsFor'

const usual = 2

/**
 * Tells approvers once more what has waited for longer than the centre's number of working days: once for an
 * entry, what is asked and the time it waits since. Returns how many were told.
 */
export async function remind(payload: Payload, now = new Date()): Promise<number> {
  if (!isWorkingDay(now)) return 0
  const req = await createLocalReq({}, payload)
  const { remindAfter } = await payload.findGlobal({
    slug: 'settings',
    overrideAccess: true,
    depth: 0,
    req,
  })
  let told = 0
  for (const { entry, asks, since } of await waiting(req)) {
    if (workingDaysBetween(new Date(since), now) <= (remindAfter ?? usual)) continue
    const own = await createLocalReq({}, payload)
    told += await inTransaction(own, () => remindOf({ req: own, entry, asks, since, now }))
  }
  return told
}

type Overdue = { entry: Entry; asks: AskedFor; since: string }

async function waiting(req: PayloadRequest): Promise<Overdue[]> {
  const pending = await entriesWhere(req, { state: { equals: 'pending' } })
  const doomed = await entriesWhere(req, { deletionRequestedBy: { exists: true } })
  const askedBack = await entriesWhere(req, { returnRequestedBy: { exists: true } })
  return [
    ...pending.map((entry) => ({ entry, asks: 'approve' as const, since: entry.stateSince })),
    ...pending
      .filter((entry) => consultedOf(entry).length > 0)
      .map((entry) => ({ entry, asks: 'agree' as const, since: entry.stateSince })),
    ...doomed.map((entry) => ({
      ...{ entry, asks: 'approveDeletion' as const },
      since: entry.deletionRequestedAt ?? entry.stateSince,
    })),
    ...(await Promise.all(
      askedBack.map(async (entry) => ({
        ...{ entry, asks: 'return' as const },
        since: (await latest(req, entry, 'requestReturn'))?.at ?? entry.stateSince,
      })),
    )),
  ]
}

async function remindOf(given: Overdue & { req: PayloadRequest; now: Date }): Promise<number> {
  const { req, entry, asks, since, now } = given
  const late = await waitsFor(req, entry, asks, now)
  for (const one of late) {
    await insertBeside({
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

async function entriesWhere(req: PayloadRequest, where: Where): Promise<Entry[]> {
  const { docs } = await req.payload.find({
    collection: 'register',
    where: { and: [where, { trashedAt: { exists: false } }] },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
    req,
  })
  return docs as unknown as Entry[]
}

import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import type { EntryFacts } from '@/access/can'
import type { Library, State } from '@/access/rules'
import { byId, findOne } from './store'

/** A row of the register. */
export type Entry = {
  id: string
  library: Library
  number: string
  title: string
  unit: string
  unitAbove: string | null
  category: string | null
  categoryKey: string | null
  topic: string | null
  state: State
  stateSince: string
  revision: number
  lock: number
  intent: string | null
  writers: string | null
  submitter: string | null
  submittedAt: string | null
  liveRevision: number | null
  deletionRequestedBy: string | null
  isWithdrawn: boolean | null
  trashedAt: string | null
  updatedAt: string
}

export const findEntry = (req: PayloadRequest, id: string): Promise<Entry | null> =>
  findOne<Entry>({ req, collection: 'register', where: byId(id) })

export const writersOf = (entry: Entry): string[] =>
  entry.writers ? (JSON.parse(entry.writers) as string[]) : []

/** What the rules ask of an entry. Looks for the unit's own approvers only where a deputy may act. */
export async function factsOf(
  req: PayloadRequest,
  entry: Entry,
  actor: Actor | null,
): Promise<EntryFacts> {
  const mayBeDeputy = actor !== null && entry.unitAbove === actor.unit
  return {
    library: entry.library,
    unit: entry.unit,
    unitAbove: entry.unitAbove,
    state: entry.state,
    isLive: entry.liveRevision !== null && entry.liveRevision !== undefined,
    isWithdrawn: Boolean(entry.isWithdrawn),
    isTrashed: Boolean(entry.trashedAt),
    deletionRequestedBy: entry.deletionRequestedBy ?? null,
    writers: writersOf(entry),
    submitter: entry.submitter ?? null,
    wasSubmitted: Boolean(entry.submittedAt),
    hasOwnApprover: !mayBeDeputy || (await hasOwnApprover(req, entry)),
  }
}

async function hasOwnApprover(req: PayloadRequest, entry: Entry): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    overrideAccess: true,
    req,
    where: {
      unit: { equals: entry.unit },
      roles: { in: ['approver'] },
      isActive: { equals: true },
      id: { not_in: [...writersOf(entry), entry.submitter ?? ''] },
    },
  })
  return totalDocs > 0
}

import type { PayloadRequest } from 'payload'
import type { Actor } from '@/access/actor'
import type { EntryFacts } from '@/access/can'
import { daysInTrash, type Library, type Mark, type State } from '@/access/rules'
import { mustReturnFirst } from './settings'
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
  baseRevision: number | null
  closedMeanwhile: 'units' | 'public' | null
  deletionRequestedBy: string | null
  deletionRequestedAt: string | null
  deletionReason: string | null
  returnRequestedBy: string | null
  returnReason: string | null
  consulted: string | null
  answers: string | null
  isWithdrawn: boolean | null
  withdrawnFrom: string | null
  withdrawnSentence: string | null
  successor: string | null
  trashedAt: string | null
  updatedAt: string
}

/** What an approver of a unit named for 会同校核 said. */
export type ConsultedAnswer = {
  unit: string
  unitName: string
  byName: string
  agrees: boolean
  sentence: string
  at: string
}

export const findEntry = (req: PayloadRequest, id: string): Promise<Entry | null> =>
  findOne<Entry>({ req, collection: 'register', where: byId(id) })

export const writersOf = (entry: Entry): string[] => listOf<string>(entry.writers)

/** Units named for 会同校核 when the entry was submitted. */
export const consultedOf = (entry: Entry): string[] => listOf<string>(entry.consulted)

export const answersOf = (entry: Entry): ConsultedAnswer[] => listOf<ConsultedAnswer>(entry.answers)

const listOf = <T>(json: string | null | undefined): T[] => (json ? (JSON.parse(json) as T[]) : [])

const longestInTrash = daysInTrash * 24 * 60 * 60 * 1000

/** Has this entry been in the trash for so long that it is purged and no longer restored? */
export const isExpired = (entry: Pick<Entry, 'trashedAt'>, now = Date.now()): boolean =>
  Boolean(entry.trashedAt) && now - Date.parse(entry.trashedAt ?? '') >= longestInTrash

/** What the rules ask of an entry. Looks for the unit's own approvers only where a deputy may act. */
export async function factsOf(
  req: PayloadRequest,
  entry: Entry,
  actor: Actor | null,
): Promise<EntryFacts> {
  const mayBeDeputy = actor !== null && entry.unitAbove === actor.unit
  const consulted = consultedOf(entry)
  const answered = answersOf(entry).map(({ unit }) => unit)
  return {
    library: entry.library,
    unit: entry.unit,
    unitAbove: entry.unitAbove ?? null,
    state: entry.state,
    isLive: entry.liveRevision !== null && entry.liveRevision !== undefined,
    marks: marksOf(entry),
    isExpired: isExpired(entry),
    requester: entry.deletionRequestedBy ?? null,
    writers: writersOf(entry),
    submitter: entry.submitter ?? null,
    hasOwnApprover: !mayBeDeputy || (await hasOwnApprover(req, entry)),
    isReturnedFirst: entry.state === 'approved' && (await mustReturnFirst(req, entry.library)),
    consulted,
    unanswered: consulted.filter((unit) => !answered.includes(unit)),
  }
}

function marksOf(entry: Entry): Mark[] {
  const marks: [Mark, unknown][] = [
    ['submitted', entry.submittedAt],
    ['requested', entry.deletionRequestedBy],
    ['returnRequested', entry.returnRequestedBy],
    ['withdrawn', entry.isWithdrawn],
    ['trashed', entry.trashedAt],
  ]
  return marks.filter(([, isSet]) => Boolean(isSet)).map(([mark]) => mark)
}

async function hasOwnApprover(req: PayloadRequest, entry: Entry): Promise<boolean> {
  const involved = [...writersOf(entry), entry.submitter ?? '', entry.deletionRequestedBy ?? '']
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    overrideAccess: true,
    req,
    where: {
      unit: { equals: entry.unit },
      roles: { in: ['approver'] },
      isActive: { equals: true },
      id: { not_in: involved },
    },
  })
  return totalDocs > 0
}

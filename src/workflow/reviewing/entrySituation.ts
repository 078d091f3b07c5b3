import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actor'
import { hasRightTo, maySave, mayTake, stepsFor } from '@/access/can'
import { mayReadVersions } from '@/access/granted'
import { isMerged, mayProposeMerge } from '@/access/merging'
import { mayOpenCopy, mayReadCopy } from '@/access/reach'
import { steps, type Library, type State, type Step, type WithdrawalKind } from '@/access/rules'
import type { Decision } from '@/payload-types'
import { latestDecision } from '../decisions'
import {
  answersOf,
  consultedOf,
  copyOf,
  factsOf,
  findEntry,
  isActive,
  type ConsultedAnswer,
  type Entry,
} from '../entry'
import { nameOfNode, placeOf } from '../step/publication'
import { byId, findOne } from '../store'

/** Who did something to an entry that still holds, when and why. */
export type Standing = { byName: string; at: string; reason: string }

/** Where an entry stands and what this person may do with it now. */
export type EntrySituation = {
  id: string
  library: Library
  number: string
  title: string
  state: State
  stateSince: string
  revision: number
  liveRevision: number | null
  /** The switches of the live text. */
  live: { openToUnits: boolean; openToPublic: boolean } | null
  unitName: string
  unitAboveName: string | null
  categoryName: string | null
  steps: Step[]
  canSave: boolean
  /** May this person propose to merge it with another one? */
  mayMerge: boolean
  /** Seen as a working copy, with its history; not only as a unit that was asked to agree. */
  isInReach: boolean
  seesVersions: boolean
  /** The approver may not decide because the text is their own. */
  isOwn: boolean
  lastReturn: Standing | null
  deletion: Standing | null
  returnAsked: Standing | null
  withdrawal: (Standing & { kind: WithdrawalKind | null; successor: Successor | null }) | null
  trashedAt: string | null
  /** 启动预案 and 推送话务员, while they stand. */
  activation: (Standing & { until: string }) | null
  push: Standing | null
  /** Whether this person sees who has confirmed them. */
  seesReceipts: boolean
  /** Units named for 会同校核, with what they answered since the last submit. */
  consulted: { unit: string; unitName: string; answer: ConsultedAnswer | null }[]
}

type Successor = { library: string; id: string; number: string; title: string }

/** What an entry's page shows of it; null for whoever may not open it. Rejects as the database does. */
export async function entrySituation(
  req: PayloadRequest,
  id: string,
): Promise<EntrySituation | null> {
  const actor = actorOf(req.user)
  const entry = await findEntry(req, id)
  if (!actor || !entry || !mayOpenCopy(actor, copyOf(entry))) return null
  const last = (...taken: Step[]) => latestDecision(req, id, { steps: taken })
  const [facts, place, returned, live, consulted] = await Promise.all([
    factsOf(req, entry),
    placeOf(req, entry),
    last('return', 'approve'),
    findOne<{ id: string; openToUnits: boolean; openToPublic: boolean }>({
      req,
      collection: 'publications',
      where: { slot: { equals: id } },
    }),
    consultedUnits(req, entry),
  ])
  const { library, number, title, state, stateSince, revision } = entry
  return {
    ...{ id, library, number, title, state, stateSince, revision, consulted },
    ...{ unitName: place.unitName, unitAboveName: place.unitAboveName },
    categoryName: place.categoryName,
    liveRevision: entry.liveRevision ?? null,
    live: live && { openToUnits: live.openToUnits, openToPublic: live.openToPublic },
    steps: stepsFor(actor, facts),
    canSave: maySave(actor, facts) === null,
    mayMerge: live !== null && isMerged(library) && mayProposeMerge(actor, [entry.unit]),
    isInReach: mayReadCopy(actor, copyOf(entry)),
    seesVersions: mayReadVersions(req.user, library, entry),
    isOwn: mayTake(actor, 'approve', facts)?.code === 'ownSubmission',
    lastReturn: returned?.step === 'return' ? standing(returned) : null,
    deletion: entry.deletionRequestedBy
      ? standing(await last('requestDeletion'), entry.deletionReason)
      : null,
    returnAsked: entry.returnRequestedBy
      ? standing(await last('requestReturn'), entry.returnReason)
      : null,
    withdrawal: entry.isWithdrawn
      ? await withdrawalOf(req, entry, await last('withdraw', 'lapse'))
      : null,
    trashedAt: entry.trashedAt ?? null,
    activation: isActive(entry, new Date())
      ? {
          ...standing(await last('activate'), entry.activationSentence),
          until: entry.activeUntil ?? '',
        }
      : null,
    push: entry.push ? standing(await last('push')) : null,
    seesReceipts: steps.push.libraries.includes(library) && hasRightTo(actor, 'push', facts),
  }
}

const standing = (decision: Decision | null, reason?: string | null): Standing => ({
  byName: decision?.byName ?? '',
  at: decision?.at ?? '',
  reason: reason ?? decision?.reason ?? '',
})

async function withdrawalOf(req: PayloadRequest, entry: Entry, decision: Decision | null) {
  const { kind } = (decision?.details ?? {}) as { kind?: WithdrawalKind }
  const successor = entry.successor
    ? await findOne<Successor>({ req, collection: 'register', where: byId(entry.successor) })
    : null
  return {
    ...standing(decision, entry.withdrawnSentence),
    kind: kind ?? null,
    successor: successor && {
      library: successor.library,
      id: successor.id,
      number: successor.number,
      title: successor.title,
    },
  }
}

async function consultedUnits(req: PayloadRequest, entry: Entry) {
  const answers = answersOf(entry)
  return Promise.all(
    consultedOf(entry).map(async (unit) => ({
      unit,
      unitName: await nameOfNode(req, unit),
      answer: answers.find((answer) => answer.unit === unit) ?? null,
    })),
  )
}

import { steps, type Mark, type State, type Step, type StepRule } from '@/access/rules'
import type { Request } from './asked'
import { answersOf, type ConsultedAnswer, type Entry } from '../entry'
import type { Intent, Switches } from './intent'

type Live = { id: string; revision: number } & Switches
type Change = Record<string, unknown>

/** Where a step leads from this state. */
export function stateAfter(step: Step, from: State): State {
  const { to }: StepRule = steps[step]
  if (to === 'unapproved') return from === 'approved' ? 'draft' : from
  return to === 'same' ? from : to
}

/** What a step does to the live row, with what was asked decided. */
export function publicationAfter(
  step: Step,
  asked: Pick<Request, 'isTakenOffline'>,
): Intent['publication'] {
  const { publication }: StepRule = steps[step]
  if (publication !== 'asAsked') return publication
  return asked.isTakenOffline ? 'close' : 'none'
}

/** The switches readers get, as the table says; null where they stay. */
export function switchesAfter(given: {
  step: Step
  entry: Entry
  asked: Request
  proposed: Switches
  live: Live | null
}): Switches | null {
  const { step, entry, asked, proposed, live } = given
  const { switches }: StepRule = steps[step]
  const isToPublic = asked.to === 'public'
  const now = pick(live)
  switch (switches) {
    case 'proposed':
      return proposed
    case 'unlessClosed': {
      const closed = asked.isReopened ? null : entry.closedMeanwhile
      if (!closed) return proposed
      return { openToUnits: proposed.openToUnits && closed !== 'units', openToPublic: false }
    }
    case 'kept':
      return entry.library === 'cases' ? proposed : now
    case 'opened':
      return { openToUnits: true, openToPublic: isToPublic || now.openToPublic }
    case 'closed':
      return { openToUnits: isToPublic && now.openToUnits, openToPublic: false }
    case 'none':
      return null
  }
}

/**
 * What a step says of the copy's switches. Opening and closing say nothing of the switch they were not asked
 * about: what a revision under way proposes for that one stays proposed.
 */
export function switchesOfCopy({ step, details, switches }: Intent): Partial<Switches> {
  const rule: StepRule = steps[step]
  const isToPublic = details?.to === 'public'
  if (rule.switches === 'opened')
    return { openToUnits: true, ...(isToPublic ? { openToPublic: true } : {}) }
  if (rule.switches === 'closed')
    return { openToPublic: false, ...(isToPublic ? {} : { openToUnits: false }) }
  return switches ?? {}
}

const pick = (live: Live | null): Switches => ({
  openToUnits: Boolean(live?.openToUnits),
  openToPublic: Boolean(live?.openToPublic),
})

/** What a step writes in the register. Pure. */
export function registerAfter(given: {
  entry: Entry
  intent: Intent
  asked: Pick<Request, 'sentence' | 'successor' | 'to'> & Partial<Pick<Request, 'until'>>
  live: Live | null
  /** Units the text names for 会同校核. */
  coUnits: readonly string[]
}): Change {
  const { entry, intent, live } = given
  const { step, from, to, at } = intent
  const { marks, needs, of }: StepRule = steps[step]
  return {
    ...(from === to ? {} : { state: to, stateSince: at }),
    ...Object.assign({}, ...marks.map((mark) => marked(mark, given))),
    ...(from === 'approved' && to !== 'approved' ? begun(entry) : {}),
    ...online(intent, live),
    ...closedAfter(given),
    ...(needs.includes('end') ? { activeUntil: given.asked.until?.toISOString() } : {}),
    ...(of === 'consulted' ? { answers: answered(entry, intent) } : {}),
    ...(intent.text ? { revision: intent.revision, ...headOf(intent.text) } : {}),
  }
}

/** A revision begins: from which approved text, and nothing closed since. */
const begun = (entry: Entry): Change => ({
  baseRevision: entry.revision,
  closedMeanwhile: null,
})

const asking = (coUnits: readonly string[]): Change => ({
  consulted: JSON.stringify(coUnits),
  answers: null,
})

function online({ publication, revision }: Intent, live: Live | null): Change {
  if (publication === 'close') return { liveRevision: null, ...notActivated, ...notPushed }
  if (publication === 'again') return { liveRevision: live?.revision ?? null }
  if (publication !== 'open') return {}
  const fresh = { writers: '[]', submitter: null, baseRevision: null, closedMeanwhile: null }
  return { liveRevision: revision, ...fresh }
}

const notActivated: Change = {
  ...{ activation: null, activationSentence: null, activatedAt: null, activeUntil: null },
}
const notPushed: Change = { push: null, pushedAt: null }

function marked(
  mark: Mark | `not ${Mark}`,
  { intent, asked, live, coUnits }: Parameters<typeof registerAfter>[0],
): Change {
  const { by, at, reason } = intent
  switch (mark) {
    case 'submitted':
      return { submitter: by, submittedAt: at, ...asking(coUnits) }
    case 'requested':
      return { deletionRequestedBy: by, deletionRequestedAt: at, deletionReason: reason }
    case 'not requested':
      return { deletionRequestedBy: null, deletionRequestedAt: null, deletionReason: null }
    case 'returnRequested':
      return { returnRequestedBy: by, returnReason: reason }
    case 'not returnRequested':
      return { returnRequestedBy: null, returnReason: null }
    case 'withdrawn': {
      const { sentence, successor } = asked
      return {
        isWithdrawn: true,
        withdrawnFrom: live?.id ?? null,
        withdrawnSentence: sentence,
        successor,
      }
    }
    case 'not withdrawn':
      return { isWithdrawn: false, withdrawnFrom: null, withdrawnSentence: null, successor: null }
    case 'lapsed':
      return { isLapsed: true }
    case 'not lapsed':
      return { isLapsed: null }
    case 'trashed':
      return { trashedAt: at }
    case 'not trashed':
      return { trashedAt: null }
    case 'activated':
      return {
        ...{ activation: intent.decision, activatedAt: at, activationSentence: asked.sentence },
      }
    case 'not activated':
      return notActivated
    case 'pushed':
      return { push: intent.decision, pushedAt: at }
    case 'not pushed':
      return notPushed
    case 'not submitted':
      return {}
  }
}

/** What stands closed since the revision under way began; an approved copy moves with its live text. */
function closedAfter({ entry, intent, asked }: Parameters<typeof registerAfter>[0]): Change {
  const { publication, switches }: StepRule = steps[intent.step]
  if (publication !== 'switch') return {}
  if (entry.state === 'approved') return { closedMeanwhile: null }
  const before = entry.closedMeanwhile ?? null
  const closed = asked.to === 'units' ? 'units' : (before ?? 'public')
  const open = asked.to === 'public' || !before ? null : 'public'
  return { closedMeanwhile: switches === 'closed' ? closed : open }
}

function answered(entry: Entry, intent: Intent): string {
  const answer: ConsultedAnswer = {
    ...(intent.answering ?? { unit: '', unitName: '' }),
    byName: intent.byName ?? '',
    agrees: intent.step === 'agree',
    sentence: intent.reason,
    at: intent.at,
  }
  return JSON.stringify([...answersOf(entry).filter(({ unit }) => unit !== answer.unit), answer])
}

const headOf = ({ title }: Change): Change => (typeof title === 'string' ? { title } : {})

/** What of a request is kept with the decision, beside what stood out in the text. */
export function detailsKept(step: Step, asked: Request, found: Change | null): Change | null {
  const kept = { ...askedOf(step, asked), ...found }
  return Object.keys(kept).length > 0 ? kept : null
}

function askedOf(step: Step, asked: Request): Change | null {
  const { needs, publication }: StepRule = steps[step]
  if (needs.includes('target')) return { to: asked.to }
  if (needs.includes('sentence')) {
    const { kind, sentence, successor } = asked
    return { kind, sentence, successor }
  }
  if (needs.includes('end')) {
    const { sentence, until } = asked
    return {
      ...(needs.includes('briefing') ? { sentence } : {}),
      ...{ until: until?.toISOString() ?? null },
    }
  }
  if (publication === 'asAsked') return { online: !asked.isTakenOffline }
  return asked.isReopened ? { reopen: true } : null
}

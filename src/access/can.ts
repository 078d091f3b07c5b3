import type { Actor, Principal } from './actor'
import { isEnd } from './bulletins'
import { answeringFor, decidesFor } from './deputies'
import type { EntryFacts } from './entryFacts'
import { isInReach } from './reach'
import type { RefusalCode } from './refusals'
import {
  askedSteps,
  editableStates,
  savedBy,
  steps,
  withdrawalKinds,
  type Library,
  type Mark,
  type Step,
  type StepRule,
} from './rules'

/** What came with a request for a step. */
export type Asked = {
  revision: number
  /** The register's revision, to compare with. */
  latest: number
  /** Is state and text what the person saw, as far as they said or the order of requests tells? */
  isAsSeen: boolean
  /** Was another text put online since this one was begun? */
  isLiveNewer: boolean
  reason: string
  isConfirmed: boolean
  isOpened: boolean
  /** What stands out in the text and was not named with the confirmation. */
  unnamed: readonly string[]
  /** Numbers of persons in a text that citizens are to read. */
  hasOpenNumbers: boolean
  /** Fields that must be filled before submitting and are not. */
  missing: readonly string[]
  /** Whom open and close are about. */
  to: unknown
  /** Why a text is withdrawn, the sentence for readers, and whether the entry they are sent to is online. */
  kind: unknown
  sentence: string
  hasSuccessor: boolean
  /** Has the validity of the live text begun, and not ended? */
  isInForce: boolean
  /** When what stands on the desks is to end; null where none was sent, or no instant. */
  until: Date | null
  now: Date
}

export type Refusal = { code: RefusalCode; fields?: readonly string[] }

/** May this person take this step on this entry as it stands? The refusal, or null. */
export function mayTake(actor: Actor | null, step: Step, entry: EntryFacts): Refusal | null {
  if (!actor) return { code: 'notSignedIn' }
  const rule: StepRule = steps[step]
  if (!hasRight(actor, rule, entry)) return { code: 'notAllowed' }
  if (!rule.libraries.includes(entry.library)) return { code: 'wrongState' }
  if (!rule.from.includes(entry.state)) return { code: 'wrongState' }
  const isTrashed = entry.marks.includes('trashed')
  if (isTrashed !== rule.when.includes('trashed') || entry.isExpired) return { code: 'wrongState' }
  if (!rule.when.every((condition) => holds(condition, entry))) return { code: 'wrongState' }
  if (isInvolved(actor, rule, entry)) return { code: 'ownSubmission' }
  const isLent = !hasRight(inOwnRight(actor), rule, entry)
  if (isLent && !principalOf(actor, step, entry)) return { code: 'ownSubmission' }
  return null
}

/**
 * The approver in whose place this person takes the step (受委托), or null where the right is their own. Never
 * one who may not take it themselves: nobody has their own text approved by whom they named.
 */
export function principalOf(actor: Actor, step: Step, entry: EntryFacts): Principal | null {
  const rule: StepRule = steps[step]
  if (hasRight(inOwnRight(actor), rule, entry)) return null
  return actor.standsInFor?.find((approver) => !isInvolved(approver, rule, entry)) ?? null
}

/** The same person without what was delegated to them. */
const inOwnRight = (actor: Actor): Actor =>
  actor.standsInFor?.length
    ? { ...actor, roles: actor.roles.filter((role) => role !== 'approver'), standsInFor: [] }
    : actor

const isInvolved = (person: { id: string }, rule: StepRule, entry: EntryFacts) =>
  rule.not.some((part) => isPart(person, part, entry))

/** May this person take this step with what they sent? The first refusal that applies, or null. */
export function can(
  actor: Actor | null,
  step: Step,
  entry: EntryFacts,
  asked: Asked,
): Refusal | null {
  const refusal = mayTake(actor, step, entry)
  if (refusal) return refusal
  const { needs, publication, to }: StepRule = steps[step]
  if (asked.revision !== asked.latest || !asked.isAsSeen) return { code: 'changedMeanwhile' }
  if (publication === 'open' && to === 'approved' && asked.isLiveNewer)
    return { code: 'changedMeanwhile' }
  if (needs.includes('inForce') && !asked.isInForce) return { code: 'wrongState' }
  if (needs.includes('reason') && asked.reason.trim() === '') return { code: 'reasonMissing' }
  if (needs.includes('complete') && asked.missing.length > 0) {
    return { code: 'incomplete', fields: asked.missing }
  }
  if (needs.includes('opened') && !asked.isOpened) return { code: 'notOpened' }
  if (needs.includes('confirmed') && !asked.isConfirmed) {
    return { code: 'incomplete', fields: ['confirmed'] }
  }
  if (needs.includes('named') && asked.unnamed.length > 0) {
    return { code: 'findingsUnconfirmed', fields: asked.unnamed }
  }
  if (entry.library === 'cases' && publication === 'open' && asked.hasOpenNumbers) {
    return { code: 'personalNumbers' }
  }
  if (needs.includes('target') && !targetsOf(entry.library).includes(asked.to)) {
    return { code: 'invalid', fields: ['to'] }
  }
  if (needs.includes('briefing') && asked.sentence.trim() === '') {
    return { code: 'incomplete', fields: ['sentence'] }
  }
  if (needs.includes('end') && !isEnd(asked.until, asked.now)) {
    return { code: 'invalid', fields: ['until'] }
  }
  return needs.includes('sentence') ? withdrawalRefusal(asked) : null
}

/** Whom a text can be opened to; plans never reach the website. */
export const targetsOf = (library: Library): readonly unknown[] =>
  library === 'plans' ? ['units'] : ['units', 'public']

function withdrawalRefusal({ kind, sentence, hasSuccessor }: Asked): Refusal | null {
  if (!withdrawalKinds.some((known) => known === kind)) return { code: 'invalid', fields: ['kind'] }
  if (sentence.trim() === '') return { code: 'incomplete', fields: ['sentence'] }
  if (kind === 'merged' && !hasSuccessor) return { code: 'incomplete', fields: ['successor'] }
  return null
}

/** The steps this person may take on this entry now: exactly these get a button. */
export function stepsFor(actor: Actor | null, entry: EntryFacts): Step[] {
  return askedSteps.filter((step) => !mayTake(actor, step, entry))
}

/** Does this step belong to this person, however the entry stands? */
export const hasRightTo = (actor: Actor, step: Step, entry: EntryFacts): boolean =>
  hasRight(actor, steps[step], entry)

/** Does this person write texts that are filed there: as an editor of its unit, or a case as the centre? */
export function writesOf(
  { roles, unit }: Pick<Actor, 'roles' | 'unit'>,
  filed: Pick<EntryFacts, 'library' | 'unit'>,
): boolean {
  const role = savedBy[filed.library]
  return roles.includes(role) && (role === 'centre' || unit === filed.unit)
}

/** May this person save the text as it stands? */
export function maySave(actor: Actor | null, entry: EntryFacts): Refusal | null {
  if (!actor) return { code: 'notSignedIn' }
  if (!isInReach(actor, entry)) return { code: 'notFound' }
  if (!writesOf(actor, entry)) return { code: 'notAllowed' }
  const isHeld = entry.marks.includes('requested') || entry.marks.includes('trashed')
  return isHeld || !editableStates.includes(entry.state) ? { code: 'wrongState' } : null
}

/** Does this person act in the unit's place (代审批)? The record says so. */
export function isDeputy(actor: Actor, step: Step, entry: EntryFacts): boolean {
  const rule: StepRule = steps[step]
  if (rule.of === 'consulted') return answeringFor(actor, entry) !== actor.unit
  if (!rule.by.includes('approver')) return false
  return entry.unit !== actor.unit && decidesFor(actor, entry)
}

function hasRight(actor: Actor, rule: StepRule, entry: EntryFacts): boolean {
  if (rule.of === 'consulted') return answeringFor(actor, entry) !== null
  const by = entry.library === 'cases' ? (rule.casesBy ?? rule.by) : rule.by
  return by.some((role) => {
    if (!actor.roles.includes(role)) return false
    if (role === 'centre' || entry.unit === actor.unit) return true
    return role === 'approver' && decidesFor(actor, entry)
  })
}

function holds(condition: StepRule['when'][number], entry: EntryFacts): boolean {
  switch (condition) {
    case 'live':
      return entry.isLive
    case 'answered':
      return entry.unanswered.length === 0
    case 'revisable':
      return !entry.isReturnedFirst
    case 'returnFirst':
      return entry.isReturnedFirst
    default: {
      const isAbsent = condition.startsWith('not ')
      const mark = (isAbsent ? condition.slice(4) : condition) as Mark
      return entry.marks.includes(mark) !== isAbsent
    }
  }
}

function isPart(actor: { id: string }, part: StepRule['not'][number], entry: EntryFacts): boolean {
  switch (part) {
    case 'writer':
      return entry.writers.includes(actor.id)
    case 'submitter':
      return entry.submitter === actor.id
    case 'requester':
      return entry.requester === actor.id
  }
}

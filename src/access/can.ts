import type { Actor } from './actor'
import { isInReach } from './reach'
import {
  editableStates,
  steps,
  switchedOn,
  type Library,
  type RefusalCode,
  type State,
  type Step,
  type StepRule,
} from './rules'

/** Where an entry stands now, as far as the rules ask. */
export type EntryFacts = {
  library: Library
  unit: string
  unitAbove: string | null
  state: State
  isLive: boolean
  isWithdrawn: boolean
  isTrashed: boolean
  /** Who asked for deletion, while the request stands. */
  deletionRequestedBy: string | null
  /** Who saved since the last approved text. */
  writers: readonly string[]
  submitter: string | null
  wasSubmitted: boolean
  /** Has the unit an approver who neither wrote nor submitted this text? */
  hasOwnApprover: boolean
}

/** What came with a request for a step. */
export type Asked = {
  revision: number
  /** The register's revision, to compare with. */
  latest: number
  reason: string
  isConfirmed: boolean
  isOpened: boolean
  /** Fields that must be filled before submitting and are not. */
  missing: readonly string[]
}

export type Refusal = { code: RefusalCode; fields?: readonly string[] }

/** May this person take this step on this entry as it stands? The refusal, or null. */
export function mayTake(actor: Actor | null, step: Step, entry: EntryFacts): Refusal | null {
  if (!actor) return { code: 'notSignedIn' }
  const rule: StepRule = steps[step]
  if (!hasRight(actor, rule, entry)) return { code: 'notAllowed' }
  if (!rule.libraries.includes(entry.library)) return { code: 'wrongState' }
  if (!rule.from.includes(entry.state)) return { code: 'wrongState' }
  if (!switchedOn[step]?.includes(entry.state)) return { code: 'wrongState' }
  if (!rule.when.every((condition) => holds(condition, entry))) return { code: 'wrongState' }
  if (rule.not.some((part) => isPart(actor, part, entry))) return { code: 'ownSubmission' }
  return null
}

/** May this person take this step with what they sent? The first refusal that applies, or null. */
export function can(
  actor: Actor | null,
  step: Step,
  entry: EntryFacts,
  asked: Asked,
): Refusal | null {
  const refusal = mayTake(actor, step, entry)
  if (refusal) return refusal
  if (asked.revision !== asked.latest) return { code: 'changedMeanwhile' }
  const { needs }: StepRule = steps[step]
  if (needs.includes('reason') && asked.reason.trim() === '') return { code: 'reasonMissing' }
  if (needs.includes('complete') && asked.missing.length > 0) {
    return { code: 'incomplete', fields: asked.missing }
  }
  if (needs.includes('opened') && !asked.isOpened) return { code: 'notOpened' }
  if (needs.includes('confirmed') && !asked.isConfirmed) {
    return { code: 'incomplete', fields: ['confirmed'] }
  }
  return null
}

/** The steps this person may take on this entry now: exactly these get a button. */
export function stepsFor(actor: Actor | null, entry: EntryFacts): Step[] {
  return (Object.keys(switchedOn) as Step[]).filter((step) => !mayTake(actor, step, entry))
}

/** May this person save the text as it stands? */
export function maySave(actor: Actor | null, entry: EntryFacts): Refusal | null {
  if (!actor) return { code: 'notSignedIn' }
  if (!isInReach(actor, entry)) return { code: 'notFound' }
  if (!actor.roles.includes('editor') || entry.unit !== actor.unit) return { code: 'notAllowed' }
  if (!editableStates.includes(entry.state)) return { code: 'wrongState' }
  return entry.deletionRequestedBy ? { code: 'wrongState' } : null
}

/** Does the approver of the unit above act in the unit's place (代审批)? The record says so. */
export function isDeputy(actor: Actor, step: Step, entry: EntryFacts): boolean {
  const rule: StepRule = steps[step]
  if (!rule.deputy || entry.hasOwnApprover || entry.unitAbove !== actor.unit) return false
  return actor.roles.includes('approver')
}

function hasRight(actor: Actor, rule: StepRule, entry: EntryFacts): boolean {
  const isOfUnit = entry.unit === actor.unit
  const by = entry.library === 'cases' ? (rule.casesBy ?? rule.by) : rule.by
  return by.some((role) => {
    if (!actor.roles.includes(role)) return false
    if (role === 'centre' || isOfUnit) return true
    return rule.deputy && !entry.hasOwnApprover && entry.unitAbove === actor.unit
  })
}

function holds(condition: StepRule['when'][number], entry: EntryFacts): boolean {
  switch (condition) {
    case 'live':
      return entry.isLive
    case 'requested':
      return entry.deletionRequestedBy !== null
    case 'notRequested':
      return entry.deletionRequestedBy === null
    case 'neverSubmitted':
      return !entry.wasSubmitted
    case 'withdrawn':
      return entry.isWithdrawn
    case 'trashed':
      return entry.isTrashed
  }
}

function isPart(actor: Actor, part: StepRule['not'][number], entry: EntryFacts): boolean {
  switch (part) {
    case 'writer':
      return entry.writers.includes(actor.id)
    case 'submitter':
      return entry.submitter === actor.id
    case 'requester':
      return entry.deletionRequestedBy === actor.id
  }
}

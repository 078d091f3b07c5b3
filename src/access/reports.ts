import type { Actor } from './actor'
import { wholly } from './deputies'
import type { Role } from './rules'
import { isSeen, statisticsSeen } from './statistics'

/** What is done with a report, and by whom: a unit objects for itself, the centre decides and publishes (通报). */
export const reportSteps = {
  object: { by: 'approver' },
  decide: { by: 'centre' },
  publish: { by: 'centre' },
} as const satisfies Record<string, { by: Role }>
export type ReportStep = keyof typeof reportSteps

/** So many working days after it was shown a unit may object. */
export const daysToObject = 2

export type ReportFacts = {
  isPublished: boolean
  /** It was published before the time to object was over, as the working days are known now. */
  isEarly: boolean
  /** The time to object is over. */
  isOver: boolean
  /** Units whose objection nobody decided. */
  undecided: readonly string[]
  /** Units that objected already. */
  objected: readonly string[]
  /** Units whose figures it holds. */
  units: readonly string[]
}

export type WhyNot = 'notAllowed' | 'published' | 'over' | 'objected' | 'notOver' | 'undecided'

/** The units this person may object for: their own, and those that have no approver, where theirs decide (代审批). */
export const objectsFor = (actor: Actor | null): string[] =>
  actor ? [...new Set([actor.unit, ...wholly(actor)])] : []

/** Why this person may not take this step with the report as it stands, for `unit` or their own, or null. */
export function mayTakeReport(
  actor: Actor | null,
  step: ReportStep,
  report: ReportFacts,
  unit = actor?.unit ?? '',
): WhyNot | null {
  const isTheirs = actor?.roles.includes(reportSteps[step].by)
  if (!actor || !isTheirs) return 'notAllowed'
  if (step === 'object' && !(objectsFor(actor).includes(unit) && report.units.includes(unit)))
    return 'notAllowed'
  // Published too early it takes objections until the right end, and the centre decides them.
  if (report.isPublished && (step === 'publish' || !report.isEarly)) return 'published'
  if (step === 'object') {
    if (report.isOver) return 'over'
    return report.objected.includes(unit) ? 'objected' : null
  }
  if (step === 'publish') {
    if (report.undecided.length > 0) return 'undecided'
    return report.isOver ? null : 'notOver'
  }
  return null
}

/**
 * The units of a report whose figures this person sees: of one that is published all; before, those of the statistics
 * and those they may object for, and an evaluator none: they are told what is settled.
 */
export function unitsOfReport<Unit extends { id: string; above: string | null }>(
  actor: Actor | null,
  { isPublished, units }: { isPublished: boolean; units: readonly Unit[] },
): Unit[] {
  const seen = statisticsSeen(actor)
  if (seen === 'none') return []
  if (isPublished) return [...units]
  if (actor?.roles.includes('evaluator')) return []
  const others = actor?.roles.includes('approver') ? objectsFor(actor) : []
  return units.filter((unit) => isSeen(seen, unit) || others.includes(unit.id))
}

import type { Actor } from './actor'
import type { Role } from './rules'
import { statisticsSeen } from './statistics'

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

/** Why this person may not take this step with the report as it stands, or null. */
export function mayTakeReport(
  actor: Actor | null,
  step: ReportStep,
  report: ReportFacts,
): WhyNot | null {
  const isTheirs = actor?.roles.includes(reportSteps[step].by)
  if (!actor || !isTheirs) return 'notAllowed'
  if (report.isPublished) return 'published'
  if (step === 'object') {
    if (!report.units.includes(actor.unit)) return 'notAllowed'
    if (report.isOver) return 'over'
    return report.objected.includes(actor.unit) ? 'objected' : null
  }
  if (step === 'publish') {
    if (report.undecided.length > 0) return 'undecided'
    return report.isOver ? null : 'notOver'
  }
  return null
}

/** The units of a report whose figures this person sees: of one that is published all, before as in the statistics. */
export function unitsOfReport<Unit extends { id: string; above: string | null }>(
  actor: Actor | null,
  { isPublished, units }: { isPublished: boolean; units: readonly Unit[] },
): Unit[] {
  const seen = statisticsSeen(actor)
  if (seen === 'none') return []
  // Who evaluates is told what is settled.
  const isEvaluator = actor?.roles.every((role) => role === 'evaluator')
  if (isPublished) return [...units]
  if (seen === 'everything') return isEvaluator ? [] : [...units]
  return units.filter(({ id, above }) => [id, above].includes(seen.unit))
}

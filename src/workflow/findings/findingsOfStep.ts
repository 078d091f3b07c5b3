import type { PayloadRequest } from 'payload'
import { steps, type Step, type StepRule } from '@/access/rules'
import { latestDecision } from '../decisions'
import type { Entry } from '../entry'
import { isGrave } from './findingKinds'
import { countFindings, type Finding, type FindingCounts } from './findingsOf'
import { readFindings } from './readFindings'

/**
 * What stands out in what a step hands on: the text as it is stored or sent with the step, or the sentence for
 * readers of what is taken offline. Looked for by the step itself, whatever was shown before.
 */
export async function findingsOfStep(given: {
  req: PayloadRequest
  step: Step
  entry: Pick<Entry, 'library' | 'unit' | 'categoryKey' | 'topic'>
  text: Readonly<Record<string, unknown>>
  sentence: string
}): Promise<Finding[]> {
  const { req, step, entry, text, sentence } = given
  const { library, unit, categoryKey, topic } = entry
  const place = { req, library, unit, categoryKey, topic }
  const { needs }: StepRule = steps[step]
  if (!needs.includes('sentence')) return readFindings({ ...place, text })
  return (await readFindings({ ...place, text: { sentence } })).filter(isGrave)
}

/** What the record of a step keeps of it: how many of each kind, and which were confirmed by name. */
export function findingsKept(
  findings: readonly Finding[],
  named: readonly string[],
): Record<string, unknown> | null {
  const counts = countFindings(findings)
  return counts && { findings: counts, named: named.filter((kind) => kind in counts) }
}

/** Kinds that stand in the text and were not named. */
export const unnamedIn = (findings: readonly Finding[], named: readonly string[]): string[] =>
  [...new Set(findings.filter(isGrave).map(({ kind }) => kind))].filter(
    (kind) => !named.includes(kind),
  )

/** What stood when a revision was handed on, by whom, and which kinds they confirmed by name. */
type SubmittedWith = { byName: string; at: string; counts: FindingCounts; named: string[] }

/** From the record of the last time this revision was submitted; null where it was not, or nothing stood. */
export async function submittedWith(
  req: PayloadRequest,
  { id, revision }: { id: string; revision: number },
): Promise<SubmittedWith | null> {
  const last = await latestDecision(req, id, { steps: ['submit'], revision })
  const { findings, named } = (last?.details ?? {}) as {
    findings?: FindingCounts
    named?: string[]
  }
  if (!last || !findings) return null
  const { byName, at } = last
  return { byName: byName ?? '', at: String(at), counts: findings, named: named ?? [] }
}

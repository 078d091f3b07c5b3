import type { FindingKind } from './findingKinds'
import type { Finding } from './findingsOf'

/** How many of each kind; what a record keeps of them, and never what was found. */
export type FindingCounts = Partial<Record<FindingKind, number>>

/** Null where nothing was found. */
export function countFindings(findings: readonly Pick<Finding, 'kind'>[]): FindingCounts | null {
  const counts: FindingCounts = {}
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1
  return findings.length > 0 ? counts : null
}

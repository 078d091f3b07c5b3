import type { PayloadRequest } from 'payload'
import { latestDecision } from '../decisions'
import type { FindingCounts } from './countFindings'

/** What stood when a revision was handed on, by whom, and which kinds they confirmed by name. */
export type SubmittedWith = { byName: string; at: string; counts: FindingCounts; named: string[] }

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

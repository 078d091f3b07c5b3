import type { PayloadRequest } from 'payload'
import { latestDecision } from '../decisions'
import type { Entry } from '../entry'
import type { Intent } from '../step/intent'

/**
 * Whoever submitted and wrote the text that was decided on. The register forgets them with the approval, the
 * decisions never: a text returned after its approval tells those who made what was approved.
 */
export async function writersToTell(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
): Promise<string[]> {
  const wasApproved = intent.from === 'approved'
  const [submitted, approved, asked] = await Promise.all([
    intent.submitter ? null : latestDecision(req, entry.id, { steps: ['submit'] }),
    wasApproved ? latestDecision(req, entry.id, { steps: ['approve'] }) : null,
    wasApproved ? latestDecision(req, entry.id, { steps: ['requestReturn'] }) : null,
  ])
  const writers = wasApproved ? listOf(approved?.writers) : intent.writers
  const submitter = intent.submitter ?? submitted?.by
  return [...new Set([...writers, submitter, asked?.by].filter((id) => typeof id === 'string'))]
}

export async function requesterOf(req: PayloadRequest, entry: Entry): Promise<string[]> {
  const requested = await latestDecision(req, entry.id, { steps: ['requestDeletion'] })
  return requested?.by ? [requested.by] : []
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

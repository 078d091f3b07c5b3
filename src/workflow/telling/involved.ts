import type { PayloadRequest } from 'payload'
import type { Step } from '@/access/rules'
import type { Entry } from '../entry'
import type { Intent } from '../step/intent'

type Decision = { by?: string | null; writers?: unknown }

/**
 * Whoever submitted and wrote the text that was decided on. The register forgets them with the approval, the
 * decisions never: a text returned after its approval tells those who made what was approved.
 */
export async function writersToTell(
  req: PayloadRequest,
  entry: Entry,
  intent: Intent,
): Promise<string[]> {
  const wasApproved = intent.step === 'return' && intent.from === 'approved'
  const [submitted, approved, asked] = await Promise.all([
    latest(req, entry, 'submit'),
    wasApproved ? latest(req, entry, 'approve') : null,
    wasApproved ? latest(req, entry, 'requestReturn') : null,
  ])
  const writers = wasApproved ? listOf(approved?.writers) : intent.writers
  return [...new Set([...writers, submitted?.by, asked?.by].filter((id) => typeof id === 'string'))]
}

export async function requesterOf(req: PayloadRequest, entry: Entry): Promise<string[]> {
  const requested = await latest(req, entry, 'requestDeletion')
  return requested?.by ? [requested.by] : []
}

export async function latest(
  req: PayloadRequest,
  entry: Entry,
  step: Step,
): Promise<(Decision & { at: string }) | null> {
  const { docs } = await req.payload.find({
    collection: 'decisions',
    where: { and: [{ entry: { equals: entry.id } }, { step: { equals: step } }] },
    sort: '-seq',
    limit: 1,
    pagination: false,
    overrideAccess: true,
    depth: 0,
    req,
  })
  return (docs[0] as (Decision & { at: string }) | undefined) ?? null
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

import type { PayloadRequest } from 'payload'
import type { FindingCounts } from './countFindings'

/** What stood when a revision was handed on, by whom, and which kinds they confirmed by name. */
export type SubmittedWith = { byName: string; at: string; counts: FindingCounts; named: string[] }

/** From the record of the last time this revision was submitted; null where it was not, or nothing stood. */
export async function submittedWith(
  req: PayloadRequest,
  { id, revision }: { id: string; revision: number },
): Promise<SubmittedWith | null> {
  const { docs } = await req.payload.find({
    collection: 'decisions',
    where: {
      and: [
        { entry: { equals: id } },
        { step: { equals: 'submit' } },
        { revision: { equals: revision } },
      ],
    },
    sort: '-seq',
    limit: 1,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    req,
  })
  const [last] = docs
  const { findings, named } = (last?.details ?? {}) as {
    findings?: FindingCounts
    named?: string[]
  }
  if (!last || !findings) return null
  const { byName, at } = last
  return { byName: byName ?? '', at: String(at), counts: findings, named: named ?? [] }
}

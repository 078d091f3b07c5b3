import type { PayloadRequest } from 'payload'
import type { FindingCounts } from './countFindings'

/** What stood when a revision was handed on, by whom, and whether they had it before their eyes. */
export type SubmittedWith = { byName: string; at: string; counts: FindingCounts; isSeen: boolean }

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
    sort: '-at',
    limit: 1,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    req,
  })
  const [last] = docs
  const { findings, isSeen } = (last?.details ?? {}) as {
    findings?: FindingCounts
    isSeen?: boolean
  }
  if (!last || !findings) return null
  const { byName, at } = last
  return { byName: byName ?? '', at: String(at), counts: findings, isSeen: isSeen === true }
}

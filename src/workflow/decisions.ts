import type { PayloadRequest, Where } from 'payload'
import type { Step } from '@/access/rules'
import type { Decision } from '@/payload-types'
import { findAll } from './store'

/** Which decisions on an entry are meant: all of them, or only those of these steps, on this revision, by this person's id. */
type Meant = { steps?: readonly Step[]; revision?: number; by?: string }

/** The decision taken last on this entry, of those that are meant; null where there is none. */
export async function latestDecision(
  req: PayloadRequest,
  entry: string,
  { steps, revision, by }: Meant = {},
): Promise<Decision | null> {
  const { docs } = await req.payload.find({
    collection: 'decisions',
    where: {
      and: [
        { entry: { equals: entry } },
        ...(steps ? [{ step: { in: [...steps] } }] : []),
        ...(revision === undefined ? [] : [{ revision: { equals: revision } }]),
        ...(by === undefined ? [] : [{ by: { equals: by } }]),
      ] satisfies Where[],
    },
    sort: '-seq',
    limit: 1,
    pagination: false,
    overrideAccess: true,
    depth: 0,
    req,
  })
  return docs[0] ?? null
}

/** The last decision of this step on each of these entries, by the entry's id; one question for all. */
export async function latestDecisions(
  req: PayloadRequest,
  entries: readonly string[],
  step: Step,
): Promise<ReadonlyMap<string, Pick<Decision, 'at' | 'reason'>>> {
  if (entries.length === 0) return new Map()
  const docs = await findAll({
    req,
    collection: 'decisions',
    where: { and: [{ entry: { in: [...entries] } }, { step: { equals: step } }] },
    select: { entry: true, at: true, reason: true },
    // The newest of an entry comes last, and stays.
    sort: 'seq',
  })
  return new Map(docs.map((decision) => [decision.entry, decision]))
}

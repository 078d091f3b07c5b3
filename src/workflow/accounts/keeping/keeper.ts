import { createLocalReq, type Payload } from 'payload'
import { writersOf, type Entry } from '../../entry'
import { byId, swap } from '../../store'

/**
 * 经办人: who looks after an entry. A responsibility and nothing else: no rule, state or right asks for it;
 * `writers` and `submitter` stay what happened.
 */
export const keeperAtFirst = (actor: { id: string } | null): { keeper: string | null } => ({
  keeper: actor?.id ?? null,
})

/** Whoever writes first where nobody keeps it, as in what came by import or with a new unit, keeps it. */
export const keeperAfterSave = (
  { keeper }: Pick<Entry, 'keeper'>,
  actor: { id: string } | null,
): { keeper?: string } => (keeper || !actor ? {} : { keeper: actor.id })

/**
 * Entries from before there were keepers get who wrote last, else who submitted. At start-up, for both
 * databases alike; what nobody wrote (imports, the first drafts of a unit) stays without.
 */
export async function fillKeepers(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  const { docs } = await payload.find({
    collection: 'register',
    where: {
      and: [
        { keeper: { exists: false } },
        { or: [{ submitter: { exists: true } }, { writers: { like: '"' } }] },
      ],
    },
    select: { writers: true, submitter: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  let filled = 0
  for (const row of docs as unknown as Pick<Entry, 'id' | 'writers' | 'submitter'>[]) {
    const keeper = writersOf(row).at(-1) ?? row.submitter
    if (!keeper) continue
    const where = { ...byId(row.id), keeper: { exists: false } }
    if (await swap({ req, collection: 'register', where, data: { keeper } })) filled += 1
  }
  return filled
}

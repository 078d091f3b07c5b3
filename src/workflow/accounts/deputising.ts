import type { Payload, PayloadRequest } from 'payload'
import { idOf, inPlaceOf, type Deputised } from '@/access/actor'
import { gainsByStandingIn } from '@/access/delegation'
import { deputiesOf, deputisedBy, type Deciding } from '@/access/deputies'
import { roles } from '@/access/rules'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'
import { byId, findOne } from '../store'
import { standsInFor } from './delegating/delegations'

type Node = {
  id: string
  kind: string
  unitAbove: string | null
  isOffice: boolean | null
  isCentre: boolean | null
}

/** For which units the approvers of this one decide (代审批), as tree and accounts stand now. */
export async function deputisedByNow(payload: Payload, unit: string): Promise<Deputised[]> {
  return deputisedBy(unit, await deciding.now(payload))
}

type Account = {
  id: string
  unit?: unknown
  roles?: readonly string[] | null
}

/** The account as `actorOf` reads it: with whom they stand in for, and in the place of which units they decide. */
export async function withRightsLent<A extends Account>(req: PayloadRequest, account: A) {
  const own = roles.filter((role) => account.roles?.includes(role))
  const principals = gainsByStandingIn(own) ? await standsInFor(req, account.id) : []
  const isApprover = own.includes('approver') || principals.length > 0
  const unit = isApprover ? idOf(account.unit) : null
  const isDeputy = unit !== null && (await decidesForOthers(req, unit))
  const inPlace = isDeputy ? await deputisedByNow(req.payload, unit) : []
  return { ...account, standsInFor: principals, [inPlaceOf]: inPlace }
}

/** Only the offices of regions and the centre decide for others: looked at first, with every request of an approver. */
async function decidesForOthers(req: PayloadRequest, unit: string): Promise<boolean> {
  const node = await findOne<Node>({ req, collection: 'nodes', where: byId(unit) })
  return Boolean(node?.isCentre || node?.isOffice)
}

/** The units whose approvers may have to decide in the place of these. */
export async function deputiesNow(payload: Payload, units: readonly string[]): Promise<string[]> {
  const city = await deciding.now(payload)
  return units.flatMap((unit) => deputiesOf(unit, city))
}

/** The units and their approvers as they stand now. */
export const decidingNow = (payload: Payload): Promise<Deciding> => deciding.now(payload)

/** Asked with every request of an approver who may decide for others, and changed a few times a day. */
const deciding = follow('deciding', ['nodes', 'users'], async (payload): Promise<Deciding> => {
  const [nodes, approvers] = await Promise.all([
    readRows(payload, {
      collection: 'nodes',
      columns: ['id', 'kind', 'unitAbove', 'isOffice', 'isCentre'],
      where: { kind: { not_equals: 'category' } },
      sort: 'order',
      limit: 0,
    }),
    approversByUnit(payload),
  ])
  const units = (nodes as Node[]).map(({ id, kind, unitAbove, isOffice, isCentre }) => ({
    ...{ id, kind, unitAbove: unitAbove ?? null },
    ...{ isOffice: Boolean(isOffice), isCentre: Boolean(isCentre) },
  }))
  return { units, approvers }
})

async function approversByUnit(payload: Payload): Promise<Map<string, string[]>> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { roles: { in: ['approver'] }, isActive: { equals: true } },
    select: { unit: true },
    overrideAccess: true,
    depth: 0,
    pagination: false,
    limit: 0,
  })
  const approvers = new Map<string, string[]>()
  for (const { id, unit } of docs) {
    const key = idOf(unit) ?? ''
    approvers.set(key, [...(approvers.get(key) ?? []), id])
  }
  return approvers
}

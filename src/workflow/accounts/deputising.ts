import type { Payload, PayloadRequest } from 'payload'
import { idOf, inPlaceOf, type Deputised } from '@/access/actor'
import { gainsByStandingIn } from '@/access/delegation'
import { deputiesOf, deputisedBy, type Deciding } from '@/access/deputies'
import { roles } from '@/access/rules'
import { readRows } from '@/tables'
import { follow } from '@/tables/follow'
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
  return deputisedBy(unit, await decidingNow(payload))
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
  const isDeputy = unit !== null && (await decidesForOthers(req.payload, unit))
  const inPlace = isDeputy ? await deputisedByNow(req.payload, unit) : []
  return { ...account, standsInFor: principals, [inPlaceOf]: inPlace }
}

/** Only the offices of regions and the centre decide for others: looked at first, with every request of an approver. */
async function decidesForOthers(payload: Payload, unit: string): Promise<boolean> {
  const own = (await units.now(payload)).find(({ id }) => id === unit)
  return Boolean(own && (own.isCentre || own.isOffice))
}

/** The units whose approvers may have to decide in the place of these. */
export async function deputiesNow(payload: Payload, asked: readonly string[]): Promise<string[]> {
  const city = await decidingNow(payload)
  return asked.flatMap((unit) => deputiesOf(unit, city))
}

/** The units and their approvers as they stand now. */
export async function decidingNow(payload: Payload): Promise<Deciding> {
  const [all, approvers] = await Promise.all([units.now(payload), approversByUnit.now(payload)])
  return { units: all, approvers }
}

/** Asked with every request of an approver, and changed a few times a year; whoever signs in changes no unit. */
const units = follow('units', ['nodes'], async (payload): Promise<Deciding['units']> => {
  const nodes = await readRows(payload, {
    collection: 'nodes',
    columns: ['id', 'kind', 'unitAbove', 'isOffice', 'isCentre'],
    where: { kind: { not_equals: 'category' } },
    sort: 'order',
    limit: 0,
  })
  return (nodes as Node[]).map(({ id, kind, unitAbove, isOffice, isCentre }) => ({
    ...{ id, kind, unitAbove: unitAbove ?? null },
    ...{ isOffice: Boolean(isOffice), isCentre: Boolean(isCentre) },
  }))
})

/** Asked with every request of an approver who may decide for others. */
const approversByUnit = follow('approvers', ['users'], async (payload) => {
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
})

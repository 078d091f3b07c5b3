import type { Role, UnitKey } from './words'

/** Somebody who reads or writes; a key is a machine, the citizen has neither account nor key. */
export type Actor = {
  key: string
  says: string
  roles: Role[]
  unit: UnitKey | null
  kind: 'person' | 'agentKey' | 'publicKey' | 'citizen'
}

export const unitAbove: Record<UnitKey, UnitKey | null> = {
  hotline: null,
  county: null,
  office: 'county',
  bureau: 'county',
  town: 'county',
  village: 'county',
  department: null,
}

/** Whose approvers decide where a unit's own cannot: the county's office, then the hotline centre (代审批). */
export const chainOf = (unit: UnitKey): UnitKey[] => {
  const chain: UnitKey[] = [unit, ...(unitAbove[unit] ? (['office'] as const) : []), 'hotline']
  return [...new Set(chain)]
}

/** The units that own entries: a county body, a township with one approver, one without, a department. */
export const owners: UnitKey[] = ['bureau', 'town', 'village', 'department']

const person = (key: string, says: string, unit: UnitKey, ...roles: Role[]): Actor => ({
  ...{ key, says, unit, roles },
  kind: 'person',
})
const nobody = (key: string, says: string, kind: Actor['kind']): Actor => ({
  ...{ key, says, kind },
  ...{ unit: null, roles: [] },
})

export const actors: Actor[] = [
  person('writer', 'the editor of the bureau', 'bureau', 'editor'),
  person('colleague', 'a second editor of the bureau', 'bureau', 'editor'),
  person('leader', 'the approver of the bureau', 'bureau', 'approver'),
  person('both', 'the editor and approver of the bureau', 'bureau', 'editor', 'approver'),
  person('clerk', 'staff of the bureau', 'bureau', 'staff'),
  person('townBoth', 'the only approver of the town, editor too', 'town', 'editor', 'approver'),
  person('townWriter', 'the editor of the town', 'town', 'editor'),
  person('villageWriter', 'the editor of the village, which has no approver', 'village', 'editor'),
  person('countyWriter', 'the editor of the county', 'county', 'editor'),
  person('countyLeader', 'the approver of the county', 'county', 'approver'),
  person('countyClerk', 'staff of the county', 'county', 'staff'),
  person('officeWriter', 'the editor of the county’s office', 'office', 'editor'),
  person('officeLeader', 'the approver of the county’s office', 'office', 'approver'),
  person('hotlineLeader', 'the approver of the hotline centre', 'hotline', 'approver'),
  person('stranger', 'the editor of the department', 'department', 'editor'),
  person('strangeLeader', 'the approver of the department', 'department', 'approver'),
  person('agent', 'an agent', 'hotline', 'agent'),
  person('centre', 'the centre', 'hotline', 'centre'),
  person('operator', 'the operator', 'hotline', 'operator'),
  person('auditor', 'the auditor', 'hotline', 'auditor'),
  nobody('agentKey', 'a system with an agent’s key', 'agentKey'),
  nobody('publicKey', 'a system with a public key', 'publicKey'),
  nobody('citizen', 'a citizen', 'citizen'),
]

const byKey = new Map(actors.map((actor) => [actor.key, actor]))

export function actorOf(key: string): Actor {
  const actor = byKey.get(key)
  if (!actor) throw new Error(`Nobody is called ${key}.`)
  return actor
}

export const has = (actor: Actor, ...roles: Role[]) =>
  actor.roles.some((role) => roles.includes(role))

/** What decides what somebody reads, so that two of whom it is the same see the same everywhere. */
const reading = ({ kind, unit, roles }: Actor) =>
  [
    kind,
    unit,
    ...(roles.some((role) => role === 'editor' || role === 'approver') ? ['copies'] : roles),
  ].join()

export const alike: Actor[][] = [...new Set(actors.map(reading))].map((as) =>
  actors.filter((actor) => reading(actor) === as),
)

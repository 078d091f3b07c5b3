import { randomUUID } from 'node:crypto'
import { anyone, as, type Person } from '../server/people'
import type { Body } from '../int/answers'
import { found, hire, hotline, unique, type Unit } from '../int/city'
import { withKey } from '../int/key'
import { actors, type Actor } from './cast'
import type { UnitKey } from './words'

/** The model's units and people on the server: made once, signed in once, used by many sequences. */
export type Stage = {
  units: Record<UnitKey, Unit>
  people: Map<string, Person>
  /** A word of the titles of one sequence: whoever searches it finds this sequence's entries. */
  word: string
}

export async function newStage(): Promise<Stage> {
  const county = await found('region', '模县')
  const units = {
    hotline: await hotline(),
    county,
    office: await found('department', '模政府办', county),
    bureau: await found('department', '模局', county),
    town: await found('township', '模镇', county),
    village: await found('township', '模乡', county),
    department: await found('department', '模委'),
  }
  const centre = await as('centre')
  await centre.patch(`/api/nodes/${units.office.id}`, { isOffice: true })
  const people = new Map<string, Person>()
  for (const actor of actors) people.set(actor.key, await join(actor, units))
  return { units, people, word: unique() }
}

async function join(actor: Actor, units: Stage['units']): Promise<Person> {
  if (actor.kind === 'citizen') return anyone()
  if (actor.kind !== 'person') return withKey(await issue(actor.kind, units.hotline))
  if (actor.unit === 'hotline' && !actor.roles.includes('approver')) return as(actor.key)
  return hire(units[actor.unit as UnitKey], ...actor.roles)
}

async function issue(kind: Actor['kind'], { id: unit }: Unit): Promise<string> {
  const operator = await as('operator')
  const apiKey = randomUUID()
  const { status } = await operator.post<Body>('/api/systems', {
    ...{ name: `模型${unique()}`, responsible: '王五', purpose: '来电弹屏', unit },
    ...{ audience: kind === 'agentKey' ? 'agent' : 'public', enableAPIKey: true, apiKey },
    // All doors after each step are more than a call centre asks.
    rate: 60_000,
  })
  if (status !== 201) throw new Error(`No key was issued: ${status}`)
  return apiKey
}

export function personOf({ people }: Stage, key: string): Person {
  const person = people.get(key)
  if (!person) throw new Error(`${key} is not on the stage.`)
  return person
}

import { randomUUID } from 'node:crypto'
import { as, type Person } from '../server/people'
import { password } from '../server/launch.mjs'
import type { CategoryKey, Role } from '@/access/rules'
import type { Body, Row } from './answers'

export type Unit = { id: string; name: string; categories: Record<CategoryKey, string> }
export type Worker = Person & { username: string }

/** Not so many digits in a row that they are taken for somebody's number. */
export function unique(): string {
  const word = randomUUID().slice(0, 8)
  return /\d{5}/.test(word) ? unique() : word
}

type Kind = 'region' | 'department' | 'township'

/** A new unit with its standard categories, made by the centre as people make them. */
export async function found(kind: Kind, name: string, parent?: Unit): Promise<Unit> {
  const centre = await as('centre')
  const sent = { kind, name: `${name}${unique()}`, ...(parent ? { parent: parent.id } : {}) }
  const { status, body } = await centre.post<Body>('/api/nodes', sent)
  if (status !== 201) throw new Error(`${name} was not made: ${status} ${JSON.stringify(body)}`)
  const below = await childrenOf(body.doc.id)
  const categories = Object.fromEntries(below.map((node) => [node.category, node.id]))
  return { id: body.doc.id, name: sent.name, categories: categories as Unit['categories'] }
}

/** The office of a region, which decides where a unit of it cannot (代审批). */
export async function foundOffice(region: Unit): Promise<Unit> {
  const office = await found('department', '县政府办', region)
  const { status } = await (await as('centre')).patch(`/api/nodes/${office.id}`, { isOffice: true })
  if (status !== 200) throw new Error(`${office.name} became no office: ${status}`)
  return office
}

export async function childrenOf(id: string): Promise<Row[]> {
  const centre = await as('centre')
  const { body } = await centre.get<Body>(
    `/api/nodes?where[parent][equals]=${id}&sort=order&depth=0&pagination=false`,
  )
  return body.docs
}

/** A new person of a unit with a session of their own, made by the operator. */
export async function hire(unit: Unit, ...roles: Role[]): Promise<Worker> {
  const username = `${roles.join('-')}-${unique()}`
  const { status, body } = await openAccount({ unit: unit.id, roles, username })
  if (status !== 201) throw new Error(`${username} was not hired: ${JSON.stringify(body)}`)
  return { ...(await as(username)), username }
}

export async function openAccount(more: object) {
  const operator = await as('operator')
  const account = { username: `p-${unique()}`, name: '某人', password, isActive: true }
  return operator.post<Body>('/api/users', { ...account, ...more })
}

/** The hotline centre: the only unit where agents, the centre, the operator and the auditor work. */
export async function hotline(): Promise<Unit> {
  const centre = await as('centre')
  const { body } = await centre.get<Body>('/api/nodes?where[isCentre][equals]=true&depth=0')
  const node = body.docs[0]
  if (!node) throw new Error('There is no hotline centre.')
  return { id: node.id, name: String(node.name), categories: {} as Unit['categories'] }
}

/** A county with a body that has an editor and two approvers, and a department of the city beside it. */
export async function foundCity() {
  const county = await found('region', '试点县')
  const bureau = await found('department', '县民政局', county)
  const elsewhere = await found('department', '市税务局')
  return {
    county,
    bureau,
    elsewhere,
    editor: await hire(bureau, 'editor'),
    approver: await hire(bureau, 'approver'),
    stranger: await hire(elsewhere, 'editor'),
  }
}

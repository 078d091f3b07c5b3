import { expect } from '@jest/globals'
import type { Role } from '@/access/rules'
import { password } from '../server/launch.mjs'
import { as, type Person } from '../server/people'
import type { Body } from './answers'
import { unique, type Unit } from './city'

/** A new department with its categories, on a server of a test's own. */
export async function foundOn(url: string): Promise<Unit> {
  const centre = await as('centre', url)
  const { body } = await centre.post<Body>('/api/nodes', {
    ...{ kind: 'department', form: 'municipal', name: `市统计试点局${unique()}` },
  })
  const { body: below } = await centre.get<Body>(
    `/api/nodes?where[parent][equals]=${body.doc.id}&depth=0&pagination=false`,
  )
  const categories = Object.fromEntries(below.docs.map((node) => [node.category, node.id]))
  return {
    id: body.doc.id,
    name: String(body.doc.name),
    categories: categories as Unit['categories'],
  }
}

/** A new person of it, with a session. */
export async function hireOn(url: string, unit: Unit, ...roles: Role[]): Promise<Person> {
  const operator = await as('operator', url)
  const username = `${roles.join('-')}-${unique()}`
  const account = { username, roles, unit: unit.id, name: '某人', password, isActive: true }
  expect((await operator.post<Body>('/api/users', account)).status).toBe(201)
  return as(username, url)
}

import { expect } from '@jest/globals'
import { password } from '../server/launch.mjs'
import type { Person } from '../server/people'
import { hotline, unique } from './city'

/** The person manages neither the tree nor accounts nor keys, and reads no log. */
export async function cannotManage(person: Person): Promise<void> {
  await cannotChangeTree(person)
  await cannotManageAccounts(person)
  expect(await person.get('/api/audit')).toMatchObject({ status: 403 })
}

export async function cannotChangeTree(person: Person): Promise<void> {
  const { id } = await hotline()
  const answers = [
    await person.post('/api/nodes', { kind: 'region', name: `县${unique()}` }),
    await person.patch(`/api/nodes/${id}`, { name: '改名' }),
    await person.delete(`/api/nodes/${id}`),
    await person.post(`/api/nodes/${id}/merge`, { into: id }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
}

export async function cannotManageAccounts(person: Person): Promise<void> {
  const { id: unit } = await hotline()
  const username = `new-${unique()}`
  const answers = [
    await person.post('/api/users', { username, name: '新', password, roles: ['centre'], unit }),
    await person.patch(`/api/users/${person.id}`, { roles: ['centre'] }),
    await person.delete(`/api/users/${person.id}`),
    await person.post('/api/users/unlock', { username: 'operator' }),
    await person.get('/api/systems'),
    await person.post('/api/systems', {
      name: '密钥',
      audience: 'agent',
      unit,
      enableAPIKey: true,
    }),
  ]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
}

import { beforeAll, describe, expect, it } from '@jest/globals'
import { as, type Account } from '../server/people'
import type { Body } from './answers'
import { foundCity } from './city'

let city: Awaited<ReturnType<typeof foundCity>>
beforeAll(async () => {
  city = await foundCity()
})

describe('what Payload refuses in words of its own', () => {
  it.each<[string, Account, string, string, object | undefined, number]>([
    ['an address there is not', 'editor', 'POST', '/api/knowledge/a/b/c', {}, 404],
    ['a collection there is not', 'editor', 'GET', '/api/nothing', undefined, 404],
    ['a bulk change without a condition', 'operator', 'PATCH', '/api/users', { name: 'a' }, 403],
    ['unlocking nobody', 'operator', 'POST', '/api/users/unlock', {}, 400],
    ['a copy', 'operator', 'POST', '/api/users/any/duplicate', {}, 404],
    ['an unknown column', 'operator', 'GET', '/api/users?where[nope][equals]=1', undefined, 400],
    ['a name that is taken', 'operator', 'POST', '/api/users', undefined, 400],
  ])('is told in Chinese: %s', async (_what, account, method, path, body, status) => {
    const taken = { username: 'staff', name: '甲', password: 'zhiku-2026', roles: ['staff'] }
    const sent = body ?? (method === 'POST' ? { ...taken, unit: city.bureau.id } : undefined)
    const answer = await (
      await as(account)
    ).fetch(path, {
      ...{ method, headers: { 'Content-Type': 'application/json' } },
      body: sent && JSON.stringify(sent),
    })
    const problem = (await answer.json()) as Body
    expect([answer.status, problem.status]).toEqual([status, status])
    const said = JSON.stringify([problem.title, problem.detail, problem.errors])
    expect(said).toMatch(/\p{Script=Han}/u)
    const messages = problem.errors.map(({ message }) => message)
    expect([problem.title, problem.detail, ...messages].join('')).not.toMatch(/[a-z]{4,}/)
  })
})

import { password } from '../server/launch.mjs'
import { anyone } from '../server/people'
import type { Body } from './answers'

type Answer = Body & { user: { id: string } | null; refreshedToken?: string; exp?: number }
export type Headers = Record<string, string>

export const send = async (path: string, headers: Headers, sent?: object, method = 'POST') => {
  const body = sent && JSON.stringify(sent)
  const type: Headers = sent ? { 'Content-Type': 'application/json' } : {}
  const answer = await anyone().fetch(path, { method, headers: { ...type, ...headers }, body })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json')
  return {
    status: answer.status,
    headers: answer.headers,
    body: (isJson ? JSON.parse(text) : {}) as Answer,
  }
}
/** From an address behind the proxy on this machine. */
export const signIn = (
  username: string,
  word = password,
  address = '198.51.100.1',
  more: Headers = {},
) => send('/api/users/login', { 'X-Forwarded-For': address, ...more }, { username, password: word })
export const bearing = (token: string) => ({ Authorization: `JWT ${token}` })
export const isGood = async (token: string) =>
  (await send('/api/users/me', bearing(token), undefined, 'GET')).body.user !== null

import { randomUUID } from 'node:crypto'
import type { Answer } from '../server/ask'
import { anyone, as, baseUrl, type Person } from '../server/people'
import type { Body } from './answers'
import { unique } from './city'

/** A machine that sends its key with everything it asks. */
export function withKey(key: string, more: Record<string, string> = {}): Person {
  const headers = { Authorization: `systems API-Key ${key}`, ...more }
  const send = (path: string, init: RequestInit = {}) =>
    fetch(baseUrl + path, { redirect: 'manual', ...init, headers: { ...headers, ...init.headers } })
  const json =
    (method: string) =>
    async <Body>(path: string, body?: unknown): Promise<Answer<Body>> => {
      const response = await send(path, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      return {
        status: response.status,
        headers: response.headers,
        body: (await response.json().catch(() => null)) as Body,
      }
    }
  const verbs = {
    get: json('GET'),
    post: json('POST'),
    patch: json('PATCH'),
    delete: json('DELETE'),
  }
  return { ...anyone(), token: `key:${key}`, ...verbs, fetch: send }
}

/** A new key, made by the operator, with a machine that sends it. */
export async function openKey(more: object): Promise<Person> {
  const operator = await as('operator')
  const apiKey = randomUUID()
  const named = { name: `系统${unique()}`, responsible: '王五', purpose: '来电弹屏' }
  const sent = { ...named, enableAPIKey: true, apiKey, ...more }
  const { status, body } = await operator.post<Body>('/api/systems', sent)
  if (status !== 201) throw new Error(`No key was made: ${JSON.stringify(body)}`)
  return { ...withKey(apiKey), id: body.doc.id }
}

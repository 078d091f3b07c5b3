import { anyone, baseUrl, type Answer, type Person } from '../server/people'

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

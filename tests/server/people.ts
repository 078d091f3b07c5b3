import { ask, type Answer } from './ask'
import { password } from './launch.mjs'

/** Where the server under test answers; set by globalSetup. */
export const baseUrl = process.env.ZHIKU_TEST_URL ?? ''

export type Account =
  'agent' | 'staff' | 'editor' | 'approver' | 'centre' | 'operator' | 'auditor' | 'evaluator'

export type Person = {
  id: string
  token: string
  get: <Body = Record<string, unknown>>(path: string) => Promise<Answer<Body>>
  post: <Body = Record<string, unknown>>(path: string, body?: unknown) => Promise<Answer<Body>>
  patch: <Body = Record<string, unknown>>(path: string, body: unknown) => Promise<Answer<Body>>
  delete: <Body = Record<string, unknown>>(path: string) => Promise<Answer<Body>>
  /** For what is not JSON: uploads, pages. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>
}

const signedIn = new Map<string, Promise<Person>>()

/** A person of the demo city with a real session; signed in once per test file. */
export function as(username: Account | (string & {}), at = baseUrl): Promise<Person> {
  const key = `${at} ${username}`
  const known = signedIn.get(key)
  if (known) return known
  const person = signIn(username, at)
  signedIn.set(key, person)
  return person
}

/** Somebody without a session: a citizen. */
export const anyone = (at = baseUrl): Person => personOf({ id: '', token: '' }, at)

async function signIn(username: string, at: string): Promise<Person> {
  const { status, body } = await anyone(at).post<{ token: string; user: { id: string } }>(
    '/api/users/login',
    { username, password },
  )
  if (status !== 200) throw new Error(`${username} cannot sign in: ${status}`)
  return personOf({ id: body.user.id, token: body.token }, at)
}

function personOf({ id, token }: { id: string; token: string }, at: string): Person {
  const authorization: Record<string, string> = token ? { Authorization: `JWT ${token}` } : {}
  const send = (path: string, init: RequestInit = {}) =>
    fetch(at + path, {
      redirect: 'manual',
      ...init,
      headers: { ...authorization, ...(init.headers as Record<string, string> | undefined) },
    })
  const json =
    (method: string) =>
    <Body>(path: string, body?: unknown): Promise<Answer<Body>> =>
      ask(at + path, {
        method,
        headers: { ...authorization, 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
  return {
    id,
    token,
    get: json('GET'),
    post: json('POST'),
    patch: json('PATCH'),
    delete: json('DELETE'),
    fetch: send,
  }
}

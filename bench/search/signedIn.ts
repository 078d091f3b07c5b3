import { password } from './people'

export type SignedIn = {
  headers: Record<string, string>
  /** Sends JSON and takes JSON; anything but a success rejects. */
  call: <Body>(method: 'GET' | 'POST', path: string, body?: object) => Promise<Body>
}

/** One of the people of the benchmark's city, with a session of their own. */
export async function signedIn(url: string, username: string): Promise<SignedIn> {
  const { token } = await called<{ token: string }>(`${url}/api/users/login`, {
    method: 'POST',
    headers: {},
    body: { username, password },
  })
  const headers = { authorization: `JWT ${token}`, 'user-agent': 'zhiku-bench' }
  return {
    headers,
    call: (method, path, body) => called(url + path, { method, headers, body }),
  }
}

type Sent = { method: string; headers: Record<string, string>; body?: object }

async function called<Body>(url: string, { method, headers, body }: Sent): Promise<Body> {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Body
}

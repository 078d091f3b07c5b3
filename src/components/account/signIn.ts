type Refused = 'wrong' | 'locked' | 'inactive' | 'tooMany' | 'unreachable' | 'failed'

export type SignedIn = { mustChangePassword: boolean } | { refused: Refused }

/** Signs in at Payload's own endpoint; the session comes as a cookie. */
export async function signIn(username: string, password: string): Promise<SignedIn> {
  let response: Response
  try {
    response = await fetch('/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    })
  } catch {
    return { refused: 'unreachable' }
  }
  const answer = await response.text()
  if (response.ok) return { mustChangePassword: mustChange(answer) }
  return { refused: refusalOf(response.status, answer) }
}

function mustChange(answer: string): boolean {
  const { user } = JSON.parse(answer) as { user?: { mustChangePassword?: boolean | null } }
  return user?.mustChangePassword === true
}

/** Payload 3.90 tells a locked account from a wrong password only by its words, in either language. */
function refusalOf(status: number, answer: string): Refused {
  if (status === 429) return 'tooMany'
  if (/locked|锁定/i.test(answer)) return 'locked'
  if (/not active|未启用/i.test(answer)) return 'inactive'
  return status < 500 ? 'wrong' : 'failed'
}

export const shortestPassword = 10

type Refused = { code: 'wrong' | 'expired' | 'unreachable' } | { said: string }

/** Null where the password was changed; else why not, in the server's own words where it has some. */
export async function changePassword(current: string, next: string): Promise<Refused | null> {
  try {
    const response = await fetch('/api/users/change-password', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ current, next }),
    })
    if (response.ok) return null
    const { code, detail } = (await response.json()) as { code?: string; detail?: string }
    if (code === 'notSignedIn') return { code: 'expired' }
    return detail ? { said: detail } : { code: 'wrong' }
  } catch {
    return { code: 'unreachable' }
  }
}

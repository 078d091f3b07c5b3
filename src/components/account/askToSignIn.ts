import { at } from '@/base'

type Refused = 'wrong' | 'locked' | 'inactive' | 'tooMany' | 'unreachable' | 'failed'

type SignedIn = { person: string; mustChangePassword: boolean } | { refused: Refused }

/** Signs in; the session comes as a cookie. */
export async function askToSignIn(username: string, password: string): Promise<SignedIn> {
  let response: Response
  try {
    response = await fetch(at('/api/users/login'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    })
  } catch {
    return { refused: 'unreachable' }
  }
  const answer = await response.text()
  if (response.ok) return whoIn(answer)
  return { refused: refusalOf(response.status, answer) }
}

/** Where a first password is changed, before what was asked for. */
export const passwordPage = (then: string): string => at(`/password?to=${encodeURIComponent(then)}`)

type Answer = { user?: { id?: string; mustChangePassword?: boolean | null } }

function whoIn(answer: string): SignedIn {
  const { user } = JSON.parse(answer) as Answer
  return { person: user?.id ?? '', mustChangePassword: user?.mustChangePassword === true }
}

function refusalOf(status: number, answer: string): Refused {
  const codes: Record<string, Refused> = {
    locked: 'locked',
    notAllowed: 'inactive',
    busy: 'tooMany',
  }
  return codes[codeOf(answer)] ?? (status < 500 ? 'wrong' : 'failed')
}

function codeOf(answer: string): string {
  try {
    return String((JSON.parse(answer) as { code?: unknown }).code)
  } catch {
    return ''
  }
}

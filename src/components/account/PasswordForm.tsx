'use client'

import { at } from '@/base'
import type { Language } from '@/i18n/language'
import { accountTexts } from '@/i18n/portal'
import { AccountForm } from './AccountForm'

type Props = { language: Language; to: string }

/** A person's own new password; required before anything else after the first sign-in. */
export function PasswordForm({ language, to }: Props) {
  const texts = accountTexts[language]
  const submit = async (form: FormData) => {
    const [current, next, repeat] = ['current', 'next', 'repeat'].map((name) =>
      String(form.get(name)),
    ) as [string, string, string]
    const slip = slipIn(current, next, repeat)
    if (slip) return texts.change[slip]
    const refused = await changePassword(current, next)
    if (!refused) {
      window.location.assign(at(to))
      return null
    }
    const known = {
      wrong: texts.change.wrong,
      expired: texts.expired,
      unreachable: texts.unreachable,
    }
    return 'said' in refused ? refused.said : known[refused.code]
  }
  const { save: action, saving: doing } = texts.change
  return (
    <AccountForm {...{ language, action, doing, onSubmit: submit }}>
      <label>
        <span>{texts.change.current}</span>
        <input name="current" type="password" autoComplete="current-password" required />
      </label>
      <label>
        <span>{texts.change.next}</span>
        <input
          name="next"
          type="password"
          autoComplete="new-password"
          required
          aria-describedby="password-rule"
        />
      </label>
      <small id="password-rule">{texts.change.rule}</small>
      <label>
        <span>{texts.change.repeat}</span>
        <input name="repeat" type="password" autoComplete="new-password" required />
      </label>
    </AccountForm>
  )
}

function slipIn(current: string, next: string, repeat: string) {
  if (next.length < shortestPassword) return 'short'
  if (next !== repeat) return 'differs'
  return next === current ? 'same' : null
}

export const shortestPassword = 10

type Refused = { code: 'wrong' | 'expired' | 'unreachable' } | { said: string }

/** Null where the password was changed; else why not, in the server's own words where it has some. */
async function changePassword(current: string, next: string): Promise<Refused | null> {
  try {
    const response = await fetch(at('/api/users/change-password'), {
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

'use client'

import { useState, type FormEvent } from 'react'
import type { Language } from '@/i18n/language'
import { accountTexts } from '@/i18n/portal'

type Props = { language: Language; to: string }

/** A person's own new password; required before anything else after the first sign-in. */
export function PasswordForm({ language, to }: Props) {
  const texts = accountTexts[language]
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [current, next, repeat] = ['current', 'next', 'repeat'].map((name) =>
      String(form.get(name)),
    ) as [string, string, string]
    const slip = slipIn(current, next, repeat)
    if (slip) {
      setProblem(texts.change[slip])
      return
    }
    setIsBusy(true)
    setProblem('')
    const refused = await changePassword(current, next)
    if (!refused) {
      window.location.assign(to)
      return
    }
    setIsBusy(false)
    const known = {
      wrong: texts.change.wrong,
      expired: texts.expired,
      unreachable: texts.unreachable,
    }
    setProblem('said' in refused ? refused.said : known[refused.code])
  }

  return (
    <form className="account" method="post" noValidate onSubmit={(event) => void submit(event)}>
      {problem && (
        <p className="warning" role="alert">
          {problem}
        </p>
      )}
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
      <button type="submit" className="button" disabled={isBusy}>
        {isBusy ? texts.change.saving : texts.change.save}
      </button>
      <noscript>
        <p className="warning">{texts.needsScript}</p>
      </noscript>
    </form>
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

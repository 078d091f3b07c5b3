'use client'

import { useState, type FormEvent } from 'react'
import { accountTexts } from '@/i18n/portal'
import type { Language } from '@/i18n/language'
import { signIn } from './signIn'

type Props = { language: Language; to: string }

/** Account and password; after a first password it leads to changing it. */
export function SignInForm({ language, to }: Props) {
  const texts = accountTexts[language]
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const username = String(form.get('username')).trim()
    const password = String(form.get('password'))
    if (!username || !password) {
      setProblem(texts.empty)
      return
    }
    setIsBusy(true)
    setProblem('')
    const result = await signIn(username, password)
    if ('refused' in result) {
      setProblem(texts[result.refused])
      setIsBusy(false)
      return
    }
    const next = result.mustChangePassword ? `/password?to=${encodeURIComponent(to)}` : to
    window.location.assign(next)
  }

  return (
    <form className="account" method="post" noValidate onSubmit={(event) => void submit(event)}>
      {problem && (
        <p className="warning" role="alert">
          {problem}
        </p>
      )}
      <label>
        <span>{texts.username}</span>
        <input name="username" autoComplete="username" autoCapitalize="none" required autoFocus />
      </label>
      <label>
        <span>{texts.password}</span>
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" className="button" disabled={isBusy}>
        {isBusy ? texts.signingIn : texts.signIn}
      </button>
      <noscript>
        <p className="warning">{texts.needsScript}</p>
      </noscript>
    </form>
  )
}

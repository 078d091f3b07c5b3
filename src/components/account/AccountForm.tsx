'use client'

import { useState, type FormEvent, type ReactNode } from 'react'
import type { Language } from '@/i18n/language'
import { accountTexts } from '@/i18n/portal'

type Props = {
  language: Language
  /** On the button, and while it is done. */
  action: string
  doing: string
  /** Resolves to why it was refused; null where it was done and another page comes. */
  onSubmit: (given: FormData) => Promise<string | null>
  children: ReactNode
}

/** A form of somebody's account: it says what was wrong, and is sent once at a time. */
export function AccountForm({ language, action, doing, onSubmit, children }: Props) {
  const texts = accountTexts[language]
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsBusy(true)
    setProblem('')
    const refused = await onSubmit(new FormData(event.currentTarget)).catch(() => texts.unreachable)
    if (refused === null) return
    setProblem(refused)
    setIsBusy(false)
  }
  return (
    <form className="account" method="post" noValidate onSubmit={(event) => void submit(event)}>
      {problem && (
        <p className="warning" role="alert">
          {problem}
        </p>
      )}
      {children}
      <button type="submit" className="button" disabled={isBusy}>
        {isBusy ? doing : action}
      </button>
      <noscript>
        <p className="warning">{texts.needsScript}</p>
      </noscript>
    </form>
  )
}

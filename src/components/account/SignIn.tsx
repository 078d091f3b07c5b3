'use client'

import { useEffect } from 'react'
import { at } from '@/base'
import type { Language } from '@/i18n/language'
import { accountTexts } from '@/i18n/portal'
import { forgetCalls } from '../desk/callStore'
import { doHeld } from '../desk/held'
import { forgetUnsent, forgetWriting } from '../desk/unsentReports'
import { forgetDrafts } from '../drafts'
import { AccountForm } from './AccountForm'
import { noteUse } from './idle/lastUse'
import { forgetLocked } from './idle/lockedTab'
import { askToSignIn } from './askToSignIn'

type Props = { language: Language; to: string }

/** Account and password; after a first password it leads to changing it. */
export function SignInForm({ language, to }: Props) {
  const texts = accountTexts[language]
  const submit = async (form: FormData) => {
    const username = String(form.get('username')).trim()
    const password = String(form.get('password'))
    if (!username || !password) return texts.empty
    const result = await askToSignIn(username, password)
    if ('refused' in result) return texts[result.refused]
    noteUse()
    const next = result.mustChangePassword ? `/password?to=${encodeURIComponent(to)}` : to
    window.location.assign(at(next))
    return null
  }
  return (
    <AccountForm {...{ language, action: texts.signIn, doing: texts.signingIn, onSubmit: submit }}>
      <label>
        <span>{texts.username}</span>
        <input name="username" autoComplete="username" autoCapitalize="none" required autoFocus />
      </label>
      <label>
        <span>{texts.password}</span>
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
    </AccountForm>
  )
}

/** The button that signs out. */
export function SignOut({ label }: { label: string }) {
  return (
    <button type="button" className="plain" onClick={() => void leave()}>
      {label}
    </button>
  )
}

/** Ends the session as soon as the page is there. */
export function SigningOut() {
  useEffect(() => {
    void leave()
  }, [])
  return null
}

/** Ends the session on the server, then leaves the page, so that nothing stays on screen. */
async function leave(): Promise<void> {
  await doHeld()
  forgetDrafts()
  forgetCalls()
  forgetUnsent()
  forgetWriting()
  forgetLocked()
  await fetch(at('/api/users/logout'), { method: 'POST' }).catch(() => undefined)
  window.location.replace(at('/login'))
}

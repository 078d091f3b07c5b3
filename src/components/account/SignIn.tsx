'use client'

import { at } from '@/base'
import type { Language } from '@/i18n/language'
import { accountTexts } from '@/i18n/portal'
import { AccountForm } from './AccountForm'
import { noteUse } from './idle/lastUse'
import { askToSignIn, passwordPage } from './askToSignIn'

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
    noteUse(result.person)
    window.location.assign(result.mustChangePassword ? passwordPage(to) : at(to))
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

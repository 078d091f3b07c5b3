'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { at } from '@/base'
import { idleLockTexts } from '@/i18n/idleLock'
import type { Language } from '@/i18n/language'
import { accountTexts } from '@/i18n/portal'
import { AccountForm } from '../AccountForm'
import { askToSignIn, passwordPage } from '../askToSignIn'
import { lastUse, listenToUse, noteUse } from './lastUse'
import { ended } from './lockTab'
import { forgetLocked, lockedHere } from './lockedTab'

type Props = {
  language: Language
  /** Whose session there is, where somebody unlocked another tab meanwhile. */
  signedIn: string | null
}

/** Asks whoever was here for the password, and leads back to where they were; the others sign in as usual. */
export function Unlock({ language, signedIn }: Props) {
  const texts = idleLockTexts[language]
  const account = accountTexts[language]
  const kept = useSyncExternalStore(
    () => () => undefined,
    () => JSON.stringify(lockedHere()),
    () => 'null',
  )
  const locked = JSON.parse(kept) as ReturnType<typeof lockedHere>
  useEffect(() => {
    const here = lockedHere()
    if (!here) return window.location.replace(at('/login'))
    // Where a tab has just locked, its session may be about to end.
    if (here.id === signedIn && lastUse()?.time !== 0) return window.location.replace(here.address)
    // Loaded anew before its session had ended.
    if (here.id === signedIn) void ended()
    // While somebody else works in other tabs, this one waits.
    if (signedIn !== null && signedIn !== here.id) return
    let isAsked = false
    return listenToUse((use) => {
      if (use?.time === 0 || isAsked) return
      // Unlocked in another tab; what is noted there with each key would stop the way back.
      isAsked = true
      window.location.reload()
    })
  }, [signedIn])
  if (!locked) return null
  const submit = async (form: FormData) => {
    const password = String(form.get('password'))
    if (!password) return texts.empty
    const result = await askToSignIn(locked.username, password)
    if ('refused' in result)
      return result.refused === 'wrong' ? texts.wrong : account[result.refused]
    noteUse(result.person)
    const { address } = locked
    window.location.replace(result.mustChangePassword ? passwordPage(address) : address)
    return null
  }
  return (
    <>
      <p>
        <strong lang="zh-CN">{texts.who(locked.name, locked.username)}</strong>
      </p>
      <AccountForm
        {...{ language, action: texts.unlock, doing: texts.unlocking, onSubmit: submit }}
      >
        <input
          type="hidden"
          name="username"
          autoComplete="username"
          value={locked.username}
          readOnly
        />
        <label>
          <span>{account.password}</span>
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            autoFocus
          />
        </label>
      </AccountForm>
      <p>
        <a href="/login" onClick={forgetLocked}>
          {texts.another}
        </a>
      </p>
    </>
  )
}

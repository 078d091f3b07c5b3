'use client'

import { type Theme, useAuth, useDocumentInfo, useTheme, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { Role } from '@/access/rules'
import { isForWeekly } from '@/access/statistics'
import { type MailChoice, mailChoices } from '@/access/telling'
import { dashboardTexts } from '@/i18n/adminPages'
import { mailChoiceNames, ownAccountTexts, tellingTexts } from '@/i18n/ownAccount'
import { ask } from '../ask'
import { useTexts } from '../useTexts'
import { DelegationPanel } from './DelegationPanel'

/** On one's own account: who stands in, and how one is mailed. The operator sees delegations on others' too. */
export function AccountPanels() {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  if (!id || !user) return null
  const isOwn = user.id === id
  return (
    <div className="zk-panels">
      <DelegationPanel account={String(id)} isOwn={isOwn} />
      {isOwn && <MailPanel />}
    </div>
  )
}

/** On one's own account: the way to a new password, which nobody else sets or sees. */
export function OwnPassword() {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  const { language } = useTexts()
  if (!id || user?.id !== id) return null
  return (
    <p className="zk-ownpassword">
      <a className="zk-link" href="/password?to=/admin">
        {dashboardTexts[language].changePassword}
      </a>
    </p>
  )
}

type Account = {
  roles?: Role[]
  email?: string | null
  mailChoice?: MailChoice | null
  weeklySince?: string | null
}

/** Where one's own mails go, how often they come, and whether the figures of each week do. */
export function MailPanel() {
  const { user, refreshCookieAsync } = useAuth()
  const { texts: common, language } = useTexts()
  const texts = tellingTexts[language]
  const id = useId()
  const account = user as Account | null
  const [email, setEmail] = useState(account?.email ?? '')
  const [choice, setChoice] = useState<MailChoice>(account?.mailChoice ?? 'daily')
  const mayHaveWeekly = isForWeekly({ roles: account?.roles ?? [] })
  const [isWeekly, setIsWeekly] = useState(Boolean(account?.weeklySince))
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const save = async () => {
    const body = { email, choice, ...(mayHaveWeekly ? { isWeekly } : {}) }
    const outcome = await ask('/api/users/mail', { method: 'POST', body, language })
    setProblem(outcome.ok ? '' : outcome.detail || common.failed)
    setSaid(outcome.ok ? texts.mailSaved : '')
    if (outcome.ok) await refreshCookieAsync()
  }
  return (
    <section className="zk-panel" aria-label={texts.mail}>
      <h2>{texts.mail}</h2>
      <p className="zk-soft" id={`${id}-hint`}>
        {texts.mailHint}
      </p>
      <div className="zk-fields">
        <label htmlFor={`${id}-email`}>{texts.email}</label>
        <input
          id={`${id}-email`}
          type="email"
          autoComplete="email"
          aria-describedby={`${id}-hint`}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <label htmlFor={`${id}-choice`}>{texts.choice}</label>
        <select
          id={`${id}-choice`}
          value={choice}
          onChange={(event) => setChoice(event.target.value as MailChoice)}
        >
          {mailChoices.map((value) => (
            <option key={value} value={value}>
              {mailChoiceNames[value][language]}
            </option>
          ))}
        </select>
        {mayHaveWeekly && (
          <label className="zk-check">
            <input
              type="checkbox"
              checked={isWeekly}
              onChange={({ target }) => setIsWeekly(target.checked)}
            />
            {texts.weekly}
          </label>
        )}
        <button type="button" className="zk-button zk-button--primary" onClick={() => void save()}>
          {texts.saveMail}
        </button>
      </div>
      <p role="status">{said}</p>
      {problem && (
        <p className="zk-error" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}

const themes = ['auto', 'light', 'dark'] as const
/** Each by its own name, for whoever reads no other. */
const languages = { zh: '中文', en: 'English' }

/** 界面设置: language and colours, kept in this browser. */
export function Interface() {
  const { language } = useTexts()
  const { switchLanguage } = useTranslation()
  const { autoMode, setTheme, theme } = useTheme()
  const texts = ownAccountTexts[language]
  const id = useId()
  return (
    <section className="zk-panel" aria-label={texts.interface}>
      <h2>{texts.interface}</h2>
      <div className="zk-fields">
        <label htmlFor={`${id}-language`}>{texts.language}</label>
        <select
          id={`${id}-language`}
          value={language}
          onChange={(event) => void switchLanguage?.(event.target.value as 'zh' | 'en')}
        >
          {Object.entries(languages).map(([value, name]) => (
            <option key={value} value={value} lang={value}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-theme`}>{texts.theme}</label>
        <select
          id={`${id}-theme`}
          value={autoMode ? 'auto' : theme}
          onChange={(event) => setTheme(event.target.value as Theme)}
        >
          {themes.map((value) => (
            <option key={value} value={value}>
              {texts[value]}
            </option>
          ))}
        </select>
      </div>
    </section>
  )
}

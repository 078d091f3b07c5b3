'use client'

import { useAuth } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { mailChoices, type MailChoice } from '@/access/telling'
import { mailChoiceNames, tellingTexts } from '@/i18n/ownAccount'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

/** Where one's own mails go, and how often they come. */
export function MailPanel() {
  const { user, refreshCookieAsync } = useAuth()
  const { texts: common, language } = useTexts()
  const texts = tellingTexts[language]
  const id = useId()
  const account = user as { email?: string | null; mailChoice?: MailChoice | null } | null
  const [email, setEmail] = useState(account?.email ?? '')
  const [choice, setChoice] = useState<MailChoice>(account?.mailChoice ?? 'daily')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const save = async () => {
    const body = { email, choice }
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

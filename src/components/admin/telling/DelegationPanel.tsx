'use client'

import { useCallback, useEffect, useId, useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { tellingTexts } from '@/i18n/ownAccount'
import type { ShownDelegation } from '@/workflow/accounts/delegating/delegations'
import { ask } from '../ask'
import { dayOf } from '../dates'
import { Dialog } from '../Dialog'
import { useTexts } from '../useTexts'

type Answer = { docs: ShownDelegation[]; mayName: boolean; colleagues: Colleague[] }
type DelegationPanelProps = { account: string; isOwn: boolean }

/** Who stands in for whom, and for approvers the way to name somebody. */
export function DelegationPanel({ account, isOwn }: DelegationPanelProps) {
  const { texts: common, language } = useTexts()
  const texts = tellingTexts[language]
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const [ending, setEnding] = useState<ShownDelegation | null>(null)

  const send = useCallback(
    async (path: string, body: object | undefined, success: string) => {
      const options = body ? { method: 'POST' as const, body, language } : { language }
      const outcome = await ask<Answer>(path, options)
      setProblem(outcome.ok ? '' : outcome.detail || common.failed)
      setSaid(outcome.ok ? success : '')
      if (outcome.ok) setAnswer(outcome.data)
      return outcome.ok
    },
    [language, common.failed],
  )
  useEffect(() => {
    let isCurrent = true
    void ask<Answer>('/api/delegations', { language }).then((outcome) => {
      if (isCurrent && outcome.ok) setAnswer(outcome.data)
    })
    return () => {
      isCurrent = false
    }
  }, [language])

  const shown = answer?.docs.filter(
    ({ approver, delegate }) => isOwn || approver.id === account || delegate.id === account,
  )
  if (!answer || !shown || (shown.length === 0 && !(isOwn && answer.mayName))) return null
  const own = shown.find(({ approver }) => approver.id === account) ?? null
  return (
    <section className="zk-panel" aria-label={texts.delegation}>
      <h2>{texts.delegation}</h2>
      {isOwn && answer.mayName && <p className="zk-soft">{texts.delegationHint}</p>}
      {shown.length === 0 && <p>{texts.none}</p>}
      <ul className="zk-delegations">
        {shown.map((one) => (
          <li key={one.id}>
            {fill(texts.given, {
              approver: one.approver.name,
              delegate: one.delegate.name,
              from: one.from,
              until: one.until,
            })}{' '}
            <span className="zk-tag">{one.isInForce ? texts.running : texts.coming}</span>{' '}
            {one.mayEnd && (
              <button type="button" className="zk-link" onClick={() => setEnding(one)}>
                {texts.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      {problem && (
        <p className="zk-error" role="alert">
          {problem}
        </p>
      )}
      {isOwn && answer.mayName && (
        <DelegationForm
          key={own?.id ?? 'none'}
          own={own}
          colleagues={answer.colleagues}
          onName={(body) => send('/api/delegations', body, texts.named)}
        />
      )}
      {ending && (
        <Confirm
          title={texts.end}
          text={texts.confirmEnd}
          action={texts.end}
          onClose={() => setEnding(null)}
          onConfirm={async () => {
            await send('/api/delegations/end', { id: ending.id }, texts.ended)
            setEnding(null)
          }}
        />
      )}
    </section>
  )
}

type Colleague = { id: string; name: string }

type Named = { delegate: string; from: string; until: string }
type DelegationFormProps = {
  own: ShownDelegation | null
  colleagues: readonly Colleague[]
  onName: (named: Named) => Promise<boolean>
}

/** An approver chooses who stands in and when. Not a form element: it stands inside the account's form. */
function DelegationForm({ own, colleagues, onName }: DelegationFormProps) {
  const { language } = useTexts()
  const texts = tellingTexts[language]
  const id = useId()
  const today = dayOf(new Date().toISOString())
  const [delegate, setDelegate] = useState(own?.delegate.id ?? '')
  const [from, setFrom] = useState(own?.from ?? today)
  const [until, setUntil] = useState(own?.until ?? today)
  const [isAsking, setIsAsking] = useState(false)
  if (colleagues.length === 0) return <p className="zk-soft">{texts.noColleague}</p>
  const chosen = colleagues.find((colleague) => colleague.id === delegate)
  const action = own ? texts.change : texts.name
  return (
    <div className="zk-fields">
      <label htmlFor={`${id}-who`}>{texts.who}</label>
      <select
        id={`${id}-who`}
        value={delegate}
        onChange={(event) => setDelegate(event.target.value)}
      >
        <option value="">{texts.choose}</option>
        {colleagues.map((colleague) => (
          <option key={colleague.id} value={colleague.id}>
            {colleague.name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-from`}>{texts.from}</label>
      <input
        id={`${id}-from`}
        type="date"
        value={from}
        min={own ? own.from : today}
        onChange={(event) => setFrom(event.target.value)}
      />
      <label htmlFor={`${id}-until`}>{texts.until}</label>
      <input
        id={`${id}-until`}
        type="date"
        value={until}
        min={from || today}
        onChange={(event) => setUntil(event.target.value)}
      />
      <button
        type="button"
        className="zk-button zk-button--primary"
        disabled={!chosen || !from || !until}
        onClick={() => setIsAsking(true)}
      >
        {action}
      </button>
      {isAsking && chosen && (
        <Confirm
          title={texts.delegation}
          text={fill(texts.confirmName, { from, until, delegate: chosen.name })}
          action={action}
          onClose={() => setIsAsking(false)}
          onConfirm={async () => {
            await onName({ delegate, from, until })
            setIsAsking(false)
          }}
        />
      )}
    </div>
  )
}

type ConfirmProps = {
  title: string
  text: string
  action: string
  onConfirm: () => Promise<void>
  onClose: () => void
}

/** Asks once more before something is done. */
function Confirm({ title, text, action, onConfirm, onClose }: ConfirmProps) {
  const { texts } = useTexts()
  const [isBusy, setIsBusy] = useState(false)
  const confirm = () => {
    setIsBusy(true)
    void onConfirm()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div className="zk-buttons">
        <button type="button" onClick={onClose} disabled={isBusy}>
          {texts.cancel}
        </button>
        <button
          type="button"
          className="zk-button zk-button--primary"
          onClick={confirm}
          disabled={isBusy}
        >
          {action}
        </button>
      </div>
    </Dialog>
  )
}

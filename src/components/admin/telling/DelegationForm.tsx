'use client'

import { useId, useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { tellingTexts } from '@/i18n/ownAccount'
import type { ShownDelegation } from '@/workflow/accounts/delegating/delegations'
import { dayOf } from '../dates'
import { Dialog } from '../Dialog'
import { useTexts } from '../useTexts'

export type Colleague = { id: string; name: string }

type Named = { delegate: string; from: string; until: string }
type Props = {
  own: ShownDelegation | null
  colleagues: readonly Colleague[]
  onName: (named: Named) => Promise<boolean>
}

/** An approver chooses who stands in and when. Not a form element: it stands inside the account's form. */
export function DelegationForm({ own, colleagues, onName }: Props) {
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
export function Confirm({ title, text, action, onConfirm, onClose }: ConfirmProps) {
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

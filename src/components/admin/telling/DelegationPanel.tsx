'use client'

import { useCallback, useEffect, useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { tellingTexts } from '@/i18n/ownAccount'
import type { ShownDelegation } from '@/workflow/accounts/delegating/delegations'
import { ask } from '../ask'
import { useTexts } from '../useTexts'
import { Confirm, DelegationForm, type Colleague } from './DelegationForm'

type Answer = { docs: ShownDelegation[]; mayName: boolean; colleagues: Colleague[] }
type Props = { account: string; isOwn: boolean }

/** Who stands in for whom, and for approvers the way to name somebody. */
export function DelegationPanel({ account, isOwn }: Props) {
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

'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { confirmations } from '@/access/rules'
import { ReasonDialog } from './ReasonDialog'
import type { Review } from './review'
import type { Situation } from './situationOf'
import { useStep } from './useStep'
import { useTexts } from './useTexts'

type Props = { situation: Situation; review: Review; onRefused: () => void }

/** The approver's decision on the revision they opened: confirm each point and approve, or return. */
export function ApprovalPanel({ situation, review, onRefused }: Props) {
  const { texts } = useTexts()
  const { take, isBusy } = useStep(situation)
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const [isAsking, setIsAsking] = useState(false)
  const [isIncomplete, setIsIncomplete] = useState(false)
  const [problem, setProblem] = useState('')
  const { revision } = review
  const asked = confirmations.filter((item) => review.openToPublic || item !== 'confidentiality')

  async function approve() {
    const isComplete = asked.every((item) => confirmed.has(item))
    setIsIncomplete(!isComplete)
    if (!isComplete) return
    const taken = await take('approve', { revision, confirmed: true })
    if (taken !== true && taken.status === 409) onRefused()
  }
  async function giveBack(reason: string) {
    const taken = await take('return', { revision, reason })
    if (taken === true) setIsAsking(false)
    else setProblem(taken.detail || texts.failed)
  }
  const toggle = (item: string) =>
    setConfirmed((before) => {
      const after = new Set(before)
      if (!after.delete(item)) after.add(item)
      return after
    })

  return (
    <section className="zk-panel" aria-label={texts.approval}>
      <h2>{texts.approval}</h2>
      {situation.steps.includes('approve') && (
        <>
          <p className="zk-soft">{texts.approvalNote}</p>
          <ul className="zk-confirmations">
            {asked.map((item) => (
              <li key={item}>
                <label>
                  <input
                    type="checkbox"
                    name={item}
                    checked={confirmed.has(item)}
                    onChange={() => toggle(item)}
                  />
                  <span>{texts[item]}</span>
                </label>
              </li>
            ))}
          </ul>
          <p className="zk-error" role="alert">
            {isIncomplete ? texts.confirmAll : ''}
          </p>
        </>
      )}
      <div className="zk-buttons">
        {situation.steps.includes('approve') && (
          <Button
            id="step-approve"
            buttonStyle="primary"
            disabled={isBusy}
            margin={false}
            onClick={() => void approve()}
          >
            {texts.approve}
          </Button>
        )}
        <Button
          id="step-return"
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => setIsAsking(true)}
        >
          {texts.return}
        </Button>
      </div>
      {isAsking && (
        <ReasonDialog
          isBusy={isBusy}
          problem={problem}
          onClose={() => setIsAsking(false)}
          onReason={(reason) => void giveBack(reason)}
        />
      )}
    </section>
  )
}

'use client'

import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { confirmations } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { targetNames } from '@/i18n/steps'
import type { Review } from './EntryContext'
import type { Situation } from '../situationFrom'
import { FindingChecks, graveIn } from '../Findings'
import { askedEntry, StepDialog } from '../steps/StepDialog'
import { useStep } from '../steps/StepActions'
import { useTexts } from '../useTexts'
import { Remarks } from './Remarks'
import { reasonOf, type Remark } from './passages'

type Props = { situation: Situation; review: Review; onRefused: () => void }

/** The approver's decision on the revision they opened: confirm each point and approve, or return. */
export function ApprovalPanel({ situation, review, onRefused }: Props) {
  const { texts, language } = useTexts()
  const { take, isBusy, dialog } = useStep(situation)
  const [named, setNamed] = useState<string[]>([])
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const [isReopened, setIsReopened] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const [isIncomplete, setIsIncomplete] = useState(false)
  const [problem, setProblem] = useState('')
  const points = useRef<HTMLUListElement>(null)
  const [remarks, setRemarks] = useState<readonly Remark[]>([])
  const { revision, hash, closedMeanwhile } = review
  const grave = graveIn(review.passages)
  const wouldOpen = review.openToPublic || (closedMeanwhile === 'units' && review.openToUnits)
  const asked = confirmations.filter((item) => review.openToPublic || item !== 'confidentiality')

  async function approve() {
    const isComplete =
      asked.every((item) => confirmed.has(item)) && grave.every(([kind]) => named.includes(kind))
    setIsIncomplete(!isComplete)
    if (!isComplete) return showOpenPoint()
    const reopen = isReopened ? { reopen: true } : {}
    const given = { revision, hash, confirmed: true, findings: named, ...reopen }
    const taken = await take('approve', given)
    if (taken !== true && taken.status === 409) onRefused()
  }
  async function giveBack(given: Record<string, unknown>) {
    const taken = await take('return', { revision, ...given })
    if (taken === true) setIsAsking(false)
    else setProblem(taken.detail || texts.failed)
  }
  /** On a phone the buttons stay in view while the points do not. */
  function showOpenPoint() {
    const open = points.current?.querySelector<HTMLInputElement>('input:not(:checked)')
    open?.scrollIntoView({ block: 'center' })
    open?.focus()
  }
  const toggle = (item: string) =>
    setConfirmed((before) => {
      const after = new Set(before)
      if (!after.delete(item)) after.add(item)
      return after
    })

  return (
    <>
      <section className="zk-panel" aria-label={texts.approval}>
        <h2>{texts.approval}</h2>
        <p className="zk-soft">{texts.approvalNote}</p>
        <ul className="zk-confirmations" ref={points}>
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
        <FindingChecks kinds={grave} named={named} onChange={setNamed} />
        {wouldOpen && closedMeanwhile && (
          <Reopen
            closed={closedMeanwhile}
            isReopened={isReopened}
            onChange={setIsReopened}
            language={language}
          />
        )}
        <p className="zk-error" role="alert">
          {isIncomplete ? texts.confirmAll : ''}
        </p>
        <div className="zk-buttons zk-decide">
          <span className="zk-soft zk-decide__count" aria-live="polite">
            {fill(texts.confirmedOf, { n: confirmed.size, of: asked.length })}
          </span>
          <Button
            id="step-approve"
            buttonStyle="primary"
            disabled={isBusy}
            margin={false}
            onClick={() => void approve()}
          >
            {texts.approve}
          </Button>
          {situation.steps.includes('return') && (
            <Button
              id="step-return"
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => setIsAsking(true)}
            >
              {texts.return}
            </Button>
          )}
        </div>
        {dialog}
        {isAsking && (
          <StepDialog
            step="return"
            entry={askedEntry(situation)}
            reason={reasonOf(remarks)}
            isBusy={isBusy}
            problem={problem}
            onClose={() => setIsAsking(false)}
            onTake={(given) => void giveBack(given)}
          />
        )}
      </section>
      <Remarks remarks={remarks} onChange={setRemarks} />
    </>
  )
}

type ReopenProps = {
  closed: 'units' | 'public'
  isReopened: boolean
  onChange: (isReopened: boolean) => void
  language: 'zh' | 'en'
}

/** A 不公开 given while the revision was under way stays, unless the approver says otherwise. */
function Reopen({ closed, isReopened, onChange, language }: ReopenProps) {
  const texts = dialogTexts[language]
  return (
    <div className="zk-notice zk-notice--warm zk-confirmations">
      <p>{fill(texts.closedMeanwhile, { whom: targetNames[closed][language] })}</p>
      <label>
        <input
          type="checkbox"
          name="reopen"
          checked={isReopened}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{texts.reopen}</span>
      </label>
    </div>
  )
}

'use client'

import { useState } from 'react'
import { dialogTexts } from '@/i18n/dialogTexts'
import { findingPhrases } from '@/i18n/reviewing'
import { labelled } from '@/i18n/language'
import { stepNames } from '@/i18n/steps'
import { Findings, type Found } from '../Findings'
import type { Review } from '../entry/useReview'
import { useAnswer } from '../useAnswer'
import { useTexts } from '../useTexts'
import { FindingChecks, graveIn } from './ConfirmFindings'
import { QuestionDialog } from './QuestionDialog'
import type { StepDialogProps } from './StepDialog'

const nothing: Found = { passages: [], submittedWith: null }

/** 发布 of a case: what stands out in it is looked at again and confirmed. */
export function PublishDialog({ entry, isBusy, problem, onClose, onTake }: StepDialogProps) {
  const { texts: shared, language } = useTexts()
  const texts = dialogTexts[language]
  const review = useAnswer<Review>(`/api/${entry.library}/${entry.id}/review`)
  const found = review.data ?? (review.problem ? nothing : null)
  const [isConfirmed, setIsConfirmed] = useState(false)
  const [named, setNamed] = useState<string[]>([])
  const [missing, setMissing] = useState('')
  const kinds = graveIn(found?.passages ?? [])
  function confirm() {
    const isNamed = kinds.every(([kind]) => named.includes(kind))
    const lacking = isNamed ? texts.confirmFirst : findingPhrases[language].nameAll
    setMissing(isNamed && isConfirmed ? '' : lacking)
    if (isNamed && isConfirmed) onTake({ confirmed: true, findings: named })
  }
  return (
    <QuestionDialog
      title={labelled(language, stepNames.publish[language], entry.title)}
      action={stepNames.publish[language]}
      problem={missing || problem}
      isBusy={isBusy || found === null}
      onClose={onClose}
      onSubmit={confirm}
    >
      <p>{texts.publishNote}</p>
      {found === null ? <p className="zk-soft">{shared.loading}</p> : <Findings found={found} />}
      <FindingChecks kinds={kinds} named={named} onChange={setNamed} />
      <label className="zk-check">
        <input
          type="checkbox"
          name="confirmed"
          checked={isConfirmed}
          onChange={(event) => setIsConfirmed(event.target.checked)}
        />
        <span>{texts.publishConfirm}</span>
      </label>
    </QuestionDialog>
  )
}

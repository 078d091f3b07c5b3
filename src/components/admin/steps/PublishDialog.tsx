'use client'

import { useEffect, useState } from 'react'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/labelled'
import { stepNames } from '@/i18n/stepNames'
import { ask } from '../ask'
import { Findings, type Found } from '../Findings'
import type { Review } from '../review'
import { useTexts } from '../useTexts'
import { QuestionDialog } from './QuestionDialog'
import type { StepDialogProps } from './StepDialog'

/** 发布 of a case: what stands out in it is looked at again and confirmed. */
export function PublishDialog({ entry, isBusy, problem, onClose, onTake }: StepDialogProps) {
  const { texts: shared, language } = useTexts()
  const texts = dialogTexts[language]
  const [found, setFound] = useState<Found | null>(null)
  const [isConfirmed, setIsConfirmed] = useState(false)
  const [missing, setMissing] = useState('')
  useEffect(() => {
    let isCurrent = true
    const path = `/api/${entry.library}/${entry.id}/review`
    void ask<Review>(path, { language }).then((outcome) => {
      if (!isCurrent) return
      setFound(outcome.ok ? outcome.data : { passages: [], submittedWith: null })
    })
    return () => {
      isCurrent = false
    }
  }, [entry.library, entry.id, language])
  return (
    <QuestionDialog
      title={labelled(language, stepNames.publish[language], entry.title)}
      action={stepNames.publish[language]}
      problem={missing || problem}
      isBusy={isBusy || found === null}
      onClose={onClose}
      onSubmit={() => {
        setMissing(isConfirmed ? '' : texts.confirmFirst)
        if (isConfirmed) onTake({ confirmed: true })
      }}
    >
      <p>{texts.publishNote}</p>
      {found === null ? <p className="zk-soft">{shared.loading}</p> : <Findings found={found} />}
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

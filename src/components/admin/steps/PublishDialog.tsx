'use client'

import { useEffect, useState } from 'react'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/labelled'
import { stepNames } from '@/i18n/stepNames'
import { ask } from '../ask'
import { Findings } from '../Findings'
import type { Review } from '../review'
import { useTexts } from '../useTexts'
import { QuestionDialog } from './QuestionDialog'
import type { StepDialogProps } from './StepDialog'

/** 发布 of a case: what stands out in it is looked at again and confirmed. */
export function PublishDialog({ entry, isBusy, problem, onClose, onTake }: StepDialogProps) {
  const { texts: shared, language } = useTexts()
  const texts = dialogTexts[language]
  const [findings, setFindings] = useState<readonly string[] | null>(null)
  const [isConfirmed, setIsConfirmed] = useState(false)
  const [missing, setMissing] = useState('')
  useEffect(() => {
    let isCurrent = true
    const path = `/api/${entry.library}/${entry.id}/review`
    void ask<Review>(path, { language }).then((found) => {
      if (isCurrent) setFindings(found.ok ? found.data.findings : [])
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
      isBusy={isBusy || findings === null}
      onClose={onClose}
      onSubmit={() => {
        setMissing(isConfirmed ? '' : texts.confirmFirst)
        if (isConfirmed) onTake({ confirmed: true })
      }}
    >
      <p>{texts.publishNote}</p>
      {findings === null ? (
        <p className="zk-soft">{shared.loading}</p>
      ) : (
        <Findings names={findings} />
      )}
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

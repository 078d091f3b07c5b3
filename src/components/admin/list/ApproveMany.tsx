'use client'

import { useState } from 'react'
import { confirmations } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/language'
import { stepNames } from '@/i18n/steps'
import { QuestionDialog } from '../steps/QuestionDialog'
import type { StepDialogProps } from '../steps/StepDialog'
import { useTexts } from '../useTexts'

/** 审批 of several that were opened: each point is confirmed for all of them. */
export function ApproveMany(props: StepDialogProps) {
  const { step, entry, about, problem, isBusy, onClose, onTake } = props
  const { texts, language } = useTexts()
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const [isIncomplete, setIsIncomplete] = useState(false)
  return (
    <QuestionDialog
      title={labelled(language, stepNames[step][language], entry.title)}
      action={texts.approve}
      problem={isIncomplete ? texts.confirmAll : problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => {
        const isComplete = confirmed.length === confirmations.length
        setIsIncomplete(!isComplete)
        if (isComplete) onTake({ confirmed: true })
      }}
    >
      <p>{dialogTexts[language].approveMany}</p>
      {about}
      <ul className="zk-confirmations">
        {confirmations.map((item) => (
          <li key={item}>
            <label className="zk-check">
              <input
                type="checkbox"
                name={item}
                checked={confirmed.includes(item)}
                onChange={({ target }) =>
                  setConfirmed((before) =>
                    target.checked ? [...before, item] : before.filter((one) => one !== item),
                  )
                }
              />
              <span>{texts[item]}</span>
            </label>
          </li>
        ))}
      </ul>
    </QuestionDialog>
  )
}

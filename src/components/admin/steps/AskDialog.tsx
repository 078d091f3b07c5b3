'use client'

import { useState } from 'react'
import { steps, type StepRule } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/language'
import { buttonNameOf, stepNames, stepTexts } from '@/i18n/steps'
import { useTexts } from '../useTexts'
import { Choices, ReasonField } from './fields'
import { QuestionDialog } from './QuestionDialog'
import type { StepDialogProps } from './StepDialog'

type Online = 'keep' | 'offline'

/** What a step does, its reason where it takes one, and when an approved text is returned whether it stays online. */
export function AskDialog(props: StepDialogProps) {
  const { step, entry, about, isBusy, problem, onClose, onTake } = props
  const { texts: shared, language } = useTexts()
  const texts = dialogTexts[language]
  const { ask, reason: label } = stepTexts[language][step] ?? {}
  const [reason, setReason] = useState(props.reason ?? '')
  const [online, setOnline] = useState<Online>('keep')
  const [isMissing, setIsMissing] = useState(false)
  const { needs, publication }: StepRule = steps[step]
  const isNeeded = needs.includes('reason')
  const missing = step === 'return' ? shared.reasonNeeded : texts.needed
  const asksOnline = publication === 'asAsked' && entry.isLive

  function submit() {
    const given = reason.trim()
    setIsMissing(isNeeded && given === '')
    if (isNeeded && given === '') return
    onTake({
      ...(label ? { reason: given } : {}),
      ...(asksOnline ? { online: online === 'keep' } : {}),
    })
  }
  return (
    <QuestionDialog
      title={labelled(language, stepNames[step][language], entry.title)}
      action={buttonNameOf(step)[language]}
      problem={isMissing ? missing : problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={submit}
    >
      {ask && <p>{ask}</p>}
      {about}
      {asksOnline && (
        <Choices<Online>
          legend={texts.online}
          options={[
            { value: 'keep', label: texts.keepOnline },
            { value: 'offline', label: texts.takeOffline },
          ]}
          chosen={online}
          onChoose={setOnline}
        />
      )}
      {label && (
        <ReasonField label={label} value={reason} isMissing={isMissing} onChange={setReason} />
      )}
    </QuestionDialog>
  )
}

'use client'

import { useState } from 'react'
import { targetsOf } from '@/access/can'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/language'
import { stepNames, targetNames } from '@/i18n/steps'
import { useTexts } from '../useTexts'
import { Choices } from './fields'
import { QuestionDialog } from './QuestionDialog'
import type { StepDialogProps } from './StepDialog'

export type Target = 'units' | 'public'

/** 公开 or 不公开: to whom. */
export function TargetDialog(props: StepDialogProps) {
  const { step, entry, about, isBusy, problem, onClose, onTake } = props
  const { language } = useTexts()
  const texts = dialogTexts[language]
  const targets = (['units', 'public'] as const).filter(
    (target) => targetsOf(entry.library).includes(target) && isChange(step, target, entry.live),
  )
  const [to, setTo] = useState<Target | null>(targets.length === 1 ? (targets[0] ?? null) : null)
  const [isMissing, setIsMissing] = useState(false)
  const hint = step === 'open' ? texts.toUnitsToo : texts.toPublicToo
  return (
    <QuestionDialog
      title={labelled(language, stepNames[step][language], entry.title)}
      action={stepNames[step][language]}
      problem={isMissing ? texts.needed : problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => {
        setIsMissing(to === null)
        if (to) onTake({ to })
      }}
    >
      {about}
      <Choices<Target>
        legend={texts.whom}
        options={targets.map((value) => ({ value, label: targetNames[value][language] }))}
        chosen={to}
        onChoose={setTo}
      />
      {entry.library !== 'plans' && <p className="zk-soft">{hint}</p>}
    </QuestionDialog>
  )
}

/** Of several at once, or where the switches are not known, anything may be a change. */
const isChange = (step: string, target: Target, live: StepDialogProps['entry']['live']) => {
  if (!live) return true
  const isOpen = target === 'units' ? live.openToUnits : live.openToPublic
  return step === 'open' ? !isOpen : isOpen
}

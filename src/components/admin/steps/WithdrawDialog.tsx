'use client'

import { useState } from 'react'
import { withdrawalKinds, type WithdrawalKind } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/language'
import { stepNames, stepTexts, withdrawalKindNames } from '@/i18n/steps'
import { Choices, EntryFinder, ReasonField, type StepDialogProps } from './fields'
import { useTexts } from '../useTexts'
import { QuestionDialog } from '../Dialog'

/** 下架: why, a sentence for readers, and when merged the entry they are sent to. */
export function WithdrawDialog({ entry, isBusy, problem, onClose, onTake }: StepDialogProps) {
  const { language } = useTexts()
  const texts = dialogTexts[language]
  const [kind, setKind] = useState<WithdrawalKind | null>(null)
  const [sentence, setSentence] = useState('')
  const [successor, setSuccessor] = useState<string | null>(null)
  const [missing, setMissing] = useState('')

  function submit() {
    const slip = slipIn()
    setMissing(slip)
    if (slip) return
    onTake({
      kind,
      sentence: sentence.trim(),
      ...(kind === 'merged' ? { successor } : {}),
    })
  }
  function slipIn(): string {
    if (!kind) return texts.kindNeeded
    if (kind === 'merged' && !successor) return texts.successorNeeded
    return sentence.trim() === '' ? texts.needed : ''
  }
  return (
    <QuestionDialog
      title={labelled(language, stepNames.withdraw[language], entry.title)}
      action={stepNames.withdraw[language]}
      problem={missing || problem}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={submit}
    >
      <Choices<WithdrawalKind>
        legend={texts.kind}
        options={withdrawalKinds.map((value) => ({
          value,
          label: withdrawalKindNames[value][language],
        }))}
        chosen={kind}
        onChoose={setKind}
      />
      {kind === 'merged' && (
        <SuccessorField own={entry.id} chosen={successor} onChoose={setSuccessor} />
      )}
      <ReasonField
        label={stepTexts[language].withdraw?.reason ?? ''}
        value={sentence}
        isMissing={missing === texts.needed}
        onChange={setSentence}
      />
    </QuestionDialog>
  )
}

type Props = { own: string; chosen: string | null; onChoose: (id: string) => void }

/** Finds the live entry that readers of a merged one are sent to. */
function SuccessorField({ own, chosen, onChoose }: Props) {
  const { language } = useTexts()
  return (
    <EntryFinder
      name="successor"
      label={dialogTexts[language].successor}
      except={own}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

'use client'

import { type ComponentType, useState } from 'react'
import { targetsOf } from '@/access/can'
import { type Step, type StepRule, steps } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled, type Language } from '@/i18n/language'
import { findingPhrases } from '@/i18n/reviewing'
import { buttonNameOf, stepNames, stepTexts, targetNames } from '@/i18n/steps'
import { QuestionDialog } from '../Dialog'
import type { Review } from '../entry/EntryContext'
import { FindingChecks, Findings, type Found, graveIn } from '../Findings'
import type { Situation } from '../situationFrom'
import { useAnswer } from '../ask'
import { useTexts } from '../useTexts'
import { Choices, ReasonField, type AskedEntry, type StepDialogProps } from './fields'
import { BulletinDialog } from './BulletinDialog'
import { WithdrawDialog } from './WithdrawDialog'

/** The entry of a page, as a dialog knows it. */
export const askedEntry = (situation: Situation): AskedEntry => ({
  ...situation,
  title: `${situation.number} ${situation.title}`,
  isLive: situation.liveRevision !== null,
  activeUntil: situation.activation?.until,
})

/** Steps with fields of their own. */
const dialogs: Partial<Record<Step, ComponentType<StepDialogProps>>> = {
  withdraw: WithdrawDialog,
  open: TargetDialog,
  close: TargetDialog,
  publish: PublishDialog,
  activate: BulletinDialog,
  reschedule: BulletinDialog,
}

/** Is anything asked before the step is taken? */
export const isAsked = (step: Step, language: Language): boolean => {
  const { ask, reason } = stepTexts[language][step] ?? {}
  return step in dialogs || Boolean(ask ?? reason)
}

/** What is asked before a step is taken. */
export function StepDialog(props: StepDialogProps) {
  const Dialog = dialogs[props.step] ?? AskDialog
  return <Dialog {...props} />
}

type Target = 'units' | 'public'

/** 公开 or 不公开: to whom. */
function TargetDialog(props: StepDialogProps) {
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

type Online = 'keep' | 'offline'

/** What a step does, its reason where it takes one, and when an approved text is returned whether it stays online. */
function AskDialog(props: StepDialogProps) {
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

const nothing: Found = { passages: [], submittedWith: null }

/** 发布 of a case: what stands out in it is looked at again and confirmed. */
function PublishDialog({ entry, isBusy, problem, onClose, onTake }: StepDialogProps) {
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

'use client'

import type { ComponentType, ReactNode } from 'react'
import type { Library, Step } from '@/access/rules'
import type { Language } from '@/i18n/language'
import { stepTexts } from '@/i18n/steps'
import type { Situation } from '../situationFrom'
import { AskDialog } from './AskDialog'
import { PublishDialog } from './PublishDialog'
import { TargetDialog } from './TargetDialog'
import { WithdrawDialog } from './WithdrawDialog'

/** What a dialog needs to know of the entry it is about. */
export type AskedEntry = {
  id: string
  library: Library
  /** Its number and title. */
  title: string
  isLive: boolean
  live: { openToUnits: boolean; openToPublic: boolean } | null
}

export const askedEntry = (situation: Situation): AskedEntry => ({
  ...situation,
  title: `${situation.number} ${situation.title}`,
  isLive: situation.liveRevision !== null,
})

export type StepDialogProps = {
  step: Step
  entry: AskedEntry
  /** Which entries it is about, where they are several. */
  about?: ReactNode
  isBusy: boolean
  /** What the reason begins with. */
  reason?: string
  /** Why the step was refused, if it was. What was typed stays. */
  problem: string
  onClose: () => void
  /** With what belongs to the step beside the revision. */
  onTake: (given: Record<string, unknown>) => void
}

/** Steps with fields of their own. */
const dialogs: Partial<Record<Step, ComponentType<StepDialogProps>>> = {
  withdraw: WithdrawDialog,
  open: TargetDialog,
  close: TargetDialog,
  publish: PublishDialog,
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

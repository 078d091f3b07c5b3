'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { targetsOf } from '@/access/can'
import { steps, type Step, type StepRule } from '@/access/rules'
import { buttonNameOf } from '@/i18n/steps'
import { decidedOn } from '../list/libraryAsked'
import type { Situation } from '../situationFrom'
import { useTexts } from '../useTexts'
import { useStep } from './useStep'
import { askedEntry, isAsked, StepDialog } from './StepDialog'

type Props = {
  situation: Situation
  /** Steps that have their own place on this page. */
  elsewhere?: readonly Step[]
  onRefused?: () => void
}

/** A button for each step this person may take now; those that ask something open their dialog. */
export function StepActions({ situation, elsewhere = [], onRefused }: Props) {
  const { texts, language } = useTexts()
  const { take, isBusy, dialog } = useStep(situation)
  const router = useRouter()
  const [asked, setAsked] = useState<Step | null>(null)
  const [problem, setProblem] = useState('')
  const shown = stepsShown(situation.steps)
    .filter((step) => !elsewhere.includes(step) && isChange(step, situation))
    .sort((a, b) => Number(primary.includes(b)) - Number(primary.includes(a)))
  if (shown.length === 0) return null
  // What stays in view on a phone: what the approver was asked for.
  const isDecision =
    shown.some((step) => ['agreement', 'deletion'].includes(steps[step].decidesOn)) ||
    situation.returnAsked !== null

  async function run(step: Step, given: Record<string, unknown> = {}) {
    setProblem('')
    const taken = await take(step, { revision: situation.revision, ...given })
    if (taken === true) return setAsked(null)
    setProblem(taken.detail || texts.failed)
    if (taken.status === 409) onRefused?.()
  }
  const onClick = (step: Step) => {
    if (steps[step].text === 'sent') {
      router.push(`/admin/collections/${situation.library}/${situation.id}?direct=1`)
      return
    }
    if (isAsked(step, language)) {
      setProblem('')
      setAsked(step)
      return
    }
    void run(step)
  }
  return (
    <div className={`zk-buttons zk-buttons--start zk-steps${isDecision ? ' zk-decide' : ''}`}>
      {shown.map((step) => (
        <Button
          key={step}
          id={`step-${step}`}
          buttonStyle={primary.includes(step) ? 'primary' : 'secondary'}
          size="medium"
          margin={false}
          disabled={isBusy}
          onClick={() => onClick(step)}
        >
          {buttonNameOf(step)[language]}
        </Button>
      ))}
      {dialog}
      {asked && !dialog && (
        <StepDialog
          step={asked}
          entry={askedEntry(situation)}
          isBusy={isBusy}
          problem={problem}
          onClose={() => setAsked(null)}
          onTake={(given) => void run(asked, given)}
        />
      )}
    </div>
  )
}

/** Whoever decides on a deletion decides on nothing else meanwhile. */
const stepsShown = (taken: readonly Step[]): readonly Step[] => {
  const deciding = decidedOn.filter((step) => taken.includes(step))
  return deciding.length > 0 ? deciding : taken
}

const primary: readonly Step[] = ['revise', 'requestReturn', 'publish', 'approveDeletion', 'agree']

/** Nothing is opened that is open to all already, nor closed that is closed. */
function isChange(step: Step, { library, live }: Situation): boolean {
  const { switches }: StepRule = steps[step]
  const mayBePublic = targetsOf(library).includes('public')
  if (switches === 'opened') return !(live?.openToUnits && (live.openToPublic || !mayBePublic))
  return switches !== 'closed' || Boolean(live?.openToUnits)
}

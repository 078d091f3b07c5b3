'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { steps, type Library, type Step, type StepRule } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { findingPhrases } from '@/i18n/reviewing'
import { buttonNameOf } from '@/i18n/steps'
import { FindingChecks } from '../steps/ConfirmFindings'
import { StepDialog } from '../steps/StepDialog'
import { useTexts } from '../useTexts'
import { ApproveMany } from './ApproveMany'
import { BulkResult, Looked } from './BulkResult'
import { useChosen, type Named } from './Chosen'
import { graveOf, useBatch } from './useBatch'

/** Top right of a list: what may be done with the chosen rows at once. */
export function BulkSteps({ library, steps }: { library: Library; steps: Step[] }) {
  const { language } = useTexts()
  const texts = dialogTexts[language]
  const { chosen, clear } = useChosen()
  const [asked, setAsked] = useState<Step | null>(null)
  return (
    <div className="zk-bulk" data-chosen={chosen.length}>
      <span className="zk-soft" aria-live="polite">
        {fill(texts.chosen, { n: chosen.length })}
      </span>
      {chosen.length > 0 && (
        <button type="button" className="zk-link" onClick={clear}>
          {texts.chooseNone}
        </button>
      )}
      {steps.map((step) => (
        <Button
          key={step}
          id={`several-${step}`}
          buttonStyle={primary.includes(step) ? 'primary' : 'secondary'}
          size="medium"
          margin={false}
          disabled={chosen.length === 0}
          onClick={() => setAsked(step)}
        >
          {buttonNameOf(step)[language]}
        </Button>
      ))}
      {asked && (
        <BulkDialog
          library={library}
          step={asked}
          chosen={chosen}
          onDone={clear}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

const primary: readonly Step[] = ['submit', 'approve', 'approveDeletion', 'restore']

type Props = {
  library: Library
  step: Step
  chosen: readonly Named[]
  onClose: () => void
  /** Everything chosen had its answer. */
  onDone: () => void
}

/** Names the chosen rows and what will become of each, asks once for all, and then shows what came of each. */
export function BulkDialog({ library, step, chosen, onClose, onDone }: Props) {
  const { language } = useTexts()
  const texts = dialogTexts[language]
  const router = useRouter()
  const batch = useBatch({ library, step, chosen, language })
  const { items, isLooking, looked, take, progress, outcome, problem } = batch
  const possible = items.filter((item) => item.problem === '')
  const grave = graveOf(possible)
  const [named, setNamed] = useState<string[]>([])
  const [isMissing, setIsMissing] = useState(false)

  function close() {
    if (outcome) {
      onDone()
      router.refresh()
    }
    onClose()
  }
  if (progress || outcome) {
    return <BulkResult library={library} {...{ step, progress, outcome }} onClose={close} />
  }
  const { needs }: StepRule = steps[step]
  const given = {
    step,
    entry: {
      ...{ id: '', library, isLive: false, live: null },
      title: fill(texts.several, { n: chosen.length }),
    },
    about: problem ? null : (
      <>
        <Looked library={library} items={items} looked={isLooking ? looked : null} />
        <FindingChecks kinds={grave} named={named} onChange={setNamed} />
      </>
    ),
    isBusy: isLooking || possible.length === 0,
    problem: isMissing ? findingPhrases[language].nameAll : problem,
    onClose: close,
    onTake: (body: Record<string, unknown>) => {
      const isComplete = grave.every(([kind]) => named.includes(kind))
      setIsMissing(!isComplete)
      if (isComplete) void take({ ...body, findings: named })
    },
  }
  return needs.includes('confirmed') ? <ApproveMany {...given} /> : <StepDialog {...given} />
}

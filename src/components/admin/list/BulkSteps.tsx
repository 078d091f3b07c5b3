'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { steps, confirmations, type Library, type Step, type StepRule } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { labelled } from '@/i18n/language'
import { findingPhrases } from '@/i18n/reviewing'
import { buttonNameOf, stepNames } from '@/i18n/steps'
import { Checks } from '../Checks'
import { FindingChecks } from '../Findings'
import { QuestionDialog } from '../Dialog'
import type { StepDialogProps } from '../steps/fields'
import { StepDialog } from '../steps/StepDialog'
import { useTexts } from '../useTexts'
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
function BulkDialog({ library, step, chosen, onClose, onDone }: Props) {
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

/** 审批 of several that were opened: each point is confirmed for all of them. */
function ApproveMany(props: StepDialogProps) {
  const { step, entry, about, problem, isBusy, onClose, onTake } = props
  const { texts, language } = useTexts()
  const [confirmed, setConfirmed] = useState<(typeof confirmations)[number][]>([])
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
      <Checks
        items={confirmations.map((key) => ({ key, label: texts[key] }))}
        chosen={confirmed}
        onChange={setConfirmed}
      />
    </QuestionDialog>
  )
}

'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { targetsOf } from '@/access/can'
import { type Step, type StepRule, steps } from '@/access/rules'
import { labelled } from '@/i18n/language'
import { buttonNameOf, stepNames, stepTexts } from '@/i18n/steps'
import { ask, type Refusal } from '../ask'
import { decidedOn } from '../list/libraryAsked'
import type { Situation } from '../situationFrom'
import { useTexts } from '../useTexts'
import { ConfirmFindings } from '../Findings'
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

type Body = { revision: number } & Record<string, unknown>
type Entry = Pick<Situation, 'id' | 'library' | 'state' | 'title' | 'inbox'>

/** What stands in the text and was not named yet; answered with the kinds, or null where one thinks again. */
type Unnamed = {
  step: Step
  passages: NonNullable<Refusal['findings']>
  answer: (named: string[] | null) => void
}

/**
 * Takes a step, says what came of it, and shows the entry as it stands afterwards. What the server finds in the
 * text is asked about in `dialog`, which the caller shows; only then the step is taken.
 */
export function useStep(entry: Entry | null) {
  const { texts, language } = useTexts()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const [unnamed, setUnnamed] = useState<Unnamed | null>(null)

  async function take(step: Step, body: Body): Promise<true | Refusal> {
    if (!entry) return { ok: false, status: 0, code: 'notFound', detail: '', errors: [] }
    setIsBusy(true)
    const path = `/api/${entry.library}/${entry.id}/${step}`
    const seen = { seenState: entry.state, ...body }
    const outcome = await ask(path, { method: 'POST', body: seen, language })
    setIsBusy(false)
    if (!outcome.ok && outcome.code === 'findingsUnconfirmed' && outcome.findings) {
      const named = await askAbout(step, outcome.findings)
      return named ? take(step, { ...body, findings: named }) : outcome
    }
    if (!outcome.ok) {
      toast.error(outcome.detail || texts.failed)
      // Somebody was faster: the buttons are those of how it stands now.
      if (outcome.status === 409) router.refresh()
      return outcome
    }
    toast.success(stepTexts[language][step]?.said ?? texts.done)
    // Opened from the inbox: what was decided is done with, on to the next.
    if (entry.inbox && steps[step].decidesOn !== 'none') router.push(entry.inbox.next)
    router.refresh()
    return true
  }

  const askAbout = (step: Step, passages: Unnamed['passages']) =>
    new Promise<string[] | null>((answered) => {
      const answer: Unnamed['answer'] = (named) => {
        setUnnamed(null)
        answered(named)
      }
      setUnnamed({ step, passages, answer })
    })

  const dialog = unnamed && entry && (
    <ConfirmFindings
      title={labelled(language, stepNames[unnamed.step][language], entry.title)}
      action={stepNames[unnamed.step][language]}
      passages={unnamed.passages}
      isBusy={isBusy}
      onClose={() => unnamed.answer(null)}
      onConfirm={unnamed.answer}
    />
  )
  return { take, isBusy, dialog }
}

'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import {
  longestSentence,
  taskSteps,
  type TaskState,
  type TaskStep,
  type TaskStepRule,
} from '@/access/tasks'
import { mergeTexts } from '@/i18n/merging'
import { taskTexts } from '@/i18n/tasks'
import type { Choice } from '@/workflow/tree/readUnits'
import { ask } from '../ask'
import { QuestionDialog } from '../Dialog'
import { UnitOptions } from '../parts'
import { useTexts } from '../useTexts'

type Props = {
  task: string
  state: TaskState
  steps: readonly TaskStep[]
  /** Whether it is a request to this person's unit, of which they make a draft too. */
  isRequest: boolean
  /** Of a merge: may this person take over what the one text says into the other? */
  takesOver: boolean
  /** Of the text that is online, as this page was opened with it. */
  revision: number | null
  /** Where it may be handed on to. */
  units: readonly Choice[]
}

/** A button for each step this person may take; what a step needs is asked for, by the table. */
export function TaskActions({ task, state, steps, isRequest, takesOver, revision, units }: Props) {
  const { texts: common, language } = useTexts()
  const texts = taskTexts[language]
  const router = useRouter()
  const [asked, setAsked] = useState<TaskStep | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [given, setGiven] = useState<Record<string, string>>({})
  const isRequested = isRequest && steps.includes('answer')
  // What has an answer already needs no other.
  const canWrite = (steps.includes('link') && state !== 'answered') || isRequested || takesOver

  async function send(step: TaskStep) {
    setIsBusy(true)
    const body = { ...given, revision, seenState: state }
    const path = `/api/tasks/${task}/${step}`
    const outcome = await ask(path, { method: 'POST', body, language })
    setIsBusy(false)
    if (!outcome.ok) {
      setProblem(outcome.detail || common.failed)
      return setAsked(step)
    }
    setAsked(null)
    toast.success(texts.done)
    router.refresh()
  }
  /** 据此新增: into the draft that was made, to be written on. */
  async function write() {
    setIsBusy(true)
    const outcome = await ask<{ entry: { id: string; library: string } }>(
      `/api/tasks/${task}/draft`,
      { method: 'POST', body: {}, language },
    )
    setIsBusy(false)
    if (!outcome.ok) return void toast.error(outcome.detail || common.failed)
    const { id, library } = outcome.data.entry
    router.push(`/admin/collections/${library}/${id}`)
  }
  function begin(step: TaskStep) {
    setProblem('')
    setGiven({})
    if (needsOf(step).length > 0 || step === 'accept') return setAsked(step)
    void send(step)
  }
  return (
    <>
      {canWrite && (
        <Button size="small" margin={false} disabled={isBusy} onClick={() => void write()}>
          {takesOver ? mergeTexts[language].takeOver : texts.draft}
        </Button>
      )}
      {steps.map((step) => (
        <Button
          key={step}
          size="small"
          margin={false}
          disabled={isBusy}
          buttonStyle={isFirst(step) ? 'primary' : 'secondary'}
          onClick={() => begin(step)}
        >
          {texts.steps[step]}
        </Button>
      ))}
      {asked && (
        <QuestionDialog
          {...{ title: texts.steps[asked], action: texts.steps[asked], problem, isBusy }}
          onClose={() => setAsked(null)}
          onSubmit={() => void send(asked)}
        >
          <Fields
            {...{ step: asked, units, given }}
            onChange={(name, value) => setGiven({ ...given, [name]: value })}
          />
        </QuestionDialog>
      )}
    </>
  )
}

const needsOf = (step: TaskStep): TaskStepRule['needs'] => taskSteps[step].needs
/** Do those hear it who told of what is missing or wrong? */
const isHeard = (step: TaskStep): boolean => {
  const { tells, by }: TaskStepRule = taskSteps[step]
  return tells === 'reporters' && (by.gap ?? by.correction) !== undefined
}
const isFirst = (step: TaskStep) =>
  ['take', 'link', 'uphold', 'answer', 'confirm', 'reconfirm', 'accept', 'agree', 'merge'].includes(
    step,
  )

type FieldsProps = Pick<Props, 'units'> & {
  step: TaskStep
  given: Readonly<Record<string, string>>
  onChange: (name: string, value: string) => void
}

function Fields({ step, units, given, onChange }: FieldsProps) {
  const { language } = useTexts()
  const texts = taskTexts[language]
  const needs = needsOf(step)
  return (
    <>
      {needs.includes('entry') && (
        <label className="zk-field">
          {texts.entryNumber}
          <input
            type="text"
            required
            maxLength={20}
            value={given.entry ?? ''}
            onChange={(event) => onChange('entry', event.target.value)}
          />
          <small className="zk-soft">{texts.entryHint}</small>
        </label>
      )}
      {needs.includes('unit') && (
        <label className="zk-field">
          {texts.toUnit}
          <select
            required
            value={given.unit ?? ''}
            onChange={(event) => onChange('unit', event.target.value)}
          >
            <option value="">{texts.needs.unit}</option>
            <UnitOptions units={units} />
          </select>
        </label>
      )}
      {(['sentence', 'reason'] as const)
        .filter((name) => needs.includes(name))
        .map((name) => (
          <label key={name} className="zk-field">
            {texts[name]}
            <textarea
              rows={3}
              required
              maxLength={longestSentence}
              value={given[name] ?? ''}
              onChange={(event) => onChange(name, event.target.value)}
            />
            {isHeard(step) && <small className="zk-soft">{texts.heard}</small>}
          </label>
        ))}
      {(step === 'agree' || step === 'merge') && <p>{mergeTexts[language].asks[step]}</p>}
      {needs.includes('opened') && <p>{texts.needs.opened}</p>}
    </>
  )
}

'use client'

import { Button, useForm, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { stepNames } from '@/i18n/stepNames'
import { useEntry, useIsDirect } from './entry/EntryContext'
import { settled } from './settled'
import { StepDialog } from './steps/StepDialog'
import { useStep } from './steps/useStep'
import { useSave } from './useSave'
import { useTexts } from './useTexts'

/** Beside the form: 提交审批, or 发布 for a case, for whoever may. What is not saved yet is saved first. */
export function StepButtons() {
  const entry = useEntry()
  const isDirect = useIsDirect()
  const { texts, language } = useTexts()
  const { getData, getFields } = useForm()
  const { save, dialog } = useSave()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const { take, isBusy } = useStep(entry)
  // Counts how often the saved text is to be submitted: the new revision stands in the form only
  // once React has rendered what the save answered.
  const [saves, setSaves] = useState(0)
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState('')
  const hasChanges = useRef(isModified)
  const step = (['submit', 'publish'] as const).find((known) => entry?.steps.includes(known))

  const revision = () => Number(getFields().startedFrom?.value ?? entry?.revision)
  const submitForApproval = useEffectEvent(() => {
    void take('submit', { revision: revision() })
  })
  useEffect(() => {
    hasChanges.current = isModified
  }, [isModified])
  useEffect(() => {
    if (saves > 0) submitForApproval()
  }, [saves])

  if (!entry || !step || isDirect) return null

  async function onClick() {
    await settled(getData)
    if (hasChanges.current && !(await save())) return
    if (step === 'publish') setIsAsking(true)
    else setSaves((count) => count + 1)
  }
  async function publish(given: Record<string, unknown>) {
    const taken = await take('publish', { revision: revision(), ...given })
    if (taken === true) setIsAsking(false)
    else setProblem(taken.detail || texts.failed)
  }
  return (
    <>
      <Button
        id={`step-${step}`}
        buttonStyle="primary"
        size="medium"
        disabled={isBusy || isProcessing}
        onClick={() => void onClick()}
      >
        {stepNames[step][language]}
      </Button>
      {isAsking && (
        <StepDialog
          step={step}
          entry={{ ...entry, isLive: entry.liveRevision !== null }}
          isBusy={isBusy}
          problem={problem}
          onClose={() => setIsAsking(false)}
          onTake={(given) => void publish(given)}
        />
      )}
      {dialog}
    </>
  )
}

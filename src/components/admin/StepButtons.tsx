'use client'

import { Button, useForm, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { stepNames } from '@/i18n/stepNames'
import { useEntry } from './EntryContext'
import { settled } from './settled'
import { useSave } from './useSave'
import { useStep } from './useStep'
import { useTexts } from './useTexts'

/** Beside the form: 提交审批 for whoever may submit. What is not saved yet is saved first. */
export function StepButtons() {
  const entry = useEntry()
  const { language } = useTexts()
  const { getFields } = useForm()
  const { save, dialog } = useSave()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const { take, isBusy } = useStep(entry)
  // Counts how often the saved text is to be submitted: the new revision stands in the form only
  // once React has rendered what the save answered.
  const [saves, setSaves] = useState(0)
  const hasChanges = useRef(isModified)

  const submitForApproval = useEffectEvent(() => {
    void take('submit', { revision: Number(getFields().startedFrom?.value ?? entry?.revision) })
  })
  useEffect(() => {
    hasChanges.current = isModified
  }, [isModified])
  useEffect(() => {
    if (saves > 0) submitForApproval()
  }, [saves])

  if (!entry?.steps.includes('submit')) return null

  async function onClick() {
    await settled()
    if (!hasChanges.current || (await save())) setSaves((count) => count + 1)
  }
  return (
    <>
      <Button
        id="step-submit"
        buttonStyle="primary"
        size="medium"
        disabled={isBusy || isProcessing}
        onClick={() => void onClick()}
      >
        {stepNames.submit[language]}
      </Button>
      {dialog}
    </>
  )
}

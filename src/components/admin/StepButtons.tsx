'use client'

import {
  Button,
  toast,
  useDocumentInfo,
  useForm,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { savedBy, type Library } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { fieldNames } from '@/i18n/names'
import { stepNames, stepTexts } from '@/i18n/steps'
import { writingTexts } from '@/i18n/writing'
import { missingFields } from '@/workflow/step/missingFields'
import { forgetDraft } from '../drafts'
import { ask, type Refusal } from './ask'
import { useWhose } from './entry/Draft'
import { useEntry, useIsDirect } from './entry/EntryContext'
import { focusField } from './entry/MissingFields'
import { settled } from './settled'
import { askedEntry, StepDialog } from './steps/StepDialog'
import { useStep } from './steps/StepActions'
import { staying, useSave } from './useSave'
import { useTexts } from './useTexts'

/**
 * Beside the form: 提交审批, or 发布 for a case, for whoever may; on a new entry too. What is not saved yet is
 * saved first, once nothing is missing any more.
 */
export function StepButtons() {
  const entry = useEntry()
  const isDirect = useIsDirect()
  const { texts, language } = useTexts()
  const { getData, getFields } = useForm()
  const { save, dialog } = useSave()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const { take, isBusy, dialog: findings } = useStep(entry)
  // Counts how often the saved text is to be submitted: the new revision stands in the form only
  // once React has rendered what the save answered.
  const [saves, setSaves] = useState(0)
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState('')
  const hasChanges = useRef(isModified)
  const library = useDocumentInfo().collectionSlug as Library
  const { createAndSubmit, isBusy: isCreating } = useCreateAndSubmit()
  // A new entry is a draft of whoever writes it; a case is published, and for that it has to be saved.
  const mayCreate = !entry && savedBy[library] === 'editor'
  const step = mayCreate
    ? 'submit'
    : (['submit', 'publish'] as const).find((known) => entry?.steps.includes(known))

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

  if (!step || isDirect) return null

  /** Names what is missing and shows the first of it; nothing is saved, nothing is lost. */
  function isIncomplete(): boolean {
    const missing = missingFields(library, getData())
    const [first] = missing
    if (!first) return false
    const names = missing.map((name) => fieldNames[name]?.[language] ?? name)
    const list = names.join(language === 'zh' ? '、' : ', ')
    toast.error(fill(writingTexts[language].fillFirst, { fields: list }), staying)
    focusField(first)
    return true
  }
  async function onClick() {
    await settled(getData)
    if (step === 'submit' && isIncomplete()) return
    toast.dismiss(staying.id)
    if (!entry) return createAndSubmit()
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
        disabled={isBusy || isCreating || isProcessing}
        onClick={() => void onClick()}
      >
        {stepNames[step][language]}
      </Button>
      {findings}
      {isAsking && entry && !findings && (
        <StepDialog
          step={step}
          entry={askedEntry(entry)}
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

type Created = { doc: { id: string; revision: number } }

/**
 * 提交审批 of an entry that is not saved yet: saves it, then submits it. Each is told by itself where the other
 * fails: what was saved and not submitted stands on its own page as a draft.
 */
function useCreateAndSubmit() {
  const { collectionSlug: library = '' } = useDocumentInfo()
  const { getData, setModified, dispatchFields } = useForm()
  const { texts: common, language } = useTexts()
  const texts = writingTexts[language]
  const whose = useWhose()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)

  async function createAndSubmit(): Promise<void> {
    setIsBusy(true)
    const created = await ask<Created>(`/api/${library}?depth=0`, {
      ...{ method: 'POST', body: getData(), language },
    })
    if (!created.ok) {
      setIsBusy(false)
      return refused(created)
    }
    if (whose) forgetDraft(whose)
    setModified(false)
    toast.dismiss(staying.id)
    const { id, revision } = created.data.doc
    const submitted = await ask(`/api/${library}/${id}/submit`, {
      ...{ method: 'POST', body: { revision, seenState: 'draft' }, language },
    })
    if (submitted.ok) toast.success(stepTexts[language].submit?.said ?? common.done)
    else {
      const why = submitted.detail || common.failed
      toast.error(fill(texts.savedNotSubmitted, { why }), staying)
    }
    router.push(`/admin/collections/${library}/${id}`)
    router.refresh()
  }

  function refused({ status, detail, errors }: Refusal): void {
    if (status === 0) return void toast.error(texts.unreachable, staying)
    if (status === 401) return void toast.error(texts.signInAgain, staying)
    toast.error(fill(texts.notSaved, { why: detail || common.failed }), staying)
    dispatchFields({
      type: 'ADD_SERVER_ERRORS',
      errors: errors.map((error) => ({ ...error, label: '' })),
    } as never)
    const [first] = errors
    if (first) focusField(first.path)
  }

  return { createAndSubmit, isBusy }
}

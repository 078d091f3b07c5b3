'use client'

import { toast, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { stepTexts } from '@/i18n/steps'
import { writingTexts } from '@/i18n/writing'
import { forgetDraft } from '../drafts'
import { ask, type Refusal } from './ask'
import { useWhose } from './entry/Draft'
import { focusField } from './entry/focusField'
import { staying } from './useSave'
import { useTexts } from './useTexts'

type Created = { doc: { id: string; revision: number } }

/**
 * 提交审批 of an entry that is not saved yet: saves it, then submits it. Each is told by itself where the other
 * fails: what was saved and not submitted stands on its own page as a draft.
 */
export function useCreateAndSubmit() {
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

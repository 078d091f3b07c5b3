'use client'

import { Button, toast, useDocumentInfo, useForm } from '@payloadcms/ui'
import { useState } from 'react'
import { dialogTexts } from '@/i18n/dialogTexts'
import { ask } from './ask'
import { Preview } from './Preview'
import { settled } from './settled'
import { useTexts } from './useTexts'

type Shown = { token: string; isOpenToPublic: boolean }

/** 预览: what is in the form now, as citizens and agents will see it; nothing is saved. */
export function PreviewButton() {
  const { texts, language } = useTexts()
  const { collectionSlug = '' } = useDocumentInfo()
  const { getData } = useForm()
  const [isBusy, setIsBusy] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)

  async function onClick() {
    setIsBusy(true)
    await settled(getData)
    const body = getData()
    const path = `/api/${collectionSlug}/preview`
    const outcome = await ask<{ token: string }>(path, { method: 'POST', body, language })
    setIsBusy(false)
    if (!outcome.ok) toast.error(outcome.detail || texts.failed)
    else setShown({ token: outcome.data.token, isOpenToPublic: body.openToPublic === true })
  }
  return (
    <>
      <Button
        id="preview"
        buttonStyle="secondary"
        size="medium"
        disabled={isBusy}
        onClick={() => void onClick()}
      >
        {dialogTexts[language].preview}
      </Button>
      {shown && <Preview {...shown} onClose={() => setShown(null)} />}
    </>
  )
}

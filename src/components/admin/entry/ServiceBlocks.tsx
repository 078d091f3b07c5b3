'use client'

import { Button, useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { hasBlocks, isServiceCategory, withServiceBlocks } from '@/fields/serviceBlocks'
import { ask } from '../ask'
import { useTexts } from '../useTexts'
import { useIsWritten } from './MissingFields'

/** Above the text of 行政权力 and 公共服务: the blocks it opens with, put there in one go. */
export function ServiceBlocks() {
  const { texts } = useTexts()
  const { dispatchFields, setModified } = useForm()
  const isWritten = useIsWritten()
  const isService = isServiceCategory(useCategoryKey())
  const body = useFormFields(([fields]) => fields.body?.value)
  if (!isWritten || !isService || hasBlocks(body)) return null
  const insert = () => {
    const value = withServiceBlocks(body)
    // The editor draws itself anew only where the initial value is another.
    dispatchFields({ type: 'UPDATE', path: 'body', value, initialValue: value })
    setModified(true)
  }
  return (
    <p className="zk-notice zk-service-blocks">
      {texts.serviceBlocks}{' '}
      <Button buttonStyle="secondary" size="small" margin={false} onClick={insert}>
        {texts.insertBlocks}
      </Button>
    </p>
  )
}

/** The standard key of the category chosen in the form; null until it is known. */
function useCategoryKey(): string | null {
  const { language } = useTexts()
  const chosen = useFormFields(([fields]) => fields.category?.value)
  const id = typeof chosen === 'string' ? chosen : ''
  const [known, setKnown] = useState({ id: '', key: '' })
  useEffect(() => {
    if (id === '') return
    const { signal, abort } = abortable()
    void ask<{ category?: string | null }>(`/api/nodes/${id}?depth=0&select[category]=true`, {
      language,
      signal,
    }).then((outcome) => {
      if (!signal.aborted && outcome.ok) setKnown({ id, key: outcome.data.category ?? '' })
    })
    return abort
  }, [id, language])
  return known.id === id ? known.key : null
}

function abortable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

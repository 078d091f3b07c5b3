'use client'

import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ask } from '../ask'
import { useTexts } from '../useTexts'

/** The standard key of the category chosen in the form; null until it is known. */
export function useCategoryKey(): string | null {
  const { language } = useTexts()
  const chosen = useFormFields(([fields]) => fields.category?.value)
  const id = typeof chosen === 'string' ? chosen : ''
  const [known, setKnown] = useState({ id: '', key: '' })
  useEffect(() => {
    if (id === '') return
    const controller = new AbortController()
    const { signal } = controller
    void ask<{ category?: string | null }>(`/api/nodes/${id}?depth=0&select[category]=true`, {
      language,
      signal,
    }).then((outcome) => {
      if (!signal.aborted && outcome.ok) setKnown({ id, key: outcome.data.category ?? '' })
    })
    return () => controller.abort()
  }, [id, language])
  return known.id === id ? known.key : null
}

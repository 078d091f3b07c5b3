'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useDocumentInfo, useDocumentTitle, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Calls what is not saved yet by what it will be, where Payload 3.90 says that it has no title. */
export function NewTitle() {
  const { id, collectionSlug } = useDocumentInfo()
  const { title, setDocumentTitle } = useDocumentTitle()
  const { getEntityConfig } = useConfig()
  const { i18n, t } = useTranslation()
  const isUntitled = !id && title === `[${t('general:untitled')}]`
  const config = collectionSlug && getEntityConfig({ collectionSlug })
  const name = config && getTranslation(config.labels.singular, i18n)
  useEffect(() => {
    if (!isUntitled || !name) return
    const call = () => setDocumentTitle(t('general:createNewLabel', { label: name }))
    // Payload sets its own with the next frame: both in one would leave it untitled.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(call)
    })
    return () => cancelAnimationFrame(frame)
  }, [isUntitled, name, setDocumentTitle, t])
  return null
}

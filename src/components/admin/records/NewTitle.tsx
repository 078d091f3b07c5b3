'use client'

import {
  useConfig,
  useDocumentInfo,
  useDocumentTitle,
  useFormInitializing,
  useTranslation,
} from '@payloadcms/ui'
import { getTranslation } from '@payloadcms/translations'
import { useEffect } from 'react'

/** Calls what is not saved yet by what it will be, where Payload 3.90 says that it has no title. */
export function NewTitle() {
  const { id, collectionSlug } = useDocumentInfo()
  const { title, setDocumentTitle } = useDocumentTitle()
  const { getEntityConfig } = useConfig()
  const { i18n, t } = useTranslation()
  const isInitializing = useFormInitializing()
  const isUntitled = !id && title === `[${t('general:untitled')}]`
  const config = collectionSlug && getEntityConfig({ collectionSlug })
  const name = config && getTranslation(config.labels.singular, i18n)
  useEffect(() => {
    if (!isUntitled || !name) return
    // Payload sets its own in an effect that comes after this one, and again once the form is there.
    const timer = setTimeout(() => setDocumentTitle(t('general:createNewLabel', { label: name })))
    return () => clearTimeout(timer)
  }, [isUntitled, isInitializing, name, setDocumentTitle, t])
  return null
}

'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { FormState } from 'payload'
import type { Library } from '@/access/rules'
import { adminTexts } from '@/i18n/adminTexts'
import { fieldNames } from '@/i18n/names'
import { labelled } from '@/i18n/language'
import { missingFields } from '@/workflow/step/missingFields'
import { useTexts } from '../useTexts'
import { useEntry, useIsDirect } from './EntryContext'

/** What has still to be filled in before the text can be handed on, told while it is written. */
export function MissingFields() {
  const library = useDocumentInfo().collectionSlug as Library
  const { language } = useTexts()
  const isWritten = useIsWritten()
  // Text, so that this is drawn anew only where the answer is another.
  const missing = useFormFields(([fields]) => missingFields(library, textIn(fields)).join())
  if (!isWritten || !missing) return null
  const names = missing.split(',').map((name) => fieldNames[name]?.[language] ?? name)
  const { missing: label, missingInCase } = adminTexts[language]
  return (
    <p className="zk-notice zk-missing">
      {labelled(
        language,
        library === 'cases' ? missingInCase : label,
        names.join(language === 'zh' ? '、' : ', '),
      )}
    </p>
  )
}

/** A text that waits, or is online and not open for 直接修改, was complete when it was handed on. */
export function useIsWritten(): boolean {
  const entry = useEntry()
  const isDirect = useIsDirect()
  if (!entry || isDirect) return true
  return entry.canSave && (entry.state === 'draft' || entry.state === 'returned')
}

const textIn = (fields: FormState) =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))

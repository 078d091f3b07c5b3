'use client'

import { Button, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useState } from 'react'
import type { Library } from '@/access/rules'
import { hasBlocks, isServiceCategory, withServiceBlocks } from '@/blocks/serviceItem'
import { adminTexts } from '@/i18n/adminTexts'
import { labelled } from '@/i18n/language'
import { fieldNames } from '@/i18n/names'
import { missingFields } from '@/workflow/step/missingFields'
import { ask } from '../ask'
import { handles } from '../settled'
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

/** Above the text of 行政权力 and 公共服务: the blocks it opens with, put there in one go. */
export function ServiceBlocks() {
  const { texts } = useTexts()
  const { dispatchFields, setModified } = useForm()
  const isWritten = useIsWritten()
  const isService = isServiceCategory(useCategoryKey())
  const body = useFormFields(([fields]) => fields.body?.value)
  if (!isWritten || !isService || hasBlocks(body)) return null
  const insert = () => {
    // What was typed a moment ago has not reached the form yet.
    const value = withServiceBlocks(handles.get('body')?.read() ?? body)
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

export const focusable =
  'input:not([type=hidden]), textarea, select, [contenteditable=true], button'

/** Shows a field of the form and puts the caret into it; for `alt` the first picture without its words. */
export function focusField(name: string): void {
  const place =
    name === 'alt' ? document.querySelector('.zk-picture input[aria-invalid=true]') : placeOf(name)
  const target = place?.matches(focusable) ? place : place?.querySelector(focusable)
  if (!(target instanceof HTMLElement)) return
  target.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
}

/** Fields of our own carry their name beside Payload’s ids. */
const placeOf = (name: string): Element | null =>
  document.getElementById(`field-${name.replaceAll('.', '__')}`) ??
  document.querySelector(`[data-field="${name}"]`)

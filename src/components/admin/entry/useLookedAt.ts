'use client'

import { useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useEffectEvent } from 'react'
import { fields, type Library } from '@/access/rules'
import { findingsOf } from '@/workflow/findings/findingsOf'
import { ask } from '../ask'
import { useFound, useEntry, type Passage } from './EntryContext'
import { useIsWritten } from './MissingFields'
import { useTexts } from '../useTexts'
import { useCategoryKey } from './useCategoryKey'

/** Long enough for a sentence to be finished; in milliseconds. */
const pause = 1_200

/**
 * Looks at the text while it is written, whenever the typing pauses: at the server, with the centre's words; at
 * one that was never saved here, without them. Nothing of it is stored.
 */
export function useLookedAt(): void {
  const library = useDocumentInfo().collectionSlug as Library
  const entry = useEntry()
  const isWritten = useIsWritten()
  const { getData } = useForm()
  const { setFound } = useFound()
  const { language } = useTexts()
  const categoryKey = useCategoryKey()
  const path = entry ? `/api/${entry.library}/${entry.id}/findings` : null
  // Text, so that only another text is looked at.
  const written = useFormFields(([state]) =>
    JSON.stringify(names(library).map((name) => state[name]?.value ?? null)),
  )
  const look = useEffectEvent(async (signal: AbortSignal) => {
    const data = getData()
    if (!path) return setFound(findingsOf({ library, text: data, categoryKey }))
    const body = Object.fromEntries(names(library).map((name) => [name, data[name] ?? null]))
    const outcome = await ask<{ passages: Passage[] }>(path, {
      ...{ method: 'POST', body, language, signal },
    })
    if (!signal.aborted && outcome.ok) setFound(outcome.data.passages)
  })
  useEffect(() => {
    if (!isWritten) return
    const controller = new AbortController()
    const timer = setTimeout(() => void look(controller.signal), pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [written, isWritten, categoryKey, path])
}

const names = (library: Library): string[] => fields[library].map(({ name }) => name)

'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { similarTexts } from '@/i18n/reviewing'
import type { Similar } from '@/workflow/reviewing/similarEntries'
import { ask } from './ask'
import { SimilarList } from './SimilarList'
import { useTexts } from './useTexts'

/** Long enough for a word to be typed. */
const pause = 300
/** Fewer characters are no question yet. */
const shortest = 4

/** Under the title: what is there already and asks nearly the same, while the title is typed. */
export function SimilarEntries() {
  const { language } = useTexts()
  const texts = similarTexts[language]
  const entries = useSimilar()
  const heading = entries.length > 0 ? fill(texts.count, { n: entries.length }) : ''
  return (
    <div className="zk-similar">
      <p className="zk-similar__count" role="status" aria-live="polite">
        {heading}
      </p>
      {entries.length > 0 && (
        <>
          <p className="zk-soft">{texts.note}</p>
          <SimilarList entries={entries} />
        </>
      )}
    </div>
  )
}

/** Asked once the typing pauses; an answer to an older title is dropped. */
function useSimilar(): readonly Similar[] {
  const { id, collectionSlug } = useDocumentInfo()
  const { language } = useTexts()
  const typed = useFormFields(([fields]) => fields.title?.value)
  const title = typeof typed === 'string' ? typed.trim() : ''
  const [found, setFound] = useState<readonly Similar[]>(nothing)
  useEffect(() => {
    if (title.length < shortest || !collectionSlug) return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ title, ...(id ? { except: String(id) } : {}) })
      const path = `/api/${collectionSlug}/similar?${query.toString()}`
      const { signal } = controller
      void ask<{ entries: Similar[] }>(path, { language, signal }).then((outcome) => {
        if (!signal.aborted) setFound(outcome.ok ? outcome.data.entries : nothing)
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [title, id, collectionSlug, language])
  return title.length < shortest ? nothing : found
}

const nothing: readonly Similar[] = []

'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { similarTexts, type SimilarTexts } from '@/i18n/reviewing'
import { stateNameOf } from '@/i18n/steps'
import type { Similar } from '@/workflow/reviewing/similarEntries'
import { ask } from './ask'
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

/** Entries that ask nearly the same, best first; each opens where this person may read it. */
function SimilarList({ entries }: { entries: readonly Similar[] }) {
  const { language } = useTexts()
  const texts = similarTexts[language]
  return (
    <ul className="zk-similar__entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <a
            className="zk-link"
            href={addressOf(entry)}
            target="_blank"
            rel="noreferrer"
            title={texts.opens}
          >
            {entry.title}
          </a>{' '}
          <span className="zk-soft">
            {[entry.number, entry.unit.name, standing(entry, language), nearnessOf(entry, texts)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Beside the text that is decided on; nothing where nothing is similar. */
export function SimilarPanel({ entries }: { entries: readonly Similar[] }) {
  const { language } = useTexts()
  const texts = similarTexts[language]
  if (entries.length === 0) return null
  return (
    <section className="zk-notice zk-similar" aria-label={texts.heading}>
      <strong>{fill(texts.count, { n: entries.length })}</strong>
      <SimilarList entries={entries} />
    </section>
  )
}

/** The working copy where it is within reach; else what readers see. */
const addressOf = ({ id, library, number, state }: Similar) =>
  state === null ? `/e/${number}` : `/admin/collections/${library}/${id}`

function standing({ library, state, isLive }: Similar, language: 'zh' | 'en'): string {
  const own = state && state !== 'approved' ? stateNameOf(library, state)?.[language] : ''
  return [own, isLive ? similarTexts[language].live : ''].filter(Boolean).join('、')
}

function nearnessOf({ nearness }: Similar, texts: SimilarTexts): string {
  if (nearness >= 0.9) return texts.almost
  return nearness >= 0.75 ? texts.near : texts.close
}

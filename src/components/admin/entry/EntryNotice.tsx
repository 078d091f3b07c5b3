'use client'

import { useEffect, useEffectEvent } from 'react'
import { useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui'
import { fields, type Library } from '@/access/rules'
import { dialogTexts } from '@/i18n/dialogTexts'
import { writingTexts } from '@/i18n/writing'
import { findingsOf } from '@/workflow/findings/findingsOf'
import { ask } from '../ask'
import { Contradictions } from '../Contradictions'
import { Findings } from '../Findings'
import { StepActions } from '../steps/StepActions'
import { useTexts } from '../useTexts'
import { KeptDraft } from './Draft'
import { useEntry, useFound, useIsDirect, type Looked } from './EntryContext'
import { Facts, StandingNotices } from './StandingNotices'
import { focusable, useCategoryKey, useIsWritten } from './MissingFields'

/** Above the form: where the entry stands, why it came back, what to look at again, what else may be done. */
export function EntryNotice() {
  const entry = useEntry()
  const isDirect = useIsDirect()
  const { language } = useTexts()
  const { found } = useFound()
  useLookedAt()
  useNames()
  return (
    <div className="zk-notices">
      {entry && <Facts situation={entry} />}
      <KeptDraft />
      {entry && isDirect && (
        <div className="zk-notice zk-notice--warm" role="note">
          <p>{dialogTexts[language].directNote}</p>
          <a className="zk-link" href="?">
            {dialogTexts[language].leaveDirect}
          </a>
        </div>
      )}
      {entry && !isDirect && (
        <>
          <StandingNotices situation={entry} />
          <StepActions situation={entry} elsewhere={['submit', 'publish']} />
        </>
      )}
      {entry && found && <Contradictions all={found.contradictions} />}
      {entry && found && found.passages.length > 0 && (
        <Findings found={{ passages: [...found.passages], submittedWith: null }} />
      )}
    </div>
  )
}

/**
 * Payload 3.90 draws a field of several elements (a list to choose from, several words, a text) without a name
 * for those who hear the page, and its label, when it is pressed, leads nowhere: here each is named by its
 * label and the label puts the caret into it.
 */
function useNames(): void {
  const { language } = useTexts()
  useEffect(() => {
    const name = () => nameAll(writingTexts[language].heading)
    const watch = new MutationObserver(name)
    watch.observe(document.body, { childList: true, subtree: true })
    name()
    document.addEventListener('click', focusByLabel)
    return () => {
      watch.disconnect()
      document.removeEventListener('click', focusByLabel)
    }
  }, [language])
}

const unnamed =
  ':is(input:not([type=hidden]), textarea, [contenteditable=true]):not([aria-labelledby], [aria-label])'

function nameAll(heading: string): void {
  for (const label of document.querySelectorAll<HTMLElement>('.field-type label.field-label')) {
    const box = label.closest('.field-type')
    for (const field of box?.querySelectorAll<HTMLElement>(unnamed) ?? []) {
      const hasLabel = 'labels' in field && (field as HTMLInputElement).labels?.length
      if (hasLabel || field.closest('.field-type') !== box) continue
      label.id ||= `name-${crypto.randomUUID()}`
      field.setAttribute('aria-labelledby', label.id)
      field.removeAttribute('title')
    }
  }
  // Arrows of a list that nobody hears of are nothing to stop at either; the list opens by its own keys.
  for (const arrow of document.querySelectorAll('.rs__indicators [aria-hidden=true]')) {
    if (arrow.getAttribute('tabindex') !== '-1') arrow.setAttribute('tabindex', '-1')
  }
  // Title and tabs stand outside of the page’s main part.
  const header = document.querySelector('.doc-header:not([role])')
  header?.setAttribute('role', 'region')
  header?.setAttribute('aria-label', heading)
}

function focusByLabel(event: MouseEvent): void {
  const label = event.target instanceof Element ? event.target.closest('label') : null
  if (!label || label.control) return
  const box = label.closest('.field-type')
  const target = box?.querySelector(focusable)
  if (target instanceof HTMLElement) target.focus()
}

/** Long enough for a sentence to be finished; in milliseconds. */
const pause = 1_200

/**
 * Looks at the text while it is written, whenever the typing pauses: at the server, with the centre's words; at
 * one that was never saved here, without them. Nothing of it is stored.
 */
function useLookedAt(): void {
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
    if (!path) {
      const passages = findingsOf({ library, text: data, categoryKey })
      return setFound({ passages, contradictions: [] })
    }
    const body = Object.fromEntries(names(library).map((name) => [name, data[name] ?? null]))
    const outcome = await ask<Looked>(path, {
      ...{ method: 'POST', body, language, signal },
    })
    if (!signal.aborted && outcome.ok) setFound(outcome.data)
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

'use client'

import { Button, toast, useAuth, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { fields, type Library } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { writingTexts } from '@/i18n/writing'
import { draftOf, forgetDraft, keepDraft, type Draft } from '../../drafts'
import { momentOf } from '../dates'
import { isSame, handles } from '../settled'
import { useTexts } from '../useTexts'
import { useEntry, useIsDirect } from './EntryContext'

/** How often what was written is kept; in milliseconds. */
const every = 2_000

/**
 * What is written is kept in this browser until it is saved. Where something was left, it is offered, and kept
 * as it is until somebody decides.
 */
export function KeptDraft() {
  const { language } = useTexts()
  const texts = writingTexts[language]
  const whose = useWhose()
  const { dispatchFields, setModified, getFields } = useForm()
  const isModified = useFormModified()
  const entry = useEntry()
  const [found, setFound] = useState<Draft | null>(null)
  const library = useDocumentInfo().collectionSlug as Library

  const look = useEffectEvent(() => {
    const draft = whose && draftOf(whose)
    const isOther =
      draft &&
      Object.entries(draft.fields).some(([path, value]) => {
        const known = getFields()[path]?.value ?? null
        return !isSame(known, value)
      })
    if (isOther) setFound(draft)
    else if (whose) forgetDraft(whose)
  })
  // What is kept in the browser is known only there: nothing can be rendered of it before.
  useEffect(() => {
    const soon = setTimeout(look)
    return () => clearTimeout(soon)
  }, [whose])

  const keep = useEffectEvent(() => {
    if (!whose || found) return
    const written = writtenIn(library, getFields())
    const at = new Date().toISOString()
    const startedFrom = Number(getFields().startedFrom?.value ?? 0) || null
    keepDraft(whose, { at, startedFrom, fields: written })
  })
  useEffect(() => {
    if (!isModified) return
    const timer = setInterval(keep, every)
    const leaving = () => keep()
    window.addEventListener('pagehide', leaving)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', leaving)
    }
  }, [isModified])

  if (!found || !whose) return null
  const restore = () => {
    for (const [path, value] of Object.entries(found.fields)) {
      // A text draws itself anew only where the initial value is another.
      dispatchFields({ type: 'UPDATE', path, value, initialValue: value })
    }
    if (found.startedFrom) {
      dispatchFields({ type: 'UPDATE', path: 'startedFrom', value: found.startedFrom })
    }
    setModified(true)
    setFound(null)
    toast.info(texts.restored)
  }
  const discard = () => {
    forgetDraft(whose)
    setFound(null)
  }
  const isOlder = entry !== null && found.startedFrom !== null && found.startedFrom < entry.revision
  return (
    <div className="zk-notice zk-notice--warm zk-draft" role="status">
      <p>
        {fill(texts.draftFound, { at: momentOf(found.at) })} {isOlder && texts.draftOlder}
      </p>
      <div className="zk-buttons zk-buttons--start">
        <Button id="restore-draft" size="small" margin={false} onClick={restore}>
          {texts.restore}
        </Button>
        <Button
          id="discard-draft"
          buttonStyle="secondary"
          size="small"
          margin={false}
          onClick={discard}
        >
          {texts.discard}
        </Button>
      </div>
    </div>
  )
}

/** Whose text of which entry is written here; null where nobody is signed in. */
export function useWhose() {
  const { user } = useAuth()
  const { id, collectionSlug = '' } = useDocumentInfo()
  const isDirect = useIsDirect()
  const person = user ? String(user.id) : ''
  const entry = id ? `${id}${isDirect ? ' direct' : ''}` : `new ${kindAsked()}`
  return useMemo(
    () => (person ? { person, library: collectionSlug, entry } : null),
    [person, collectionSlug, entry],
  )
}

/** A new announcement is not a new work brief. */
const kindAsked = () =>
  typeof window === 'undefined'
    ? ''
    : (new URLSearchParams(window.location.search).get('kind') ?? '')

type State = Readonly<Record<string, { value?: unknown } | undefined>>

/** What a person writes in the form; of a text what stands on the page, which the form learns later. */
function writtenIn(library: Library, state: State): Record<string, unknown> {
  const own = new Set<string>([...fields[library].map(({ name }) => name), ...ofCases])
  return Object.fromEntries(
    Object.entries(state)
      .filter(([path]) => own.has(path.split('.')[0] ?? ''))
      .filter(([, field]) => field && 'value' in field)
      .map(([path, field]) => [path, handles.get(path)?.read() ?? field?.value ?? null]),
  )
}

const ofCases = ['isConfidential', 'orderNumber']

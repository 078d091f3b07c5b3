'use client'

import { useEffect, useState } from 'react'
import { writingTexts } from '@/i18n/writing'
import { useTexts } from '../useTexts'
import { useEntry, useIsDirect } from './EntryContext'
import { remarksIn, writtenAs, type Remark } from './remarks'
import { rangesOf } from './passages'

type Note = Remark & { top: number }

const texts = '.rich-text-lexical .ContentEditable__root'

/** Beside a text that came back: each remark at the height of its passage, as on a page somebody corrected. */
export function MarginNotes() {
  const { language } = useTexts()
  const entry = useEntry()
  const isDirect = useIsDirect()
  const reason = entry?.lastReturn && !isDirect ? entry.lastReturn.reason : ''
  const notes = useNotes(reason)
  if (notes.length === 0) return null
  return (
    <ol className="zk-margin" aria-label={writingTexts[language].remark}>
      {notes.map(({ passage, remark, top }) => (
        <li key={passage} style={{ top }}>
          <button type="button" className="zk-link" onClick={() => show(passage)}>
            <q>{passage}</q>
          </button>
          <p>{remark}</p>
        </li>
      ))}
    </ol>
  )
}

/** Where the passages stand now; measured again whenever the page around them changes. */
function useNotes(reason: string): Note[] {
  const [notes, setNotes] = useState<Note[]>([])
  useEffect(() => {
    const remarks = remarksIn(reason)
    if (remarks.length === 0) return
    let frame = 0
    const measure = () => {
      const found = placed(remarks)
      setNotes((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found))
    }
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(measure)
    }
    const watch = new MutationObserver(soon)
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
    window.addEventListener('resize', soon)
    document.addEventListener('input', soon)
    soon()
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', soon)
      document.removeEventListener('input', soon)
      cancelAnimationFrame(frame)
    }
  }, [reason])
  return reason === '' ? [] : notes
}

/** As high as a note is at least, so that two at one line do not cover each other. */
const height = 64

function placed(remarks: readonly Remark[]): Note[] {
  const root = document.querySelector(texts)
  const margin = root?.closest('.rich-text-lexical__wrap')
  if (!root || !margin) return []
  const origin = margin.getBoundingClientRect().top
  const notes = remarks.flatMap((remark) => {
    const place = placeOf(root, remark.passage)
    return place ? [{ ...remark, top: Math.round(place.getBoundingClientRect().top - origin) }] : []
  })
  notes.sort((one, other) => one.top - other.top)
  let free = 0
  return notes.map((note) => {
    const top = Math.max(note.top, free)
    free = top + height
    return { ...note, top }
  })
}

/** In the words of the text, or in a field of one of its blocks. */
function placeOf(root: Element, passage: string): Range | Element | null {
  const [range] = rangesOf(texts, [passage])
  if (range) return range
  const pattern = writtenAs(passage)
  const fields = root.querySelectorAll<HTMLInputElement>('textarea, input[type=text]')
  return [...fields].find(({ value }) => pattern.test(value)) ?? null
}

function show(passage: string): void {
  const root = document.querySelector(texts)
  const place = root && placeOf(root, passage)
  const element = place instanceof Range ? place.startContainer.parentElement : place
  element?.scrollIntoView({ block: 'center' })
}

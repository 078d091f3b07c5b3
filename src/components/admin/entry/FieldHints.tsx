'use client'

import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { longestSummary } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { findingPhrases, findingTexts } from '@/i18n/reviewing'
import { writingTexts } from '@/i18n/writing'
import { useTexts } from '../useTexts'
import { type Passage, useEntry, useFound, useIsDirect } from './EntryContext'
import { rangesOf, type Remark, remarksIn, useMarkedPassages, writtenAs } from './passages'

type Props = { path: string }

/** Under a field: what stands out in it now, and what an approver remarked on it when the text came back. */
export function FieldHints({ path }: Props) {
  const { language } = useTexts()
  const { found } = useFound()
  // Of a field that is still empty it is said elsewhere that it is missing.
  const isEmpty = useFormFields(([fields]) => fields[path]?.value === '' || !fields[path]?.value)
  // An empty block says so itself.
  const passages = isEmpty
    ? []
    : (found?.passages ?? []).filter(({ field, kind }) => field === path && kind !== 'emptyBlock')
  const remarks = useRemarksOn(path)
  if (passages.length === 0 && remarks.length === 0) return null
  const texts = findingPhrases[language]
  return (
    <ul className="zk-hints" aria-label={writingTexts[language].hints}>
      {remarks.map(({ passage, remark }) => (
        <li key={passage} className="zk-hints__remark">
          <strong>{writingTexts[language].remark}</strong> <q>{passage}</q> {remark}
        </li>
      ))}
      {shortened(passages).map(({ kind, passage, at, advice }, index) => (
        <li key={index}>
          {findingTexts[kind]?.[language] ?? kind} {at && <mark>{passage.slice(...at)}</mark>}
          {!at && path !== 'title' && passage}
          {advice && <span> {fill(texts.advice, { advice })}</span>}
        </li>
      ))}
    </ul>
  )
}

/** As `FieldHints` for a text, whose words are marked where they stand. */
export function TextHints({ path }: Props) {
  const { found } = useFound()
  const words = (found?.passages ?? []).flatMap(({ field, passage, at }) =>
    field === path && at ? [passage.slice(...at)] : [],
  )
  useMarkedPassages('.rich-text-lexical', [...new Set(words)], 'zk-finding')
  return <FieldHints path={path} />
}

/** Under the summary: how long it is, told before it is too long. */
export function SummaryCount({ path }: Props) {
  const { language } = useTexts()
  const texts = writingTexts[language]
  const value = useFormFields(([fields]) => fields[path]?.value)
  const n = typeof value === 'string' ? value.length : 0
  const over = n - longestSummary
  return (
    <p className={over > 0 ? 'zk-error' : 'zk-soft'} role={over > 0 ? 'alert' : undefined}>
      {fill(over > 0 ? texts.tooLong : texts.counted, { n, over, most: longestSummary })}
    </p>
  )
}

/** Each kind once with its first places: a table of hundreds of numbers would push the form away. */
const shortened = (passages: readonly Passage[]) => {
  const most = 5
  return passages.filter(
    (one, at) => passages.slice(0, at).filter(({ kind }) => kind === one.kind).length < most,
  )
}

/** Remarks on words of a field that holds them as its value; those in a text stand beside it. */
function useRemarksOn(path: string) {
  const entry = useEntry()
  const isDirect = useIsDirect()
  const value = useFormFields(([fields]) => fields[path]?.value)
  if (!entry?.lastReturn || isDirect || typeof value !== 'string') return []
  return remarksIn(entry.lastReturn.reason).filter(({ passage }) => writtenAs(passage).test(value))
}

type Note = Remark & { top: number }

const writtenIn = '.rich-text-lexical .ContentEditable__root'

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
  const root = document.querySelector(writtenIn)
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
  const [range] = rangesOf(writtenIn, [passage])
  if (range) return range
  const pattern = writtenAs(passage)
  const fields = root.querySelectorAll<HTMLInputElement>('textarea, input[type=text]')
  return [...fields].find(({ value }) => pattern.test(value)) ?? null
}

function show(passage: string): void {
  const root = document.querySelector(writtenIn)
  const place = root && placeOf(root, passage)
  const element = place instanceof Range ? place.startContainer.parentElement : place
  element?.scrollIntoView({ block: 'center' })
}

'use client'

import { useFormFields } from '@payloadcms/ui'
import { longestSummary } from '@/access/rules'
import { fill } from '@/i18n/adminTexts'
import { findingPhrases, findingTexts } from '@/i18n/reviewing'
import { writingTexts } from '@/i18n/writing'
import { useTexts } from '../useTexts'
import { useEntry, useFound, useIsDirect, type Passage } from './EntryContext'
import { remarksIn, writtenAs } from './remarks'
import { useMarkedPassages } from './passages'

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
    : (found ?? []).filter(({ field, kind }) => field === path && kind !== 'emptyBlock')
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
  const words = (found ?? []).flatMap(({ field, passage, at }) =>
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

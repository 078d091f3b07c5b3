'use client'

import { useState } from 'react'
import { fill } from '@/i18n/adminTexts'
import { fieldNames } from '@/i18n/names'
import { countedIn, findingNames, findingPhrases, findingTexts } from '@/i18n/reviewing'
import { isGrave } from '@/workflow/findings/findingKinds'
import { Checks } from './Checks'
import { momentOf } from './dates'
import { QuestionDialog } from './Dialog'
import type { Review } from './entry/EntryContext'
import { useTexts } from './useTexts'

type Passage = Review['passages'][number]

/** As far as findings need a review. */
export type Found = Pick<Review, 'passages' | 'submittedWith'>

/** How many passages of a kind are shown; the others are counted. */
const most = 5

/** What editor and approver should look at again, and where it stands; numbers of persons are masked. */
export function Findings({ found }: { found: Found }) {
  const { language } = useTexts()
  const texts = findingPhrases[language]
  if (found.passages.length === 0) return <p className="zk-soft">{texts.none}</p>
  return (
    <section className="zk-notice zk-notice--warm zk-findings" aria-label={texts.heading}>
      <strong>{texts.heading}</strong>
      <ul>
        {byKind(found.passages).map(([kind, passages]) => (
          <li key={kind}>
            {findingTexts[kind]?.[language] ?? kind}
            <Passages passages={passages} />
          </li>
        ))}
      </ul>
      {found.submittedWith && <Handed on={found.submittedWith} />}
    </section>
  )
}

function Passages({ passages }: { passages: readonly Passage[] }) {
  const { language } = useTexts()
  const texts = findingPhrases[language]
  const shown = passages.filter(({ passage }) => passage !== '').slice(0, most)
  if (shown.length === 0) return null
  return (
    <>
      <ul className="zk-findings__passages">
        {shown.map((item, index) => (
          <li key={index}>
            <span>{fill(texts.inField, { field: nameOf(item.field, language) })}</span>
            <Marked item={item} />
            {item.advice && <span> {fill(texts.advice, { advice: item.advice })}</span>}
          </li>
        ))}
      </ul>
      {passages.length > most && <p>{fill(texts.more, { n: passages.length })}</p>}
    </>
  )
}

/** A passage, with what it is about marked in it. */
export function Marked({ item: { passage, at } }: { item: Pick<Passage, 'passage' | 'at'> }) {
  if (!at) return <span>{passage}</span>
  const [from, to] = at
  return (
    <span>
      {passage.slice(0, from)}
      <mark>{passage.slice(from, to)}</mark>
      {passage.slice(to)}
    </span>
  )
}

/** 提交人已看过: what stood when it was handed on, from the record. */
function Handed({ on }: { on: NonNullable<Found['submittedWith']> }) {
  const { language } = useTexts()
  const { seen, stood } = findingPhrases[language]
  const values = {
    name: on.byName,
    at: momentOf(on.at),
    counts: countedIn(language, on.counts),
  }
  return <p>{fill(on.named.length > 0 ? seen : stood, values)}</p>
}

function byKind(passages: readonly Passage[]): [string, Passage[]][] {
  const kinds = new Map<string, Passage[]>()
  for (const passage of passages) {
    kinds.set(passage.kind, [...(kinds.get(passage.kind) ?? []), passage])
  }
  return [...kinds]
}

/** What a field is called, or its own name. */
export const nameOf = (field: string, language: 'zh' | 'en') =>
  fieldNames[field]?.[language] ?? field

/** How often each kind stands in it that is to be confirmed by name before the text is handed on. */
export function graveIn(passages: readonly { kind: string }[]): [kind: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { kind } of passages.filter(isGrave)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
}

type ChecksProps = {
  kinds: readonly [kind: string, count: number][]
  named: readonly string[]
  onChange: (named: string[]) => void
}

/** One box for each kind: 已核对“疑似手机号”2 处. */
export function FindingChecks({ kinds, named, onChange }: ChecksProps) {
  const { language } = useTexts()
  if (kinds.length === 0) return null
  return (
    <Checks
      items={kinds.map(([key, n]) => {
        const name = findingNames[key]?.[language] ?? key
        return {
          key,
          name: `finding-${key}`,
          label: fill(findingPhrases[language].named, { name, n }),
        }
      })}
      chosen={named}
      onChange={onChange}
    />
  )
}

type Props = {
  title: string
  action: string
  passages: Review['passages']
  isBusy: boolean
  onClose: () => void
  onConfirm: (named: string[]) => void
}

/** What stands out in a text that is about to be handed on: looked at, and confirmed kind by kind. */
export function ConfirmFindings({ title, action, passages, isBusy, onClose, onConfirm }: Props) {
  const { language } = useTexts()
  const kinds = graveIn(passages)
  const [named, setNamed] = useState<string[]>([])
  const [isMissing, setIsMissing] = useState(false)
  return (
    <QuestionDialog
      title={title}
      action={action}
      problem={isMissing ? findingPhrases[language].nameAll : ''}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={() => {
        const isComplete = kinds.every(([kind]) => named.includes(kind))
        setIsMissing(!isComplete)
        if (isComplete) onConfirm(named)
      }}
    >
      <Findings found={{ passages, submittedWith: null }} />
      <FindingChecks kinds={kinds} named={named} onChange={setNamed} />
    </QuestionDialog>
  )
}
